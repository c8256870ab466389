"""In which languages articles are likely to be proofread, told at a glance, before any is parsed.

It decides only what LanguageTool is started with: a language that was not
foreseen is learnt when its first article comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from checks.languages import detect, is_english, is_in, primary
from checks.parsing.spoken import KEYS, PASSAGE, UNKNOWN, known_tag
from flows.settings import Settings
from flows.sources.raw import Raw

if TYPE_CHECKING:
    from checks.grammar.options import GrammarOptions

HEAD = 4_000
"""Code points that are looked at: front matter, a page's first tag, some hundred words."""

_FRONT = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*$(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(rf"^[\"']?(?:{'|'.join(KEYS)})[\"']?[ \t]*[:=][ \t]*[\"']?([\w-]+)", re.MULTILINE)
_PAGE = re.compile(r"<(?:html|body)\b[^>]*?\blang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>|https?://\S+|`[^`]*`")


def likely(raws: Iterable[Raw], settings: Settings) -> frozenset[str]:
    """Return the tags of the varieties that LanguageTool is likely to be asked for."""
    from checks.grammar.variety import languages, varieties
    from flows.languagetool.tongues import english

    found: set[str] = set()
    for raw in raws:
        mine = settings.for_path(raw.path)
        options = cast("GrammarOptions", mine.options("grammar"))
        tag = glance(raw, mine)
        if is_english(tag):
            found.add(english(options))
        elif primary(tag) in languages():
            known = varieties()[primary(tag)]
            found.add(next((one for one in (tag, *options.varieties) if one in known), known[0]))
    return frozenset(found)


def glance(raw: Raw, settings: Settings) -> str:
    """Return the language that an article is probably in."""
    head = raw.source[:HEAD]
    front = _FRONT.match(head)
    declared = (_KEY.search(front[2]) if front else None) or _PAGE.search(head)
    if declared and (tag := known_tag(declared[1])):
        return tag
    if given := raw.language or settings.given_language:
        return given
    shown = _MARKUP.sub(" ", head[front.end() if front else 0 :])
    return UNKNOWN if is_in(shown, UNKNOWN) else detect(shown, PASSAGE) or UNKNOWN
