"""Word vectors from the texts of the data, so that rare words borrow from their like.

Positive pointwise mutual information of words within four words of one
another, its singular value decomposition (Levy and Goldberg 2014). The vectors
do not ship: a linear model over their mean is a weight for each word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from tests.benchmarks.training.data import records

SOURCES = (
    "citeneed_art", "checkworthy", "hype_npov", "puffery", "citeneed_fa", "dup_corpus", "readability_ose",
    "grammar_clean",
)  # fmt: skip
AS_PUBLISHED = ("enwiki", "OneStopEnglish")
"""How the source of a record of dup_corpus begins if it is text on free terms, as people published it."""

WINDOW = 4
FEWEST = 4
"""Times that a word must occur."""

SIZE = 100

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d[\d.,]*|[.!?]")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_MARKUP = re.compile(r"\(http\S+\)|\{\{.*?\}\}")


def vectors(data: Path, articles: Path) -> dict[str, Any]:
    """Return a unit vector for each word that occurs often enough."""
    sentences = [list(_words(sentence)) for sentence in sorted(set(_sentences(data, articles)))]
    count = Counter(word for sentence in sentences for word in sentence)
    index = {word: at for at, word in enumerate(sorted(word for word, times in count.items() if times >= FEWEST))}
    together = _together(sentences, index)
    left, values, _ = svds(together, k=SIZE, random_state=0)
    found = left * np.sqrt(values)
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return {word: found[at] for word, at in index.items()}


def _sentences(data: Path, articles: Path) -> Iterator[str]:
    for name in SOURCES:
        for record in records(data, name):
            if name != "dup_corpus" or str(record["source"]).startswith(AS_PUBLISHED):
                yield from _SENTENCE.split(str(record.get("text", "")))
    for path in sorted(articles.glob("*.md")):
        yield from _SENTENCE.split(_MARKUP.sub("", path.read_text(encoding="utf-8").split("---", 2)[-1]))


def _words(sentence: str) -> Iterator[str]:
    for number, match in enumerate(_WORD.finditer(sentence)):
        word = match[0]
        if word[0].isdigit():
            yield "<year>" if _YEAR.fullmatch(word) else "<num>"
        elif number and word[0].isupper() and word != "I":
            yield "<Name>"
        else:
            yield word.lower()


def _together(sentences: list[list[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """Return the matrix of positive pointwise mutual information, contexts smoothed by the power of 0.75."""
    near: defaultdict[tuple[int, int], float] = defaultdict(float)
    for sentence in sentences:
        ids = [index.get(word, -1) for word in sentence]
        for at, one in enumerate(ids):
            for distance in range(1, min(WINDOW, len(ids) - at - 1) + 1):
                other = ids[at + distance]
                if one >= 0 and other >= 0:
                    near[one, other] += 1 / distance
                    near[other, one] += 1 / distance
    rows, columns = zip(*near, strict=True)
    shape = (len(index), len(index))
    matrix = sparse.csr_matrix((list(near.values()), (rows, columns)), shape=shape)
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    context = sums**0.75 / (sums**0.75).sum()
    cells = matrix.tocoo()
    information = np.log(cells.data / sums[cells.row] / context[cells.col])
    positive = information > 0
    return sparse.csr_matrix((information[positive], (cells.row[positive], cells.col[positive])), shape=shape)
