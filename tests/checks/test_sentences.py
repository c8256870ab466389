"""Sentences and words, where splitters trip."""

from __future__ import annotations

import pytest

from checks.article import Article, Format
from checks.parsing import parse


def sentences(article: Article) -> list[str]:
    """Return the texts of an article's sentences."""
    return [article.slice(one.span) for one in article.sentences]


def words(text: str, form: Format = Format.PLAIN) -> list[str]:
    """Return the words of a text."""
    article = parse(text, format=form)
    return [article.slice(one) for one in article.words]


@pytest.mark.parametrize(
    "text",
    [
        "The wall was built in 20 B.C. | Greeks lived there. | The town fell in 44 B.C. | It was rebuilt.",
        "He died in 79 A.D. | Pliny saw it. | The coins date from 12 A.D. | Romans minted them.",
        "In 300 B.C. Greek settlers came. | It fell, and in 12 A.D. Roman ships came. | By about 40 B.C. Celts left.",
        "The night was 20 C. | Bears sleep through it. | Ice is at 0 °C. | Salt raises it. | It was 38 F. | We ran.",
        "In 1912 C. Darwin wrote it. | On May 20 C. Darwin read it. | The letter of 12 F. Nightingale kept is lost.",
        "It was led by Martin Luther King Jr. | Nobody expected it. | He met Sammy Davis Jr. | The two sang.",
        "Martin Luther King Jr. Boulevard runs north. | The King Jr. Day parade is long. | Al Davis Jr. and Ann sang.",
        "She asked the clerk, and he said no. | Suppose that he had not. | The answer is still No. | Rents are high.",
        "Is it free? | No. | A fee is due. | We said “no.” | I left. | The vote was a clear no. | “Never,” they said.",
        "They live at no. Ten Mill Lane. | See no. 14 and No. IV. | The mark is inventory no. Add. 12 and no. Ms. 4.",
        "Patent no. US40 lapsed. | It is catalogue no. Xa of the set.",
        "It is all in the app. | Shops like it. | They moved to Utah. | Rents fell. | He met Payne. | Nobody knew.",
        "Dr. Smith met Mrs. Jones in St. Louis. | She left.",
        "J. K. Rowling wrote it. | A. Smith read it.",
        "Smith et al. found 3.5 mg in vol. 2, p. 7. | Others did not.",
        "It fell, e.g. in the U.S. Army, i.e. twice. | Then it rose.",
        "He lives in the U.S. | He works there.",
        "Acme Inc. sold it. | It ended at 5 p.m. | We left.",
        "“It works.” | She left.",
        "He said “stop.” | Then he left.",
        '"Go!" he said. | They went.',
        "Wait… then go. | Wait... | Then go.",
        "Really?! | Yes.",
        "He bought a red car. | Sales fell in May.",
        "It rained on nine days out of ten. | The crops failed.",
        "Short naps are no sleep. | Filters take out the lead. | “They work,” she said.",
        "It cures no cancer. | It was known for a century. | Nobody knew it all. | Then came the books.",
        "She uses Yahoo! to read mail. | iPhones help.",
        "“Is it warm?” asks the keeper. | It is.",
        "She works at the U.S. Census Bureau. | He works in the U.S. | They met.",
        "The loss was 3 percent (source?). | The next one was less (why?).",
        "Nobody knows how it works. | A baker found out.",
        "The mayor said so. | Nobody believed it.",
        "Rest well. | (See the table.) | Then go on.",
        "Rest (see the table) well. | Go.",
        "The heat was in use.Ketamine helped. | It did.",
        "The end.”Then it rained.",
        "See example.com and Node.js for more. | Good.",
        "Visit https://a.test/b.Next and go. | Good.",
        "We did it. | 1. Wash the cup. | 2. Dry it well.",
        "Version 2.0 came. | It was No. 1.",
        "Rents rose by 12 per cent. | Tenants left. | Wages rose by 4 per cent. | “Too late,” she said.",
        "Sunlight makes vitamin D. | The skin needs it. | Fruit has vitamins A and C. | Schools sell it.",
        "Needles spread hepatitis B. | Vaccines stop it. | They had no plan B. | “Nobody had,” he said.",
        "It was the worst fire of the century. | UK rules changed. | I was at the bank. | IT staff left.",
        "The calf weighs 40 kg. | Cows give milk. | The mast is 140 ft. | Sailors climb it.",
        "It ran for 5 min. | Cars came. | It stopped.",
        "The flat has 900 sq. ft. | Londoners envy it. | It lost 3 oz. | Nurses fed it.",
        "She sold it to Harbor Inc. | Dockers protested. | He works for Berg & Co. | UK banks lend to it.",
        "He heard J. S. Bach, Dr. Berg and a vitamin from K. Berg. | No. 5 fell to the U.S. Army.",
        "It was built by Harbor Inc. President Anna Berg and Harbor Ltd. of Leith. | It fell.",
        "He put up a 6 ft. Christmas tree, and add 2 oz. Parma ham. | The model J. Berg left.",
        "The lake district of Co. Kerry is wet. | The mill of Johann Berg Jr. High School is dry.",
    ],
)
def test_sentences(text: str) -> None:
    expected = text.replace("use.Ketamine", "use. | Ketamine").replace(".”Then", ".” | Then").split(" | ")
    source = text.replace(" | ", " ")
    assert [one.strip() for one in sentences(parse(source, format=Format.PLAIN))] == expected


