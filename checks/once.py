"""Once: what is derived from an article, remembered for as long as the article lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper, wraps
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from checks.article import Article

R = TypeVar("R")


class once(Generic[R]):  # noqa: N801 - a decorator
    """Remember what a function made of an article."""

    def __init__(self, derive: Callable[[Article], R]) -> None:
        self.derive = derive
        update_wrapper(self, derive)

    def __call__(self, article: Article) -> R:
        """Return what the function makes of `article`."""
        made: dict[object, R] = article.made
        try:
            return made[self]
        except KeyError:
            pass  # what is derived below may fail for its own reasons
        made[self] = derived = self.derive(article)
        return derived

    def made(self, article: Article) -> R | None:
        """Return what was made of `article`, if anything was."""
        known: R | None = article.made.get(self)
        return known

    def give(self, article: Article, value: R) -> None:
        """Take note of what the function would make of `article`."""
        article.made[self] = value


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
