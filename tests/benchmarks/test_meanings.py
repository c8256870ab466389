"""The classes of meaning that the model of claims is taught."""

from __future__ import annotations

import pytest

from tests.benchmarks.training.meanings import LIST, meanings


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("taxes", "tax"), ("parties", "politics"), ("wolves", "biology"), ("congressmen", "office"),
        ("humans", "people"), ("fell", "fall"), ("dropping", "fall"), ("multiplied", "rise"), ("dying", "biography"),
        ("voted", "vote"), ("hello", "greeting"),
    ],
)  # fmt: skip
def test_forms_have_the_classes_of_their_word(form: str, name: str) -> None:
    assert name in meanings()[form]


def test_words_that_are_listed_as_they_are_have_no_other_forms() -> None:
    assert "greeting" in meanings()["hello"]
    assert "hellos" not in meanings()


def test_the_list_holds_tokens_and_each_once_a_section() -> None:
    sections = LIST.read_text(encoding="utf-8").split("\n[")[1:]
    assert len(sections) == len({one.split("]")[0] for one in sections})
    for one in sections:
        words = one.split("]", 1)[1].split()
        assert len(words) == len(set(words))
        assert all(word == word.lower() and "-" not in word for word in words)
