"""Once: what is derived from an article, remembered for as long as the article lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper, wraps
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from checks.article import Article

R = TypeVar("R")


class Once(Protocol[R]):
    """What a function makes of an article, remembered."""

    derive: Callable[[Article], R]
    """The function."""
    made: Callable[[Article], R | None]
    """Returns what was made of an article, if anything was."""
    give: Callable[[Article, R], None]
    """Takes note of what the function would make of an article."""

    def __call__(self, article: Article) -> R:
        """Return what the function makes of `article`."""


def once(derive: Callable[[Article], R]) -> Once[R]:
    """Remember what a function made of an article."""

    # A plain function, for everything asks at every turn, and Python calls nothing faster.
    def look_up(article: Article) -> R:
        made: dict[object, R] = article.made
        try:
            return made[derive]
        except KeyError:
            pass  # what is derived below may fail for its own reasons
        made[derive] = derived = derive(article)
        return derived

    def made(article: Article) -> R | None:
        known: R | None = article.made.get(derive)
        return known

    def give(article: Article, value: R) -> None:
        article.made[derive] = value

    kept = cast("Once[R]", update_wrapper(look_up, derive))
    kept.derive, kept.made, kept.give = derive, made, give
    return kept


def once_each(derive: Callable[[Article, int], R]) -> Callable[[Article, int], R]:
    """Remember what a function made of single sentences of an article, where only some are asked for."""

    @once
    def asked_for(_article: Article) -> dict[int, R]:
        return {}

    @wraps(derive)
    def look_up(article: Article, index: int) -> R:
        known = asked_for(article)
        if index not in known:
            known[index] = derive(article, index)
        return known[index]

    return look_up
