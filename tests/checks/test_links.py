"""What links pose as questions, and what answers become: places, replacements, groups, and what stays unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from checks.article import Format
from checks.citations import CHECK, CitationsOptions
from checks.citations.link_options import LinkOptions
from checks.citations.linked import linked
from checks.citations.severed import weighed
from checks.evidence import claims
from checks.finding import Finding
from checks.parsing import parse
from checks.rule import CheckUnavailable, Context
from checks.web import Answer, Outcome, Question

TIDES = "https://www.harbour-tides.net/tables/2019"
NEW = "https://www.harbour-tides.net/archive/2019"


class Told:
    """A web that says what a test wants it to say."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.answers = answers
        self.expected: list[Question] = []

    def expect(self, questions: Iterable[Question]) -> None:
        self.expected += questions

    def answer(self, question: Question) -> Answer:
        return self.answers.get(question.address, Answer(Outcome.ANSWERED, 200))


def questions(source: str, format: Format = Format.MARKDOWN, url: str = "", **options: object) -> list[str]:
    article = parse(source, format=format, url=url)
    return [one.address for one in linked(article, LinkOptions.model_validate(options))]


def findings(source: str, answers: Mapping[str, Answer], format: Format = Format.MARKDOWN) -> list[Finding]:
    assert CHECK.finish is not None
    return list(CHECK.finish(parse(source, format=format), Context(CitationsOptions(), web=Told(answers))))


def moved(to: str) -> Answer:
    return Answer(Outcome.ANSWERED, 200, "", to, permanent=True)


def test_without_the_web_nothing_is_asked_and_nothing_said() -> None:
    assert CHECK.begin is not None
    assert CHECK.finish is not None
    article = parse(f"At [half past four]({TIDES}).")
    CHECK.begin(article, Context(CitationsOptions()))
    assert list(CHECK.finish(article, Context(CitationsOptions()))) == []


def test_what_an_article_links_to_is_announced_before_it_is_waited_for() -> None:
    web = Told({})
    assert CHECK.begin is not None
    CHECK.begin(parse(f"At [half past four]({TIDES})."), Context(CitationsOptions(), web=web))
    assert web.expected == [Question(TIDES)]


def test_links_and_pictures_of_all_kinds_are_asked_once_each() -> None:
    source = (
        f"See [one]({TIDES}#may), <https://a.town.net/b>, https://c.town.net/d. [three][3] and "
        f"![four](https://e.town.net/f.png) and again [one]({TIDES}).\n\n[3]: https://g.town.net/h\n"
    )
    assert questions(source) == [
        TIDES,
        "https://a.town.net/b",
        "https://c.town.net/d",
        "https://g.town.net/h",
        "https://e.town.net/f.png",
    ]


@pytest.mark.parametrize(
    "target",
    [
        "#below",
        "/tables",
        "tables.html",
        "mailto:desk@town.net",
        "tel:+123",
        "htp://town.net",
        "https://example.com/sample",
        "https://docs.example.org/",
        "http://site.test/",
        "http://nowhere.invalid",
        "https://town.net/{{ page.slug }}",
        "https://town.net/${id}",
        "ftp://town.net/file",
        "http://[::1",
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked(target: str) -> None:
    assert questions(f"See [it](<{target}>).") == []


def test_relative_links_are_asked_when_it_is_known_where_the_article_stands() -> None:
    source = "See [one](tables.html), [two](/top), [three](//c.town.net/d) and [four](#below)."
    found = questions(source, url="https://town.net/a/b")
    assert found == ["https://town.net/a/tables.html", "https://town.net/top", "https://c.town.net/d"]


def test_a_sites_own_chrome_is_not_the_articles() -> None:
    source = '<nav><a href="https://town.net/menu">Menu</a></nav><p>See <a href="https://town.net/a">it</a>.</p>'
    assert questions(source, Format.HTML) == ["https://town.net/a"]


@pytest.mark.parametrize(
    "target", ["https://doi.org/10.5555/ABC", "http://dx.doi.org/10.5555/abc", "https://www.doi.org/10.5555/Abc"]
)
def test_a_doi_is_asked_of_its_resolver_under_one_name(target: str) -> None:
    found = list(linked(parse(f"See [it]({target}) and doi:10.5555/abc."), LinkOptions()))
    assert found == [Question("https://doi.org/10.5555/abc", follow=False)]


@pytest.mark.parametrize(
    ("fragment", "asked"),
    [
        *((place, True) for place in ("#may", "#m%C3%A4rz", "#3")),
        *((state, False) for state in ("", "#top", "#", "#!/route", "#/route", "#:~:text=may", "#page=4")),
    ],
)
def test_places_are_asked_for_only_when_they_are_some(fragment: str, *, asked: bool) -> None:
    assert questions(f"See [it]({TIDES}{fragment}).", anchors=True) == [TIDES + fragment if asked else TIDES]
    assert questions(f"See [it]({TIDES}{fragment}).") == [TIDES]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("harbour-tides.net", False),
        ("www.harbour-tides.net", False),
        ("Harbour-Tides.net", False),
        ("tides.net", True),
        ("harbour-tides.ne", True),
        ("https://www.harbour-tides.net/*", False),
        ("*/tables/*", False),
        ("*/2019", False),
        ("*/2018", True),
        ("https://*tides*tables*19", False),
        ("https://*tables*tides*", True),
        (TIDES, False),
        ("https://www.harbour-tides.net/tables", True),
        ("*2019*2019", True),
        ("*", False),
    ],
)
def test_settings_leave_links_out(pattern: str, *, left: bool) -> None:
    assert (questions(f"See [it]({TIDES}).", exclude=(pattern,)) == [TIDES]) is left


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    long = "https://town.net/" + "a" * 20_000
    assert questions(f"See [it]({long}).", exclude=("*a" * 200 + "*b",)) == [long]


