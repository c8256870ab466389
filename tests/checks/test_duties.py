"""What the law asks of the reader: an instruction as a rule, and a claim where a strict standard is held to."""

from __future__ import annotations

import pytest

from checks.citations import CHECK, CitationsOptions
from checks.evidence.topic import topic
from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.rule import Context

TAXES = (
    "# Your first tax return\n\nIncome from a trade is taxed. The tax office sends a notice of assessment to each "
    "taxpayer, and interest is due on unpaid taxes. {}"
)


def missed_findings(source: str, standard: str = "auto") -> list[Finding]:
    options = CitationsOptions.model_validate({"standard": standard})
    assert CHECK.run is not None
    found = CHECK.run(parse(source, id="article"), Context(options))
    return [one for one in found if one.rule == "citations/missing-citation"]


def missed(source: str, standard: str) -> list[tuple[str, Severity]]:
    return [(one.quote, one.severity) for one in missed_findings(source, standard)]


@pytest.mark.parametrize(
    "sentence",
    [
        "You must file your return by 31 January.",
        "You have to keep receipts for six years.",
        "You need to register within three months of the first sale.",
        "If you are late, you will be fined 100 pounds.",
        "You may appeal within 30 days.",
    ],
)
def test_a_duty_in_an_article_on_money_wants_its_law(sentence: str) -> None:
    source = TAXES.format(sentence)
    assert topic(parse(source, id="article")) == "finance"
    assert (sentence, Severity.WARNING) in missed(source, "auto")


def test_under_the_usual_standard_it_tells_the_reader_what_to_do() -> None:
    sentence = "You must file your return by 31 January."
    assert sentence not in dict(missed(TAXES.format(sentence), "usual"))
    [told] = [one for one in missed_findings(TAXES.format(sentence)) if one.quote == sentence]
    assert told.reasons == ("tells the reader what the law asks (“You must file”)",)
    assert "cite the law" in told.message


@pytest.mark.parametrize(
    "sentence",
    [
        "You must press the blue button.",
        "You have to keep calm.",
        "According to the [tax code](https://www.law.cornell.edu/uscode/text/26/6072), you must file by 15 April.",
        "You must file your return by 31 January ([tax office](https://www.gov.uk/self-assessment/deadlines)).",
        "Must you file your return by 31 January?",
    ],
)
def test_instructions_and_what_has_a_source_are_left_alone(sentence: str) -> None:
    assert not any("the law asks" in one.message for one in missed_findings(TAXES.format(sentence)))


def test_under_a_strict_standard_elsewhere_only_what_the_law_is_named_in_counts() -> None:
    source = "# The harbor fair\n\nYou must register by 3 May to take part. You must pay tax on what you sell there."
    assert [quote for quote, _ in missed(source, "strict")] == ["You must pay tax on what you sell there."]
    assert not missed(source, "auto")
