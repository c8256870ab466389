"""What says that a source is still to come takes the place of no source, whatever else stands beside it."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.evidence.claims import claims
from checks.evidence.sources.unfinished import left_open, unfinished
from checks.parsing import parse

LOG = "([harbor log](https://www.harbor.org/log/2019/may))"


def supported(text: str) -> list[bool]:
    """Return, for each claim of a text, whether it is supported."""
    return [one.supported for one in claims(parse(text, format=Format.MARKDOWN))]


@pytest.mark.parametrize(
    "note", ["(source?)", "[citation needed]", "[check figure]", "[Author, Title, Year]", "[oaicite:3]"]
)
def test_a_claim_beside_a_note_that_its_source_is_still_to_come_is_not_supported(note: str) -> None:
    stated = "In 2014 the harbor sold 40 pumps to 12 towns"
    assert supported(f"{stated} {LOG}.") == [True]
    assert supported(f"{stated} {LOG} {note}.") == [False]


def test_a_note_behind_a_full_stop_is_about_the_sentence_before_it() -> None:
    article = parse(
        f"In 2014 the harbor sold 40 pumps {LOG}. [citation needed] In 2015 it sold 90 {LOG}.\n\n(source?) Rents fell.",
        format=Format.MARKDOWN,
    )
    assert [article.slice(one.span) for one in unfinished(article)] == ["[citation needed]", "(source?)"]
    assert left_open(article) == {0, 2}, "it is about none in another paragraph"
    assert [one.supported for one in claims(article)][:2] == [False, True]


def test_a_key_counts_as_a_source_only_where_a_bibliography_lists_it() -> None:
    stated = "In 2014 the harbor sold 40 pumps to 12 towns [@berg2015]. In 2016 it sold 90 [@lee2017, p. 4]."
    assert supported(stated) == [False, False]
    assert supported(f"---\nbibliography: works.bib\n---\n\n{stated}") == [True, True]