# -- answers


def test_without_a_network_one_message_and_no_finding_for_a_link() -> None:
    unasked = Answer(Outcome.UNASKED, reason="there seems to be no network")
    gone = "https://town.net/gone"
    source = f"See [one]({TIDES}), [two]({NEW}) and [three]({gone})."
    answers = {TIDES: unasked, NEW: unasked, gone: Answer(Outcome.ANSWERED, 404)}
    assert CHECK.finish is not None
    found: list[Finding] = []
    with pytest.raises(CheckUnavailable) as fault:
        found.extend(CHECK.finish(parse(source), Context(CitationsOptions(), web=Told(answers))))
    assert [one.rule for one in found] == ["citations/dead-link"]
    assert fault.value.reason == "links could not be checked: there seems to be no network"


def test_one_address_is_one_finding_with_its_other_places() -> None:
    source = f"At [half past four]({TIDES}).\n\nAnd at [five]({TIDES})."
    found = findings(source, {TIDES: Answer(Outcome.ANSWERED, 404)})
    (finding,) = [one for one in found if one.rule == "citations/dead-link"]
    assert finding.quote == f"[half past four]({TIDES})"
    assert [(one.quote, one.line) for one in finding.related] == [(f"[five]({TIDES})", 3)]
    assert finding.message == "This page is gone: harbour-tides.net answers 404, not found."


@pytest.mark.parametrize(
    ("source", "better"),
    [
        (f"At [four]({TIDES}).", f"[four]({NEW})"),
        (f'At [four]({TIDES} "Tables").', f'[four]({NEW} "Tables")'),
        (f"At <{TIDES}>.", f"<{NEW}>"),
        (f"At four ({TIDES}).", NEW),
        (f"At [{TIDES}]({TIDES}).", f"[{NEW}]({NEW})"),
        (f"At [four]({TIDES}#may).", f"[four]({NEW}#may)"),
    ],
)
def test_the_new_address_of_a_page_is_put_in_place(source: str, better: str) -> None:
    (finding,) = findings(source, {TIDES: moved(NEW)})
    assert finding.rule == "citations/moved-link"
    assert finding.replacements == (better,)


def test_a_link_whose_address_stands_elsewhere_has_no_replacement() -> None:
    (finding,) = findings(f"At [four][1].\n\n[1]: {TIDES}\n", {TIDES: moved(NEW)})
    assert finding.replacements == ()
    assert NEW in finding.message


def test_replacements_are_escaped_as_the_format_wants() -> None:
    old, new = "https://town.net/a?x=1&y=2", 'https://town.net/b(1)?x="1"&y=2'
    (html,) = findings(f'<p>At <a href="{old.replace("&", "&amp;")}">four</a>.</p>', {old: moved(new)}, Format.HTML)
    assert html.replacements == ('<a href="https://town.net/b%281%29?x=%221%22&amp;y=2">four</a>',)
    (markdown,) = findings(f"At [four]({old}).", {old: moved(new)})
    assert markdown.replacements == ("[four](https://town.net/b%281%29?x=%221%22&y=2)",)


@pytest.mark.parametrize(
    "end",
    [f"{TIDES}/", TIDES.replace("www.", ""), "https://www.harbour-tides.net/sso/start", "https://town.net/captcha"],
)
def test_what_is_no_move_is_not_called_one(end: str) -> None:
    assert findings(f"At [four]({TIDES}).", {TIDES: moved(end)}) == []


