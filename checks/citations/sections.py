"""What is said of sections that leave several claims without a source, and of articles that cite little.

Each gets one finding that sums up its claims, worst first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.article import Article, once
from checks.citations.unsourced import counted, fresh, places
from checks.evidence.claims import LIKELY, claims
from checks.evidence.need import bars
from checks.finding import Finding
from checks.grouping import FEWEST, summed
from checks.position import Span
from checks.rule import Rule

LITTLE = 1 / 4
"""Share of the claims with a source up to which an article cites little, so that its claims are summed up as one."""

REST = 8
"""Claims that stand two or fewer to a section from which they are easier to read as one."""

SHOWN = 60
"""Code points of a heading that a message shows."""

PARTING = " › "
"""What stands between the headings of a section in the name of its group."""

Path = tuple[str, ...]
"""Headings over a part of an article, outermost first; `_BEFORE` where there is none yet. Empty: the whole."""

_WHOLE, _REST, _BEFORE = "", "#", "^"


def gathered(article: Article, found: Sequence[Finding], members: Sequence[Finding], head: Rule) -> Iterator[Finding]:
    """Yield findings with those that sum them up before them; `members` are those that no other one tells.

    A claim belongs to the innermost section that leaves three or more claims
    without a source; what is left over to the article, if that is much.
    """
    parts = _parts(article, [_path_of(article, one) for one in members])
    for part in parts:
        its = [one for one in members if _part_of(article, one, parts) == part]
        made = head.finding(article, None, "", confidence=0, sums=f"{head.name}{part}")
        yield summed(article, made, its, summed_up)
    for one in found:
        within = _part_of(article, one, parts)
        yield replace(one, group="" if within is None else f"{head.name}{within}")


def summed_up(article: Article, head: Finding, members: Sequence[Finding]) -> Finding:
    """Return the finding on a part of an article, saying of `members`, in source order, how many and which."""
    part = head.sums.removeprefix(head.rule)
    supported = len(_supported_in(article, part))
    others = "1 other has" if supported == 1 else f"{supported} others have"
    beside = f"; {others} one" if supported else ""
    message = f"{counted(members)} claims {_where(part)} need a source{fresh(members)} and have none in reach{beside}."
    return replace(head, message=message, related=places(article, members))


def _where(part: str) -> str:
    if part in {_WHOLE, _REST}:
        return "spread over this article" if part else "in this article"
    title = part.rpartition(PARTING)[2].removeprefix("#")
    title = title if len(title) <= SHOWN else f"{title[: SHOWN - 1].rstrip()}…"
    return f"in “{title}”" if title != _BEFORE else "before the first heading"


def _parts(article: Article, paths: Sequence[Path]) -> Sequence[str]:
    """Return the parts of an article whose claims are summed up: `_WHOLE`, `_REST`, or its headings."""
    least = bars(article)
    # Those that would be asked for a source, as the members are.
    supported = sum(one.supported and one.need >= least[one.sentence] for one in claims(article))
    undivided = len(set(_paths(article))) == 1
    if len(paths) >= FEWEST and (undivided or supported <= LITTLE * (supported + len(paths))):
        return [_WHOLE]
    left, parts = Counter(paths), []
    for depth in range(max(map(len, left), default=0), 0, -1):
        for path in [path for path in left if len(path) == depth]:
            its = left.pop(path)
            if its >= FEWEST:
                parts.append(_named(path))
            else:
                left[path[:-1]] += its
    return [*parts, _REST] if left[()] >= REST else parts


def _part_of(article: Article, finding: Finding, parts: Sequence[str]) -> str | None:
    """Return the innermost of some parts of an article in which a finding stands; None where it stands in none."""
    path = _path_of(article, finding)
    names = (_named(path[:depth]) for depth in range(len(path), 0, -1))
    return next((one for one in (*names, _REST, _WHOLE) if one in parts), None)


def _path_of(article: Article, finding: Finding) -> Path:
    return _path(article, article.map.to_text(finding.span)) if finding.span else ()


def _named(path: Path) -> str:
    return f"#{PARTING.join(path)}"


def _path(article: Article, span: Span) -> Path:
    at = article.block_at(span.start)
    return _paths(article)[at] if at >= 0 else ()


@once
def _paths(article: Article) -> tuple[Path, ...]:
    """Return, for each block, the headings over it. A title is over nothing but what stands before the next heading."""
    over: list[tuple[int, str]] = [(0, _BEFORE)]
    paths: dict[int, Path] = {-1: (_BEFORE,)}
    for at in dict.fromkeys(one for one in article.headings if one >= 0):
        heading = article.blocks[at]
        outer = [one for one in over if 0 < one[0] < heading.level]
        name = " ".join(article.slice(heading.span).split()) or _BEFORE
        over = [*outer, (heading.level if len(paths) > 1 else 0, name)]
        paths[at] = tuple(name for _, name in over)
    return tuple(paths[at] for at in article.headings)


def _supported_in(article: Article, part: str) -> Sequence[Span]:
    """Return the claims in a part of an article that have a source, as the table of claims counts them."""
    if part in {_WHOLE, _REST}:
        return _supported(article)
    return [one for one in _supported(article) if _is_within(_path(article, one), part)]


def _is_within(path: Path, part: str) -> bool:
    return any(_named(path[:depth]) == part for depth in range(1, len(path) + 1))


@once
def _supported(article: Article) -> tuple[Span, ...]:
    return tuple(one.span for one in claims(article) if one.supported and one.score >= LIKELY)
