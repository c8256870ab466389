"""Names of products and sites that their owners write with capitals inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.data import lines
from checks.grammar.reading import places, reading
from checks.position import Span
from checks.rule import Example, Rule, related

RULE = Rule(
    name="grammar/name-spelling",
    summary="A well-known name that is written with other capitals, or apart, than its owner writes it.",
    why="Readers who know the name take the rest of the text for careless as well.",
    fix="Write the name as its owner does.",
    source="The owners' own pages (names.txt).",
    severity=Severity.WARNING,
    flagged=(
        Example("The harbour's films are on [[Youtube]] and its timetables on GitHub."),
        Example("Sailors write the page in plain [[Java Script]], and post it on [LinkedIn](/a)."),
        Example("Ask for the [[Powerpoint]] slides. The Powerpoint file is large.", note="Told once a name."),
    ),
    passed=(
        Example("The films are on YouTube, the code is on GitHub, and the talk was made in PowerPoint."),
        Example("Write to youtube@harbour.test, see github.com/harbour, or type `npm install javascript`."),
        Example("FOLLOW US ON YOUTUBE AND LINKEDIN. Follow #youtube and @github too."),
    ),
)


def find(article: Article) -> Iterator[Finding]:
    """Yield the first place of each name that is written wrongly, the others as related places."""
    wrong: dict[str, list[Span]] = defaultdict(list)
    for name, span in sorted(_forms(article), key=lambda one: one[1]):
        if article.slice(span) not in (name, name.upper()):
            wrong[name].append(span)
    for name, spans in wrong.items():
        yield RULE.finding(
            article,
            spans[0],
            f"The name is written “{name}”, not “{article.slice(spans[0])}”.",
            confidence=0.95,
            replacements=(name,),
            related=[related(article, span) for span in spans[1:]],
        )


def _forms(article: Article) -> Iterator[tuple[str, Span]]:
    """Yield each name with where it stands, in whatever form."""
    for word, span in places(article, _whole()):
        yield _whole()[word], span
    text = reading(article).text
    for word, span in places(article, _apart()):
        second, name = _apart()[word]
        end = span.end + 1 + len(second)
        if text[span.end + 1 : end] == second and not text[end : end + 1].isalnum():
            yield name, Span(span.start, end)


@cache
def _whole() -> Mapping[str, str]:
    """Return each name by its letters, all small."""
    return {name.lower(): name for name in (line.split()[0] for line in lines("names.txt"))}


@cache
def _apart() -> Mapping[str, tuple[str, str]]:
    """Return by the first word in small letters what is wrongly written as two words, and the name."""
    rows = [line.split() for line in lines("names.txt")]
    pairs = ((form.split("_"), name) for name, *forms in rows for form in forms)
    return {first.lower(): (second, name) for (first, second), name in pairs}