def test_a_permanent_identifier_is_to_be_kept() -> None:
    address = "https://w3id.org/tides/2019"
    assert findings(f"At [four]({address}).", {address: moved(NEW)}) == []


def test_a_move_to_another_site_is_less_sure() -> None:
    (same,) = findings(f"At [four]({TIDES}).", {TIDES: moved(NEW)})
    (other,) = findings(f"At [four]({TIDES}).", {TIDES: moved("https://town.net/tables")})
    assert other.confidence < same.confidence


@pytest.mark.parametrize("end", ["", "/", "/index.html", "/home", "/en", "/en-GB/", "/index.php/de"])
def test_a_page_that_ends_at_a_home_page_is_gone(end: str) -> None:
    answer = Answer(Outcome.ANSWERED, 200, "", f"https://www.harbour-tides.net{end}")
    (finding,) = findings(f"At [four]({TIDES}).", {TIDES: answer})
    assert finding.rule == "citations/home-page-redirect"


@pytest.mark.parametrize("start", ["", "/", "/en", "/promo", "/index.html", "//"])
def test_a_home_page_or_a_short_form_may_end_at_a_home_page(start: str) -> None:
    address = f"https://harbour-tides.net{start}"
    answer = Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/de/")
    assert findings(f"At [four]({address}).", {address: answer}) == []


def test_a_page_about_errors_may_move() -> None:
    address, end = "https://town.net/help/404", "https://town.net/guide/404"
    (finding,) = findings(f"At [four]({address}).", {address: moved(end)})
    assert finding.rule == "citations/moved-link"


def test_a_host_that_turns_us_away_is_one_finding_for_all_its_links_and_not_a_dead_link() -> None:
    source = "See " + ", ".join(f"[{number}](https://town.net/{number})" for number in range(4)) + "."
    answers = {
        f"https://town.net/{number}": Answer(Outcome.ANSWERED, 403 if number < 3 else 500) for number in range(4)
    }
    away, faulty = findings(source, answers)
    assert {away.rule, faulty.rule} == {"citations/unchecked-link"}
    assert away.message == (
        "This link could not be checked with town.net: it answers 403. The same goes for 2 more links to it."
    )
    assert len(away.related) == 2
    assert away.confidence < faulty.confidence < 0.5


def test_a_private_address_is_named_once() -> None:
    literal, name = "http://10.1.2.3/", "http://wiki.town.net/"
    answer = Answer(Outcome.PRIVATE, reason="10.1.2.3 is not public")
    sure, unsure = findings(f"See [one]({literal}) and [two]({name}).", {literal: answer, name: answer})
    assert sure.message == "Readers outside your network cannot open 10.1.2.3: it is not a public address."
    assert unsure.message == "Readers outside your network cannot open wiki.town.net: 10.1.2.3 is not public."
    assert unsure.confidence < sure.confidence


def test_messages_stay_short_however_long_addresses_are() -> None:
    end = "https://town.net/" + "a" * 5_000
    (finding,) = findings(f"At [four]({TIDES}).", {TIDES: moved(end)})
    assert len(finding.message) < 150


def test_a_claim_whose_only_source_is_dead_has_none() -> None:
    claim = "In 2016 the catch fell by 38 percent because of a late frost"
    other = "https://www.fish.gov/catch/2016"
    source = f"{claim} ([tables]({TIDES})).\n\nThe boats stayed in the harbour."
    gone = {TIDES: Answer(Outcome.ANSWERED, 404)}
    rules = [one.rule for one in findings(source, gone)]
    assert rules == ["citations/dead-link", "citations/missing-citation"]
    missing = findings(source, gone)[1]
    assert missing.quote.startswith(claim)
    assert [(one.text, one.supports) for one in missing.evidence] == [("tables", False)]
    assert not findings(source, {})
    both = source.replace("([tables]", f"([yearbook]({other}), [tables]")
    assert [one.rule for one in findings(both, gone)] == ["citations/dead-link"]


def test_the_table_of_claims_counts_dead_links_for_nothing() -> None:
    article = parse(f"In 2016 the catch fell by 38 percent because of a late frost ([tables]({TIDES})).")
    gone = findings(article.source, {TIDES: Answer(Outcome.ANSWERED, 404)})
    assert [one.supported for one in claims(article)] == [True]
    assert [one.supported for one in weighed(claims(article), gone)] == [False]
    assert weighed(claims(article), []) == claims(article)
