"""What is not read as words."""

from __future__ import annotations

import pytest

from checks.article import Format
from checks.parsing import parse
from checks.unread import read_words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("The pond froze[12] twice[3, 4] that year.[5–7]", "The pond froze twice that year"),
        ("The pond froze[a] twice.[note 2]", "The pond froze twice"),
        ("It froze [twice] in [1912].", "It froze twice in 1912"),
        ("Dear {{ first_name }}, the pond {% if cold %}froze{% endif %}.", "Dear the pond froze"),
        ("The pond froze.[^1]\n\n[^1]: A source.", "The pond froze A source"),
    ],
)
def test_markers_and_templates_are_passed_over(source: str, words: str) -> None:
    article = parse(source, format=Format.MARKDOWN)
    assert " ".join(article.slice(word) for word in read_words(article)) == words
