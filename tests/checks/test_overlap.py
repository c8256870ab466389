"""One slip is told once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.citations import CHECK, CitationsOptions, run
from checks.finding import Finding, Related, Severity
from checks.overlap import distinct
from checks.parsing import parse
from checks.position import Span
from checks.residue import CHECK as RESIDUE
from checks.residue import run as residue
from checks.rule import Context

SOURCE = "The fery leaves at six.It returns {{ hour }} later."
ARTICLE = parse(SOURCE, id="ferry", name="ferry.txt")


def at(rule: str, quote: str) -> Finding:
    """Return a finding of `rule` at the first `quote` in the source."""
    start = SOURCE.index(quote)
    return Finding(rule, Severity.WARNING, 0.9, "", "", "", Span(start, start + len(quote)), quote)


GAP = at("residue/missing-space", "six.It")
VARIABLE = at("residue/template-variable", "{{ hour }}")


@pytest.mark.parametrize(
    "finding",
    [
        at("grammar/SENTENCE_WHITESPACE", "It"),
        at("grammar/MORFOLOGIK_RULE_EN_US", "six.It"),
        at("grammar/UNPAIRED_BRACKETS", "{{"),
        at("grammar/MORFOLOGIK_RULE_EN_US", "hour"),
    ],
)
def test_grammar_gives_way_to_residue_in_the_same_place(finding: Finding) -> None:
    assert list(distinct(ARTICLE, [finding, GAP, VARIABLE])) == [GAP, VARIABLE]


@pytest.mark.parametrize(
    "finding",
    [
        at("grammar/MORFOLOGIK_RULE_EN_US", "fery"),
        at("grammar/MORFOLOGIK_RULE_EN_US", "six"),
        at("grammar/AGREEMENT", "leaves"),
        at("superlatives/puffery", "It"),
        replace(at("grammar/SENTENCE_WHITESPACE", "It"), suppressed=True),
        replace(GAP, rule="grammar/WHOLE", span=None, quote=""),
    ],
)
def test_other_findings_stay(finding: Finding) -> None:
    assert finding in list(distinct(ARTICLE, [finding, GAP, VARIABLE]))


def test_a_suppressed_finding_makes_nothing_give_way() -> None:
    whitespace = at("grammar/SENTENCE_WHITESPACE", "It")
    assert list(distinct(ARTICLE, [whitespace, replace(GAP, suppressed=True)])) == [
        whitespace,
        replace(GAP, suppressed=True),
    ]


TEXT = (
    "Experts agree that it is the safest pump. Sales fell by half. [citation needed] It is the only pump here.\n\n"
    "“Nobody ever built a better pump than this one.”"
)
PUMPS = parse(TEXT, id="pumps", name="pumps.txt")
DANGLING = "citations/dangling-reference"
VAGUE = "citations/vague-attribution"
MISSING = "citations/missing-citation"
SUPERLATIVE = "superlatives/unsupported-superlative"


def on(rule: str, quote: str, confidence: float = 0.9) -> Finding:
    """Return a finding of `rule` at the first `quote` in the text on pumps."""
    start = TEXT.index(quote)
    return Finding(rule, Severity.WARNING, confidence, "", "", "", Span(start, start + len(quote)), quote)


CREDITED = on(VAGUE, "Experts agree")
ASKED = on("citations/placeholder-citation", "[citation needed]")
QUOTED = on("citations/unsourced-quotation", "“Nobody ever built a better pump than this one.”")


@pytest.mark.parametrize(
    ("useful", "told"),
    [
        (CREDITED, on(MISSING, "Experts agree that it is the safest pump.")),
        (CREDITED, on(SUPERLATIVE, "the safest")),
        (CREDITED, on("superlatives/puffery", "agree")),
        (ASKED, on(MISSING, "Sales fell by half.")),
        (QUOTED, on(MISSING, QUOTED.quote)),
        (QUOTED, on("superlatives/absolute-claim", "Nobody ever")),
        (on(SUPERLATIVE, "the only"), on(MISSING, "It is the only pump here.")),
        (on("superlatives/puffery", "the only"), on(MISSING, "It is the only pump here.", confidence=0.4)),
    ],
)
def test_a_source_is_missed_once_in_a_place_and_by_the_more_useful_finding(useful: Finding, told: Finding) -> None:
    assert list(distinct(PUMPS, [told, useful])) == [useful]
    assert list(distinct(PUMPS, [told])) == [told], "each check finds its own when it runs alone"
    assert set(distinct(PUMPS, [told, replace(useful, suppressed=True)])) == {told, replace(useful, suppressed=True)}


def test_a_marker_without_an_entry_speaks_for_its_sentence_even_from_behind_the_stop() -> None:
    source = "Sales fell by half.[4] Mills closed in 1911. Rents doubled [5] in a year.\n\n1. Berg, E. Pumps. 2011."
    article = parse(source, id="sales", name="sales.txt")

    def at(rule: str, quote: str) -> Finding:
        return replace(on(rule, "Sales"), span=Span(source.index(quote), source.index(quote) + len(quote)))

    lost = [at(DANGLING, "[4]"), at(DANGLING, "[5]")]
    told = [at(MISSING, "Sales fell by half."), at(MISSING, "Rents doubled [5] in a year.")]
    kept = at(MISSING, "Mills closed in 1911.")
    assert list(distinct(article, [*told, kept, *lost])) == [kept, *lost]


@pytest.mark.parametrize(
    "other",
    [
        on(MISSING, "Sales fell by half."),
        on(SUPERLATIVE, "the only"),
        on("superlatives/puffery", "the safest"),
        on("grammar/AGREEMENT", "it is"),
    ],
)
def test_other_sentences_and_other_faults_keep_their_own(other: Finding) -> None:
    assert list(distinct(PUMPS, [CREDITED, other])) == [CREDITED, other]


def test_who_gives_way_makes_nobody_give_way() -> None:
    wrapped = replace(QUOTED, rule="residue/wrapping-quotes")
    missing = on(MISSING, QUOTED.quote)
    assert list(distinct(PUMPS, [wrapped, QUOTED, missing])) == [wrapped, missing]


def test_what_decides_gives_way_to_nothing_advisory() -> None:
    superlative, missing = on(SUPERLATIVE, "the only"), on(MISSING, "It is the only pump here.")
    both = [superlative, missing]
    assert list(distinct(PUMPS, both, advisory=["superlatives"])) == both
    assert list(distinct(PUMPS, both, advisory=["citations"])) == [superlative]
    assert list(distinct(PUMPS, both, advisory=["citations", "superlatives"])) == [superlative]


LINKED = (
    "Mills [closed]() in 1911. Half of the rents [doubled](#) in a year. Wages fell by a third [TK].\n\n"
    "![The mill](placeholder.png)\n"
)
MILLS = parse(LINKED, id="mills", name="mills.md")
EMPTY = "citations/empty-link"
LEFT_OPEN = "residue/placeholder"


def of_mills(rule: str, quote: str, severity: Severity = Severity.WARNING) -> Finding:
    """Return a finding of `rule` at a quotation from the text on mills."""
    start = LINKED.index(quote)
    return Finding(rule, severity, 0.9, "", "", "", Span(start, start + len(quote)), quote)


def test_an_empty_link_is_told_once_and_as_gravely_as_anything_it_stands_for() -> None:
    empty = of_mills(EMPTY, "[closed]()")
    found = [
        of_mills(MISSING, "Mills [closed]() in 1911."),
        empty,
        of_mills(LEFT_OPEN, "[closed]()", Severity.ERROR),
    ]
    assert list(distinct(MILLS, found)) == [replace(empty, severity=Severity.ERROR)]


@pytest.mark.parametrize(
    ("left", "sentence"),
    [("[doubled](#)", "Half of the rents [doubled](#) in a year."), ("[TK]", "Wages fell by a third [TK].")],
)
def test_what_was_left_to_be_filled_in_comes_before_the_source_of_its_sentence(left: str, sentence: str) -> None:
    placeholder, missing = of_mills(LEFT_OPEN, left), of_mills(MISSING, sentence)
    assert list(distinct(MILLS, [missing, placeholder])) == [placeholder]


def test_what_is_left_open_behind_a_sentence_does_not_speak_for_it() -> None:
    source = "Nurses recommend salt. [Insert map] The mill is closed.\n"
    article = parse(source, id="salt", name="salt.md")
    vague, left = (
        Finding(rule, Severity.WARNING, 0.9, "", "", "", Span(at, at + len(quote)), quote)
        for rule, quote in ((VAGUE, "Nurses recommend"), (LEFT_OPEN, "[Insert map]"))
        for at in [source.index(quote)]
    )
    assert list(distinct(article, [vague, left])) == [vague, left]


def test_a_placeholder_outside_any_sentence_speaks_for_none() -> None:
    found = [of_mills(MISSING, "Wages fell by a third [TK]."), of_mills(LEFT_OPEN, "![The mill](placeholder.png)")]
    assert list(distinct(MILLS, found)) == found


@pytest.mark.parametrize(
    ("advisory", "severity"),
    [((), Severity.ERROR), (("citations",), Severity.SUGGESTION), (("citations", "superlatives"), Severity.ERROR)],
)
def test_gravity_is_inherited_from_what_decides(advisory: tuple[str, ...], severity: Severity) -> None:
    ranked = replace(on(SUPERLATIVE, "the only"), severity=Severity.SUGGESTION)
    missing = replace(on(MISSING, "It is the only pump here."), severity=Severity.ERROR)
    assert list(distinct(PUMPS, [missing, ranked], advisory)) == [replace(ranked, severity=severity)]


def test_a_doubtful_claim_makes_praise_no_graver() -> None:
    praise = replace(on("superlatives/puffery", "the only"), severity=Severity.SUGGESTION)
    doubtful = on(MISSING, "It is the only pump here.", confidence=0.4)
    assert list(distinct(PUMPS, [doubtful, praise])) == [praise]


PRAISE = "superlatives/puffery"


@pytest.mark.parametrize(("praising", "told"), [(0.4, [MISSING, PRAISE]), (0.6, [PRAISE])])
def test_a_doubtful_claim_gives_way_to_praise_that_is_as_sure(praising: float, told: list[str]) -> None:
    praise = replace(on(PRAISE, "the only"), confidence=praising)
    doubtful = on(MISSING, "It is the only pump here.", confidence=0.5)
    assert [one.rule for one in distinct(PUMPS, [doubtful, praise])] == told


WHO = "Naps cut the risk of stroke by half, says a [WHO report](https://www.miracle-herbs.net/naps). It rained."


def test_a_link_that_misleads_and_its_claim_are_told_once_by_what_says_both() -> None:
    article = parse(WHO, id="naps", name="naps.md")
    assert CHECK.run is not None
    found = list(distinct(article, CHECK.run(article, Context(CitationsOptions()))))
    assert [one.rule for one in found if "WHO" in one.quote] == ["citations/misleading-link"]
    [told] = [one for one in found if one.rule == "citations/misleading-link"]
    assert told.message.endswith("miracle-herbs.net. Nothing else supports the sentence.")
    sourced = parse(WHO.replace(" It rained", " It rained [again](https://www.rain.org/2019/may)"), id="a", name="a.md")
    assert "citations/misleading-link" in {one.rule for one in CHECK.run(sourced, Context(CitationsOptions()))}


def test_a_placeholder_that_is_an_empty_link_is_told_once() -> None:
    article = parse("Naps cut the risk of stroke by half ([source]()).", id="naps", name="naps.md")
    assert CHECK.run is not None
    found = list(distinct(article, CHECK.run(article, Context(CitationsOptions()))))
    assert [one.rule for one in found if one.span] == ["citations/placeholder-citation"]


@pytest.mark.parametrize(
    ("shown", "rule"),
    [("(source?)", "citations/placeholder-citation"), ("[9]", DANGLING), ("[proof]()", EMPTY)],
)
def test_a_promise_is_told_beside_whatever_note_its_source_is_missed_by(shown: str, rule: str) -> None:
    article = parse(f"The pill has no side effects at all {shown}, and it grew by 40 percent.", name="a.txt")

    def on(rule: str, quote: str) -> Finding:
        start = article.source.index(quote)
        return Finding(rule, Severity.WARNING, 0.9, "", "", "", Span(start, start + len(quote)), quote)

    note = on(rule, shown)
    promise = on("superlatives/absolute-claim", "no side effects")
    others = [on("superlatives/unsupported-superlative", "at all"), on("citations/missing-citation", article.source)]
    assert list(distinct(article, [note, promise, *others])) == [note, promise]


@pytest.mark.parametrize("mark", ["【3†source】", "turn0search3", ":contentReference[oaicite:2]{index=2}"])
def test_a_mark_of_an_assistant_is_told_once_and_its_other_remarks_are_kept(mark: str) -> None:
    article = parse(f"Certainly! Here is the article you asked for.\n\nThe ferry runs to the skerries {mark}.")
    found = [*run(article, Context(CitationsOptions())), *residue(article, Context(RESIDUE.options()))]
    told = [one for one in distinct(article, found) if one.quote.strip() in mark]
    assert [one.rule for one in told] == ["citations/placeholder-citation"]
    assert [one.quote for one in distinct(article, found) if one.rule == "residue/assistant-boilerplate"] == [
        "Certainly! Here is"
    ]


BREAD = "It is the finest bread in the land, a delicious, warm treat. The crust is lovely, the best of all (source?)."


def of_bread(rule: str, quote: str, severity: Severity = Severity.WARNING, message: str = "") -> Finding:
    start = BREAD.index(quote)
    return Finding(rule, severity, 0.7, message, "", "", Span(start, start + len(quote)), quote)


def test_praise_in_a_sentence_that_ranks_is_told_with_the_ranking() -> None:
    article = parse(BREAD, id="bread", name="bread.txt")
    ranking = of_bread(SUPERLATIVE, "the finest", Severity.SUGGESTION, "“the finest” ranks it.")
    places = (Related("bread", of_bread("x/y", "warm").span, 1, "warm", ""),)
    praise = replace(of_bread("superlatives/puffery", "delicious"), confidence=0.8, related=places)
    [told] = distinct(article, [ranking, praise])
    assert told.span == ranking.span
    assert told.message == "“the finest” ranks it. Also in this sentence: “delicious”, “warm”."
    assert (told.severity, told.confidence) == (Severity.WARNING, 0.8)
    assert [one.quote for one in told.related] == ["delicious", "warm"]
    elsewhere = of_bread("superlatives/puffery", "lovely")
    assert list(distinct(article, [ranking, elsewhere])) == [ranking, elsewhere]
    hidden = replace(praise, suppressed=True)
    assert list(distinct(article, [ranking, hidden])) == [ranking, hidden]
    listed = replace(ranking, message="“the finest” ranks it. Also in this sentence: “the best”.")
    [longer] = distinct(article, [listed, praise])
    assert longer.message.endswith("Also in this sentence: “the best”, “delicious”, “warm”.")


def test_praise_stays_where_its_ranking_gives_way_to_a_note() -> None:
    article = parse(BREAD, id="bread", name="bread.txt")
    note = of_bread("citations/placeholder-citation", "(source?)", Severity.ERROR)
    praise, ranking = of_bread("superlatives/puffery", "lovely"), of_bread(SUPERLATIVE, "the best of all")
    assert [one.rule for one in distinct(article, [note, praise, ranking])] == [note.rule, praise.rule]
