"""Classes of meaning: what English words are about, by our own list (`meanings.txt`).

The model of claims learns a weight for each class, so that a word that no text
of the data holds counts like its like. The list does not ship: the weight of a
class is added to that of each of its words (`fitting.fit`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("meanings.txt")
VERBS = Path(__file__).parents[3] / "checks" / "evidence" / "lexicon" / "verbs.txt"

_SECTION = re.compile(r"\[(\S+) (nouns|verbs|words)\]")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORT = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")

_PLURALS = {
    "analysis": "analyses", "child": "children", "crisis": "crises", "foot": "feet", "goose": "geese",
    "half": "halves", "human": "humans", "hypothesis": "hypotheses", "knife": "knives", "leaf": "leaves",
    "mouse": "mice", "person": "people", "shelf": "shelves", "thief": "thieves", "tooth": "teeth", "wife": "wives",
    "wolf": "wolves",
}  # fmt: skip


@cache
def meanings() -> Mapping[str, tuple[str, ...]]:
    """Return the classes of each form of each word of the list."""
    found: dict[str, dict[str, None]] = {}
    name, forms = "", _FORMS["words"]
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if section := _SECTION.fullmatch(line):
            name, forms = section[1], _FORMS[section[2]]
        elif not line.startswith("#"):
            for word in line.split():
                for form in forms(word):
                    found.setdefault(form, {})[name] = None
    return {word: tuple(names) for word, names in found.items()}


def _nouns(word: str) -> Iterator[str]:
    yield word
    yield _PLURALS.get(word) or (f"{word[:-2]}en" if word.endswith("man") else _in_s(word))


def _in_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if _SIBILANT.search(word) else f"{word}s"


def _verbs(word: str) -> Iterator[str]:
    """Yield the forms of a verb; one of a short syllable both with its last letter doubled and without."""
    yield from (word, _in_s(word), *_irregular().get(word, ()))
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-2]}ying" if word.endswith("ie") else f"{word[:-1]}ing")
        return
    yield from (f"{word[:-1]}ied" if _CONSONANT_Y.search(word) else f"{word}ed", f"{word}ing")
    if _SHORT.search(word):
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    lines = VERBS.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {row[0]: tuple(row) for row in rows}


_FORMS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "nouns": _nouns,
    "verbs": _verbs,
    "words": lambda word: iter([word]),
}
