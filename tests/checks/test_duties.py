"""What the law asks of the reader: an instruction as a rule, and a claim where a strict standard is held to."""

from __future__ import annotations

import pytest

from checks.citations import CHECK, CitationsOptions
from checks.evidence.claims import claims
from checks.evidence.statements.duties import duty
from checks.evidence.statements.topic import topic
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
    strict, auto = missed_findings(source, "strict"), missed_findings(source, "auto")
    assert [one.quote for one in strict if "the law asks" in one.message] == [
        "You must pay tax on what you sell there."
    ]
    assert not any("the law asks" in one.message for one in auto)


TENANCIES = (
    "# Renting a room\n\nA lease binds the landlord and the tenant. A lawyer reads each clause before a claim goes "
    "anywhere, and eviction is a last resort of the tribunal. {}"
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A lodger may not change the locks.", "allows or forbids"),
        ("The landlord, who holds the spare key, can enter only in an emergency.", "allows or forbids"),
        ("It is unlawful to cut off the heating.", "allows or forbids"),
        ("Guarantors are liable for the whole rent.", "allows or forbids"),
        ("The onus of proving the damage rests with the owner.", "holds in law"),
        ("An oral lease is just as binding.", ""),
        ("An oral lease is binding.", "holds in law"),
        ("A tenant without an inventory is presumed to have found the room clean.", "holds in law"),
        ("The award cannot be challenged.", "holds in law"),
        ("Disputes about heating are decided by a single judge.", "holds in law"),
        ("The notice period for furnished rooms is a fortnight.", "how much time"),
        ("Tenants have two weeks after the letter to object.", "how much time"),
        ("A landlord may be on holiday in August.", ""),
        ("The tenant can hear the trams at night.", ""),
        ("Is an oral lease binding?", ""),
        ("An oral lease is binding ([tenancy act](https://www.legislation.gov.uk/ukpga/1985/70/section/11)).", ""),
    ],
)
def test_what_the_law_allows_forbids_presumes_or_sets_wants_its_law(sentence: str, told: str) -> None:
    article = parse(TENANCIES.format(sentence), id="article")
    assert topic(article) == "law"
    laid = duty(article, article.sentences[-1])
    heard = [one for one in missed_findings(TENANCIES.format(sentence)) if one.quote == sentence]
    if not told:
        assert not any("the law" in reason for one in heard for reason in one.reasons)
        return
    assert laid is not None
    assert told in laid.told
    assert len(heard) == 1
    assert claims(article)[-1].sentence == article.sentences[-1].index


def test_what_is_no_legal_advice_is_forbidden_by_nobody() -> None:
    article = parse(TENANCIES.format("What a neighbor says is not legal advice."), id="article")
    assert duty(article, article.sentences[-1]) is None
    other = parse(TENANCIES.format("To change the locks is not legal."), id="article")
    assert duty(other, other.sentences[-1]) is not None


def test_outside_articles_on_law_only_what_can_be_nothing_else_is_a_rule_of_law() -> None:
    fair = "# The harbor fair\n\nCome and see the stalls. {}"
    assert duty_of(fair.format("It is illegal to sell raw milk here."))
    assert not duty_of(fair.format("Visitors and drivers may enter by the north gate."))
    [told] = missed_findings(fair.format("It is illegal to sell raw milk here."), "strict")
    assert told.reasons == ("says what the law allows or forbids (“is illegal”)",)


def test_a_contract_makes_its_own_rules() -> None:
    sentence = "The tenant may not change the locks."
    own = "This agreement begins in May. Terms of this agreement are read as a whole. "
    assert duty_of(TENANCIES.format(sentence))
    assert not duty_of(TENANCIES.format(own + sentence))


def duty_of(source: str) -> bool:
    article = parse(source, id="article")
    return duty(article, article.sentences[-1]) is not None
