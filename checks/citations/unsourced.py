"""What is said of an article without any source: its claims, summed up in one finding, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checks.article import Article
from checks.evidence.sources.attribution import attributions
from checks.evidence.statements.stakes import GRAVE, stakes
from checks.evidence.support.survey import survey
from checks.finding import Finding, Related

LEAD_TO = {
    "shop": ("a shop", "shops"),
    "shortened": ("a shortened address", "shortened addresses"),
    "video": ("a video", "videos"),
    "audio": ("a recording", "recordings"),
    "chat": ("a chat assistant", "chat assistants"),
    "search": ("a page of search results", "pages of search results"),
    "social": ("a social network", "social networks"),
    "nothing": ("nothing", "nothing"),
    "site": ("a front page or further reading", "front pages or further reading"),
}
"""Where one link or several lead that support nothing, by what they point to."""

STRICTER = "is held to a stricter standard."
"""How the reasons of a finding end where a stricter standard is held to."""


def summed_up(article: Article, head: Finding, members: Sequence[Finding]) -> Finding:
    """Return the finding on an article without sources, saying of `members`, in source order, how many and which."""
    message = (
        f"{counted(members)} claims in this article need a source{fresh(members)}, and none has one: "
        f"{_found_nothing(article)}.{_standard(members)}"
    )
    return replace(head, message=message, related=places(article, members))


def counted(members: Sequence[Finding]) -> int:
    """Return how many claims the members are about; one may tell several that stand beside each other."""
    return sum(max(1, len(one.related)) for one in members)


def fresh(members: Sequence[Finding]) -> str:
    """Return how many of the members are new, in parentheses, where some are and some are not."""
    new = sum(one.new for one in members)
    return f" ({new} of them new)" if 0 < new < len(members) else ""


def places(article: Article, members: Sequence[Finding]) -> tuple[Related, ...]:
    """Return where the members stand, the gravest first, of these what risks most for a reader who believes it."""
    at_stake = {one: _stakes(article, one) for one in members}
    worst = sorted(members, key=lambda one: (one.severity.rank, at_stake[one] < GRAVE, -at_stake[one], -one.confidence))
    return tuple(_place(article, one) for one in worst)


def _found_nothing(article: Article) -> str:
    """Return what was looked for and not found; whoever is named in the article is not said to be missing."""
    if not any(one.kind in {"named", "person", "name"} for them in attributions(article) for one in them):
        return f"no link, note, reference or named person was found{_useless(article)}"
    return f"no link, note or reference was found{_useless(article)}, and nobody named in it is given as their source"


def _stakes(article: Article, member: Finding) -> int:
    """Return how much a reader risks who believes the claim of a finding; 0 where it stands in no sentence."""
    span = article.map.to_text(member.span) if member.span else None
    at = article.sentence_at(span.start) if span else -1
    return stakes(article, at) if at >= 0 else 0


def _useless(article: Article) -> str:
    """Return what continues "no link … was found" where there are links, none of which leads to a source."""
    links = [one for them in survey(article) for one in them if one.kind == "link" and not one.good]
    if not links:
        return ""
    kinds = dict.fromkeys(LEAD_TO.get(one.names, LEAD_TO["site"])[len(links) > 1] for one in links)
    *others, last = kinds
    led = f"{', '.join(others)} and {last}" if others else last
    return f" that a claim could be checked against; its {_links(len(links))} to {led}"


def _links(count: int) -> str:
    return "one link leads" if count == 1 else f"{count} links lead"


def _standard(members: Sequence[Finding]) -> str:
    """Return the sentence on the standard that the article is held to, where the reasons of the claims end in one."""
    held = next((one.why for one in members if one.why.endswith(STRICTER)), "")
    return f" {held.rpartition('. ')[2]}" if held else ""


def _place(article: Article, member: Finding) -> Related:
    line = article.position(member.span.start).line if member.span else None
    return Related(article.id, member.span, line, member.quote, ", ".join(member.reasons))
