"""The rules that this check has of its own, beside the proofreader's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.article import Article
from checks.finding import Finding
from checks.grammar import names, spaces, variants

FINDERS: tuple[Callable[[Article], Iterator[Finding]], ...] = (
    names.find,
    variants.find,
    spaces.trailing,
    spaces.glued,
)

RULES = (
    names.RULE,
    variants.RULE,
    spaces.TRAILING,
    spaces.GLUED,
)
