"""Small slips that no dictionary shows: two verbs in a row, a lost apostrophe, a broken figure, a mistyped address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Format, MarkKind
from checks.finding import Finding, Severity
from checks.grammar.reading import found
from checks.position import Span
from checks.rule import Example, Rule

VERBS = Rule(
    name="grammar/two-verbs",
    summary="Two verbs where one belongs: “are currently have”.",
    why="The sentence was changed half, and readers cannot tell what it says.",
    fix="Delete the verb that is left over.",
    source="Corrections that editors of publications make.",
    severity=Severity.WARNING,
    flagged=(
        Example("We [[are currently have]] two ferries."),
        Example("The harbour [[is also has]] a light, and the crew [[were already had]] a boat."),
    ),
    passed=(
        Example("We currently have two ferries, as they are, and have always had them."),
        Example("What there is also has a price. Those that are now have been painted."),
    ),
)

APOSTROPHE = Rule(
    name="grammar/missing-apostrophe",
    summary="A plural where its owner is meant: “the passengers ability”, “the worlds oldest ferry”.",
    why="Readers take the word for a plural and lose the thread.",
    fix="Put in the apostrophe.",
    source="Every style guide: possessives.",
    severity=Severity.WARNING,
    flagged=(
        Example("It depends on the [[passengers]] ability to wait."),
        Example("This is the [[worlds]] oldest ferry, and our [[towns]] willingness to pay is great."),
    ),
    passed=(
        Example(
            "It depends on the passengers' ability to wait. The world's oldest ferry gives passengers the ability."
        ),
        Example("Many worlds exist. The business ability of the boss, and this class ability, is known."),
    ),
)

FIGURE = Rule(
    name="grammar/broken-figure",
    summary="A figure with a full stop or comma that leads nowhere: “11. MB”, “3. 5 percent”.",
    why="A digit may be lost, and the figure wrong.",
    fix="Look the figure up and put in what is missing, or take out the mark.",
    source="Corrections that editors of publications make.",
    severity=Severity.WARNING,
    flagged=(
        Example("The map (PDF, [[11. MB]]) is free."),
        Example("Fares rose by [[3. 5 percent]] to [[1, 200 euros]]."),
    ),
    passed=(
        Example("The map (PDF, 1.1 MB) is free. It was rebuilt in 2011. GB News was there."),
        Example("Fares rose by 3.5 percent to 1,200 euros in chapters 1, 200 and 300. See page 3. 5 percent agreed."),
    ),
)

ADDRESS = Rule(
    name="grammar/mistyped-address",
    summary="A link that shows one address and leads to another that differs by a letter or two.",
    why="Readers who copy or type the address reach nobody, or somebody else.",
    fix="Find out which of the two is right and use it for both.",
    source="Corrections that editors of publications make.",
    severity=Severity.ERROR,
    flagged=(
        Example('<p>Write to <a href="mailto:office@harbour.test">[[office@harbor.test]]</a>.</p>', Format.HTML),
        Example('<p>See <a href="https://pier.test/fares">[[peir.test/fares]]</a>.</p>', Format.HTML),
    ),
    passed=(
        Example("Write to [office@harbour.test](mailto:office@harbour.test?subject=Fares)."),
        Example("See [harbour.test](https://www.harbour.test/) and [Harbour.test/b](https://harbour.test/b?c=d)."),
        Example("See [harbour.test](https://track.test/c?u=1) and [pier.test](https://harbour.test)."),
    ),
)

_VERBS = re.compile(
    r"\b(?:is|are|was|were) (?:currently|now|also|still|already|just) (?:have|has|had)\b(?! (?:been|to be)\b)"
)
_RELATIVE = re.compile(
    r"\b(?:that|which|who|what|there|where|how|as|than)(?: it| they| he| she| we| you)? $", re.IGNORECASE
)
_OWNED = re.compile(
    r"\b(?:the|our|your|their|its|his|her|these|those) (?P<owner>[A-Za-z][a-z]{2,20}[^s\Wiu]s) "
    r"(?:ability|inability|willingness|unwillingness)\b"
    r"|\bthe (?P<place>worlds|nations|countrys|citys|companys|towns|continents|planets) "
    r"(?:first|only|largest|biggest|oldest|smallest|fastest|longest|highest|tallest|richest|poorest|best|busiest|leading|most)\b"
)
_FIGURE = re.compile(
    r"(?<![\w.,])\d{1,3}\. (?:[MKGT]B|kg|km|cm|mm)(?=[,);]|$)"
    r"|(?<=\bby )\d{1,3}\. \d{1,2} (?:percent|per cent|million|billion)\b"
    r"|(?<=\bto )\d{1,3}, \d{3} (?:euros|dollars|pounds|people|miles|km|tonnes|tons)\b"
)
_SCHEME = re.compile(r"^(?:mailto:|https?://)(?:www\.)?", re.IGNORECASE)
_SHOWN = re.compile(r"[\w.+-]{1,64}@[\w.-]{3,80}|(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?:/[^\s]{0,200})?")
SLIPS = 2
"""Letters at most that make one address look like the other."""


def verbs(article: Article) -> Iterator[Finding]:
    """Yield each pair of verbs of which one is left over."""
    for match in found(article, _VERBS):
        if not _RELATIVE.search(match.string, max(0, match.start() - 20), match.start()):
            message = f"“{match[0]}” has a verb too many."
            yield VERBS.finding(article, Span(*match.span()), message, confidence=0.85)


def apostrophes(article: Article) -> Iterator[Finding]:
    """Yield each plural that stands for an owner."""
    for match in found(article, _OWNED):
        group = match.lastgroup or ""
        word = match[group]
        better = f"{word[:-1]}'s" if group == "place" else f"{word}'"
        if "’" in article.text:
            better = better.replace("'", "’")
        message = f"“{word}” seems to stand for an owner, and to lack its apostrophe."
        yield APOSTROPHE.finding(article, Span(*match.span(group)), message, confidence=0.85, replacements=(better,))


def figures(article: Article) -> Iterator[Finding]:
    """Yield each figure with a mark that leads nowhere."""
    for match in found(article, _FIGURE):
        message = f"In “{match[0]}” a digit is lost, or a mark or space is left over."
        yield FIGURE.finding(article, Span(*match.span()), message, confidence=0.85)


def addresses(article: Article) -> Iterator[Finding]:
    """Yield each address shown by a link that leads to another, nearly the same one."""
    from rapidfuzz.distance import OSA

    for mark in article.marks:
        shown = article.slice(mark.span) if mark.kind is MarkKind.LINK else ""
        if "." not in shown or not _SHOWN.fullmatch(shown):
            continue
        one, other = (_bare(address) for address in (shown, mark.target))
        if one != other and OSA.distance(one, other, score_cutoff=SLIPS) <= SLIPS:
            message = f"The link shows “{shown}” and leads to “{mark.target}”."
            yield ADDRESS.finding(article, mark.span, message, confidence=0.9)


def _bare(address: str) -> str:
    """Return the host or mailbox of an address, with its path, without scheme, query and last slash."""
    return _SCHEME.sub("", address).partition("?")[0].partition("#")[0].rstrip("/").lower()
