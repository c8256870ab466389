"""Which language a text is in: told, or left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.article import Format, MarkKind
from checks.grammar.reading import reading
from checks.grammar.text import proof
from checks.languages import detect, is_in, is_known, name, suggestion
from checks.parsing import parse
from checks.samples import FERRY

TEXTS = Path(__file__).with_name("texts")
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "pl")
NAMES = " ".join(f"Mara Okonkwo-{number} Tadeusz Brannock Lind," for number in range(20))

GREEK = "Το νέο πλοίο φεύγει κάθε πρωί από το λιμάνι, και οι κάτοικοι του νησιού το περιμένουν στην αποβάθρα πολλή ώρα."
RUSSIAN = (
    "Новый паром отправляется каждое утро, и жители острова ждут его на причале, потому что он уже не опаздывает. "
    "Раньше это было иначе: никто не знал, когда он придет, но все были рады, что он вообще есть. "
    "Теперь они только смеются, когда вспоминают о том времени, а дети даже не верят, что так было."
)


def text(language: str) -> str:
    return (TEXTS / f"{language}.md").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_are_told_by_their_words(language: str) -> None:
    assert parse(text(language)).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_mistaken_for_no_other(language: str) -> None:
    assert [other for other in (*LANGUAGES, "en") if is_in(text(language).split("\n\n")[1], other)][:1] in (
        [language],
        [],
    )
    assert detect(text(language)) == language


def test_english_is_told_as_english() -> None:
    assert detect(FERRY) == "en"


@pytest.mark.parametrize(
    ("shown", "language"),
    [
        (GREEK, "el"),
        (RUSSIAN, "ru"),
        ("新しいフェリーは毎朝港を出ます。島の人たちは桟橋でそれを待っています。" * 4, "ja"),
        ("新渡轮每天早上离开港口，岛上的居民在码头等候。" * 5, "zh"),
    ],
)
def test_other_scripts_are_told(shown: str, language: str) -> None:
    assert detect(shown) == language


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "Das ist gut.",
        "Der Hund ist nicht in dem Haus und auch nicht auf der Straße.",
        NAMES,
        "x = 1; y = 2 " * 40,
        "42 17 99 " * 100,
    ],
)
def test_what_is_short_or_no_prose_is_not_guessed(shown: str) -> None:
    assert detect(shown) == ""


def test_a_short_article_is_held_for_what_its_passages_are() -> None:
    shown = "Le marché ouvre chaque samedi à huit heures, et les gens du village y achètent du pain et des fleurs."
    assert parse(f"# Le marché\n\n{shown}\n").language == "fr"
    assert parse("# The market\n\nIt opens each Saturday at eight, and people buy bread there.\n").language == "en"


def test_a_mixture_is_not_guessed() -> None:
    pairs = zip(text("de").split("\n\n"), text("fr").split("\n\n"), strict=False)
    assert detect("\n".join(part for pair in pairs for part in pair)) == ""


def test_what_an_article_says_of_itself_counts_more_than_its_words() -> None:
    german = text("de")
    assert parse(f"---\nlang: nl\n---\n{german}").language == "nl"
    assert parse(f'<html lang="nl"><p>{german}</p></html>', format=Format.HTML).language == "nl"
    assert parse(german, language="nl").language == "nl"


def test_what_names_no_language_is_passed_over() -> None:
    assert parse(f"---\nlang: deutsch\n---\n{text('de')}").language == "de"
    assert parse("---\nlang: klingon\n---\nShort.").language == "en"
    assert parse("---\nlang: no\n---\nFerja går klokka seks.").language == "no"


def test_code_is_no_prose() -> None:
    code = "```\n" + text("de") + "\n```\n"
    assert parse(f"# Notes\n\n{code}").language == "en"


def test_a_passage_in_another_language_is_known_as_such() -> None:
    foreign = text("fr").split("\n\n")[1]
    article = parse(f"# The market\n\n{FERRY}\n\n> {foreign}\n\n{FERRY}\n")
    assert article.language == "en"
    assert [article.slice(block.span)[:12] for block in article.blocks if block.language == "fr"] == [foreign[:12]]
    assert {block.language for block in article.blocks} == {"", "fr"}


def test_a_long_quotation_in_another_language_is_known_as_such() -> None:
    words = "die Fähre ist nicht pünktlich, aber wir haben auch keine andere und sind froh, dass sie überhaupt fährt"
    article = parse(f"The captain laughed. “{words},” he said, and “{words[:30]}” once more.\n\n{FERRY}\n")
    (mark,) = article.marks_in(article.blocks[0].span, MarkKind.LANGUAGE)
    assert (article.slice(mark.span), article.quote(mark.source), mark.target) == (f"{words},", f"{words},", "de")
    assert proof(article).text.count("Fähre") == 1
    assert "Fähre" not in reading(article).text[: len(words)]


def test_quotations_in_the_article_s_own_language_are_no_passages_apart() -> None:
    article = parse(f'She said: "{FERRY[:200]}" Nobody else said anything about it at all.\n')
    assert not [mark for mark in article.marks if mark.kind is MarkKind.LANGUAGE]


def test_a_passage_marked_as_the_article_s_own_language_is_none_apart() -> None:
    article = parse(
        '<html lang="de-AT"><p lang="de">Das Schiff fährt.</p><p lang="fr">Oui.</p></html>', format=Format.HTML
    )
    assert [block.language for block in article.blocks] == ["", "fr"]


@pytest.mark.parametrize("tag", ["en", "en-GB", "de-AT", "zh-Hant-TW", "gsw", "pt-BR", "ca-ES-valencia"])
def test_codes_that_there_are(tag: str) -> None:
    assert is_known(tag)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("english", "en"),
        ("Deutsch", "de"),
        ("deu", "de"),
        ("en-UK", "en-GB"),
        ("eng-us", "en-US"),
        ("frnech", "fr"),
        ("xx", ""),
        ("qqqqqqq", ""),
    ],
)
def test_what_was_meant_is_suggested(wrong: str, meant: str) -> None:
    assert suggestion(wrong) == meant


def test_languages_have_names() -> None:
    assert (name("de-AT"), name("gsw")) == ("German", "gsw")
