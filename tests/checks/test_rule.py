"""Examples, rules and the findings they make."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from checks.article import Format
from checks.finding import Severity
from checks.page import handbook, page
from checks.parsing import parse
from checks.position import Span
from checks.rule import Check, CheckUnavailable, Example, Options, Rule, related

RULE = Rule(
    name="residue/lamp",
    summary="A lamp.",
    why="Lamps are hot.",
    fix="Put it out.",
    source="The lighthouse keepers' handbook.",
    severity=Severity.WARNING,
    flagged=(Example("A [[lamp]] and a [[lamp]]."), Example("Lamps everywhere.", others=("Another lamp.",))),
    passed=(Example("No ```light``` here.", note="Darkness is fine."),),
    gaps=(Example("A [[lantern]]."), Example("A lampoon.")),
)


class LampOptions(Options):
    """Options for the tests."""

    max_lamps: int = 3


def test_marks_are_cut_out_of_an_example() -> None:
    example = Example("See [[[1]]] and [[two\nlines]].")
    assert example.source == "See [1] and two\nlines."
    assert [example.source[start:end] for start, end in example.spans] == ["[1]", "two\nlines"]


def test_a_finding_quotes_the_source_not_the_text() -> None:
    article = parse("<p>Salt &amp; rope</p>", format=Format.HTML)
    finding = RULE.finding(article, Span(0, 11), "Salt and rope.", confidence=0.12345)
    assert finding.quote == "Salt &amp; rope"
    assert finding.span == Span(3, 18)
    assert finding.confidence == 0.123
    assert (finding.check, finding.severity, finding.why, finding.fix) == (
        "residue",
        Severity.WARNING,
        RULE.why,
        RULE.fix,
    )


def test_a_finding_may_stand_where_nothing_is_shown_or_nowhere() -> None:
    article = parse("<p>Salt</p><hr>", format=Format.HTML)
    assert RULE.finding(article, None, "A rule.", confidence=1, source_span=Span(11, 15)).quote == "<hr>"
    whole = RULE.finding(article, None, "All of it.", confidence=1, severity=Severity.ERROR, fix="Start again.")
    assert (whole.span, whole.quote, whole.severity, whole.fix) == (None, "", Severity.ERROR, "Start again.")


def test_a_related_place_knows_its_line() -> None:
    article = parse("One line.\n\nAnother line.", id="harbour.md")
    place = related(article, Span(11, 18), "said before")
    assert (place.article, place.line, place.quote, place.note) == ("harbour.md", 3, "Another", "said before")
    assert related(article, None).span is None


def test_options_are_written_with_hyphens_and_nothing_unknown() -> None:
    assert LampOptions.model_validate({"max-lamps": 5}).max_lamps == 5
    with pytest.raises(ValidationError):
        LampOptions.model_validate({"max-lanterns": 5})


def test_a_check_that_cannot_run_says_why_and_what_to_do() -> None:
    error = CheckUnavailable("no lamp was found", "Buy one.")
    assert str(error) == "no lamp was found. Buy one."
    assert str(CheckUnavailable("no lamp was found")) == "no lamp was found"


def test_a_page_says_everything_once() -> None:
    assert (
        page(RULE)
        == """\
# `residue/lamp`

A lamp.

Severity: warning.

## Why it matters

Lamps are hot.

## How to fix it

Put it out.

## Flagged

```markdown
A [[lamp]] and a [[lamp]].
```

The article as a whole is flagged:

```markdown
Lamps everywhere.
```

Beside it in the same audit, article `other-1`:

```markdown
Another lamp.
```

## Not flagged

Darkness is fine.

````markdown
No ```light``` here.
````

## Known gaps

Missed today:

```markdown
A [[lantern]].
```

Flagged today, and wrongly so:

```markdown
A lampoon.
```

## Source

The lighthouse keepers' handbook.
"""
    )


def test_the_handbook_holds_every_page_below_its_check() -> None:
    check = Check("residue", "What a paste leaves.", (RULE,), LampOptions)
    text = handbook([check])
    assert "\n## residue\n\nWhat a paste leaves.\n\n### `residue/lamp`\n" in text
    assert text.endswith("The lighthouse keepers' handbook.\n")


def test_what_would_settle_a_finding_ends_its_message_and_is_what_to_do() -> None:
    article = parse("<p>Salt</p>", format=Format.HTML)
    settled = RULE.finding(article, Span(0, 4), "It has no source", confidence=1, remedy="cite a cook")
    assert (settled.message, settled.fix) == ("It has no source: cite a cook.", "Cite a cook.")
    assert (settled.remedy, settled.advice) == ("cite a cook", "")
    general = RULE.finding(article, Span(0, 4), "It has no source.", confidence=1)
    assert (general.remedy, general.advice) == ("", RULE.fix)
