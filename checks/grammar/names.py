"""Names of products and sites that their owners write with capitals inside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.data import lines
from checks.grammar.reading import found
from checks.position import Span
from checks.rule import Example, Rule, related

RULE = Rule(
    name="grammar/name-spelling",
    summary="A well-known name that is written with other capitals, or apart, than its owner writes it.",
    why="Readers who know the name take the rest of the text for careless as well.",
    fix="Write the name as its owner does.",
    source="The owners' own pages; names.txt of this check.",
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
    right = _right()
    places: dict[str, list[Span]] = defaultdict(list)
    for match in found(article, _pattern()):
        written = match[0]
        name = right[written.lower()]
        if written not in (name, name.upper()) and not (" " in written and written.islower()):
            places[name].append(Span(*match.span()))
    for name, spans in places.items():
        yield RULE.finding(
            article,
            spans[0],
            f"The name is written “{name}”, not “{article.slice(spans[0])}”.",
            confidence=0.95,
            replacements=(name,),
            related=[related(article, span) for span in spans[1:]],
        )


@cache
def _right() -> Mapping[str, str]:
    """Return each name by the forms it is met in, in small letters."""
    rows = [line.split() for line in lines("names.txt")]
    return {form.lower().replace("_", " "): name for name, *others in rows for form in (name, *others)}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_right(), key=len, reverse=True)
    return re.compile(rf"(?<![\w@#./-])(?:{'|'.join(map(re.escape, forms))})(?![\w@/]|[.-]\w)", re.IGNORECASE)