def test_no_sentence_runs_across_blocks() -> None:
    article = parse("# A heading\n\nSome text\n\n- an item\n- another. One more\n\n|a|b|\n|-|-|\n", name="a.md")
    assert sentences(article) == ["A heading", "Some text", "an item", "another.", "One more", "a", "b"]


def test_a_marker_belongs_to_the_sentence_before_it() -> None:
    article = parse("<p>It flies.<sup>[3]</sup> It stings.[4] It sleeps.</p>", format=Format.HTML)
    assert sentences(article) == ["It flies.[3]", "It stings.[4]", "It sleeps."]


def test_code_neither_cuts_nor_joins_sentences() -> None:
    assert sentences(parse("Use `a. B` here. Then `c`. Done.", name="a.md")) == ["Use a. B here.", "Then c.", "Done."]


def test_a_forced_line_end_cuts_before_a_capital() -> None:
    assert sentences(parse("Name: Bee<br>Home: hive<br>that is all", format=Format.HTML)) == [
        "Name: Bee",
        "Home: hive\nthat is all",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't o’clock rock-’n’-roll", ["don't", "o’clock", "rock", "n", "roll"]),
        ("state-of-the-art co‑op – and -x-", ["state-of-the-art", "co‑op", "and", "x"]),
        ("'quoted' “words” dogs'", ["quoted", "words", "dogs"]),
        ("1,000.5 mg, 3.5% of $4", ["1,000.5", "mg", "3.5", "of", "4"]),
        ("cafe\u0301 naïve Z\u0334a\u0335lgo", ["cafe\u0301", "naïve", "Z\u0334a\u0335lgo"]),
        ("soft\u00adhyphen zero\u200bwidth", ["soft\u00adhyphen", "zero\u200bwidth"]),
        ("हिन्दी שָׁלוֹם 日本", ["हिन्दी", "שָׁלוֹם", "日本"]),
        ("snake_case a/b", ["snake", "case", "a", "b"]),
        ("See https://a.test/b-c and x@y.test now", ["See", "and", "now"]),
        ("😀 𝐀b", ["𝐀b"]),
        ("— … !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_code_holds_no_words() -> None:
    assert words("Call `open it` now.\n\n```\nno words\n```\n", Format.MARKDOWN) == ["Call", "now"]
    assert words("<p>a<code>b</code>c <pre>d</pre>", Format.HTML) == ["a", "c"]


def test_a_long_string_without_spaces_is_one_sentence() -> None:
    assert len(parse("![" * 100_000, format=Format.PLAIN).sentences) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She asked the bank, and it said no. Suppose that it rains.", 2),
        ("The answer is no. Banks charge more.", 2),
        ("It was a flat no. Nobody asked twice.", 2),
        ("Send it to house no. Twelve people wait there.", 1),
        ("It is kept as no. AB12 in the archive.", 1),
    ],
)
def test_an_answer_in_the_negative_ends_a_sentence(text: str, count: int) -> None:
    assert len(parse(text, id="article").sentences) == count
