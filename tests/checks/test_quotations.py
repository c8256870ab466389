"""Whether the reader of a quotation learns whose words it holds."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.citations.statements import statements
from checks.evidence.sources.quotations import quotations
from checks.finding import Severity
from checks.parsing import parse

WORDS = "The frost took half of the hives before anybody in the valley woke up."
QUOTED = f"“{WORDS}”"
OTHER = "“Nobody had seen such a winter, and nobody wants to see another one.”"


def sourced(source: str) -> list[bool]:
    """Return, for each quotation, whether its speaker or source is named."""
    return [one.sourced for one in quotations(parse(source, id="article", format=Format.MARKDOWN))]


@pytest.mark.parametrize(
    "source",
    [
        f"Marta Iversen told the paper: {QUOTED}",
        f"{QUOTED[:-2]},” said Marta Iversen.",
        f"{QUOTED} Iversen said.",
        "“The frost took half of the hives,” said Marta Iversen, “before anybody in the old valley woke up.”",
        f"She recalls the day: {QUOTED}",
        f"{QUOTED} — Marta Iversen",
        f"{QUOTED} (Iversen 2016)",
        f"{QUOTED} ([diary](https://www.archive.org/details/iversen))",
        f"> {QUOTED}\n>\n> — Marta Iversen",
        f"> {QUOTED}\n\n— Marta Iversen",
        f"*{QUOTED}*\n— Marta Iversen",
        f"> {QUOTED}\n> <cite>Marta Iversen</cite>, 1956",
        f"Iversen put it like this:\n\n> {QUOTED}",
        f"Rain fell, said Marta Iversen.\n\n{QUOTED}\n\nThe town slept.",
        f"Rain fell, said Marta Iversen.\n\n> {OTHER}\n\n{QUOTED}\n\nThe town slept.",
        f"<figure><blockquote>{QUOTED}</blockquote><figcaption>Marta Iversen</figcaption></figure>",
        f"<blockquote><p>{QUOTED}</p><cite>Marta Iversen</cite></blockquote>\n\nThe town slept.",
        f"{QUOTED}\n\nMarta Iversen wrote that in her diary.",
        f"{QUOTED[:-2]},” goes the old rule.",
        f"{QUOTED[:-2]},” as the proverb has it.",
        f"The joke among fishermen goes: {QUOTED}",
        f"In the valley runs an old saying, {QUOTED}",
    ],
)
def test_a_speaker_may_stand_before_in_or_after(source: str) -> None:
    assert sourced(source)[-1]


@pytest.mark.parametrize(
    "source",
    [
        f"{QUOTED} The town slept.",
        f"The town slept.\n\n{QUOTED}\n\nThe river froze.",
        f"> {QUOTED}\n\nThe town slept.",
        f"Rain fell, said Marta Iversen.\n\nThe town slept.\n\nThe river froze.\n\n{QUOTED}\n\nSpring came late.",
    ],
)
def test_words_of_nobody(source: str) -> None:
    assert sourced(source) == [False]


PASSAGE = "The frost took half of the hives before anybody in the valley woke up, and the rest died in spring."


@pytest.mark.parametrize(
    "source",
    [
        f"The town slept.\n\n> {PASSAGE}\n\nThe river froze.",
        f"# Frost\n\n> {PASSAGE}\n\nThe river froze.",
        f"<p>The town slept.</p><blockquote><p>{PASSAGE}</p></blockquote><p>The river froze.</p>",
        f"The town slept.\n\n> {PASSAGE}\n>\n> The bees were found in May, and the keeper wept.\n\nThe river froze.",
        f"The town slept.\n\n> *{PASSAGE}*\n\nThe river froze.",
    ],
)
def test_a_passage_set_off_without_quotation_marks_is_somebodys(source: str) -> None:
    article = parse(source, id="article", format=Format.HTML if source.startswith("<") else Format.MARKDOWN)
    assert [(one.sourced, one.voiced, one.marked) for one in quotations(article)] == [(False, False, False)]
    [found] = [one for one in statements(article, 0.99) if one.rule == "citations/unsourced-quotation"]
    assert found.severity is Severity.SUGGESTION


@pytest.mark.parametrize(
    "source",
    [
        f"> **Note:** {PASSAGE}",
        f"> Note that {PASSAGE}",
        f"> Key takeaway: {PASSAGE}",
        f"> **{PASSAGE}**",
        "> The hives of the valley and the long frost of that winter",
        f"It was cold. {PASSAGE}\n\n> {PASSAGE}\n\nThe river froze.",
        f"> TL;DR {PASSAGE}",
        "> - the frost in the valley that took half of the hives\n> - the spring that took the rest",
        "> Frost: when water in the soil freezes before the bees have left the hive.",
        "> Rain fell.",
        f"> [{PASSAGE}](https://www.bees.net/frost)",
    ],
)
def test_what_is_set_off_for_another_reason_is_not(source: str) -> None:
    assert [one for one in quotations(parse(source, id="article", format=Format.MARKDOWN)) if not one.marked] == []


@pytest.mark.parametrize(
    "source",
    [
        f"Iversen put it like this:\n\n> {PASSAGE}\n\nThe river froze.",
        f"> {PASSAGE}\n>\n> — Marta Iversen\n\nThe river froze.",
        f"> {PASSAGE}\n\nMarta Iversen wrote that in her diary.",
        f"The diary is [online](https://www.archive.org/details/iversen).\n\n> {PASSAGE}\n\nThe river froze.",
    ],
)
def test_a_passage_that_is_set_off_may_have_its_speaker_beside_it(source: str) -> None:
    assert sourced(source) == [True]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Rents have risen by 30 percent and nobody in the ministry lifted a finger to help us.", True),
        ("My rent has doubled since 2019 and the landlord has not mended one window.", True),
        ("The winter is long and nobody in the ministry lifted a finger to help us.", False),
        ("If you had 2,000 hives you would not ask me why I get up at four.", False),
    ],
)
def test_whoever_gives_figures_is_asked_for_though_they_talk_of_themselves(words: str, *, asked: bool) -> None:
    article = parse(f"The hall was full. “{words}” People clapped.", id="article", format=Format.MARKDOWN)
    assert any(one.rule == "citations/unsourced-quotation" for one in statements(article, None)) is asked


def test_words_of_an_unnamed_source_are_asked_for_once() -> None:
    article = parse(f"The hall was full. {QUOTED[:-2]},” a source said. People clapped.", format=Format.MARKDOWN)
    assert [one.rule for one in statements(article, 0.99)] == ["citations/vague-attribution"]
