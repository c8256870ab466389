"""A proofreader that asks LanguageTool only for paragraphs that it has not seen before.

LanguageTool is not even started while nothing new turns up. What is found in a
paragraph must not depend on the others, so that a changed neighbour changes
nothing; the few rules that look across paragraphs (`ACROSS`) are left out.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

from checks.grammar.options import GrammarOptions
from checks.grammar.others import unwanted
from checks.position import Span
from checks.rule import Match, PartlyChecked
from flows.languagetool.lock import VERSION
from flows.languagetool.memory import Memory, key
from flows.languagetool.tool import LanguageTool
from flows.remembered.store import Forgetful, Store

ACROSS = frozenset(
    {
        "EN_UNPAIRED_BRACKETS",
        "EN_UNPAIRED_QUOTES",
        "EN_WORD_COHERENCY",
        "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
        "UPPERCASE_SENTENCE_START",
    }
)
"""Rules of LanguageTool 6.8 whose matches in a paragraph depend on other paragraphs.

Found by checking articles whole and paragraph by paragraph; all others agreed.
"""

_ACROSS = re.compile(r"UNPAIRED|_COHERENCY|REPEAT_BEGINNING|REPEATEDWORDS|^REP_|^DE_DU_UPPER_LOWER$")
"""The same, of other languages, by what LanguageTool calls rules that look at a whole text."""

OTHER = "und"
"""Stands for any language but English, as what is off is the same in all of them."""

Languages = Callable[[], Iterable[str]]
"""Tells tags of languages."""

BREAK = "\n\n"
_BREAKS = re.compile(r"\n{2,}")
MARK = ""
"""Stands for a whole article where a paragraph's text does otherwise."""


class Paragraph(NamedTuple):
    """One paragraph of a text, and its key."""

    span: Span
    key: bytes


@dataclass(slots=True)
class Tally:
    """How much was known already."""

    asked: int = 0
    known: int = 0

    def __str__(self) -> str:
        if not self.asked:
            return "no paragraph was asked for"
        return f"{round(100 * self.known / self.asked)} % of paragraphs ({self.known:,} of {self.asked:,})"


class Remembering:
    """Proofreads with LanguageTool and a memory; thread-safe."""

    def __init__(
        self,
        options: GrammarOptions,
        begin: Callable[[int | None, Languages], LanguageTool],
        store: Store | None = None,
    ) -> None:
        """Begin with LanguageTool only when it is needed.

        Args:
            options: the `[grammar]` settings.
            begin: starts LanguageTool, for so many code points if that is known, and for some languages that it may
                ask for; returns at once.
            store: what is known, closed by whoever opened it; None: nothing, now and later.
        """
        self._options = options
        self._begin = begin
        self._memory = Memory(store or Forgetful())
        self._tool: LanguageTool | None = None
        self._lock = threading.Lock()
        self._tally = Tally()

    def expect(self, articles: Mapping[str, int], languages: Languages = tuple) -> None:
        """Start LanguageTool at once unless all of these articles (code points by hash) were proofread before.

        It may ask which languages they are likely to be in, from another thread.
        """
        if self._options.server:
            self._languagetool(None, languages)
            return
        sizes = {self._key(MARK, article): size for article, size in articles.items()}
        known = self._memory.recall(list(sizes))
        if len(known) < len(sizes):
            self._languagetool(sum(size for key, size in sizes.items() if key not in known), languages)

    def done(self, article: str) -> None:
        """Take note that an article (by hash) was proofread as a whole."""
        self._memory.keep({self._key(MARK, article): ()})

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        """Return what LanguageTool flags in `text`, in order.

        Raises:
            CheckUnavailable: as LanguageTool does.
        """
        paragraphs = [Paragraph(span, self._key(language, text[slice(*span)])) for span in spans(text)]
        known: dict[bytes, tuple[Match, ...]] = self._memory.recall([one.key for one in paragraphs])
        missing = list({one.key: one for one in paragraphs if one.key not in known}.values())
        with self._lock:
            self._tally.asked += len(paragraphs)
            self._tally.known += sum(one.key in known for one in paragraphs)
        if not missing:
            return tuple(_placed(paragraphs, known))
        try:
            fresh = self._ask(text, missing, language)
        except PartlyChecked as error:
            # What was lost is not known per paragraph, so nothing of it is remembered.
            found = {**known, **_by_paragraph(missing, error.matches)}
            raise PartlyChecked(error.reason, error.remedy, tuple(_placed(paragraphs, found))) from error
        self._memory.keep(fresh)
        return tuple(_placed(paragraphs, {**known, **fresh}))

    def _ask(self, text: str, missing: Sequence[Paragraph], language: str) -> Mapping[bytes, tuple[Match, ...]]:
        """Return what LanguageTool flags in the missing paragraphs, which it is sent as one text."""
        sent = BREAK.join(text[slice(*one.span)] for one in missing)
        return _by_paragraph(missing, self._languagetool(None, lambda: (language,)).check(sent, language))

    def facts(self) -> Mapping[str, str]:
        """Return what is known of LanguageTool, if it was started, and how much it was spared."""
        facts = dict(self._tool.facts()) if self._tool else {"started": "no, every paragraph was known"}
        return facts | {"cache": str(self._tally)}

    def close(self) -> None:
        """End LanguageTool, if it was started."""
        if self._tool is not None:
            self._tool.close()

    @property
    def is_remote(self) -> bool:
        """Whether it is a server of the user's, whose version only it can tell."""
        return bool(self._options.server)

    @property
    def identity(self) -> str:
        """What tells one proofreader from another: its version, and the settings that change what it flags.

        Raises:
            CheckUnavailable: when it is a server of the user's that does not answer.
        """
        return f"{self._version}\0{self._settings}"

    def _key(self, *parts: str) -> bytes:
        return key(self.identity, *parts)

    @cached_property
    def _settings(self) -> str:
        options = self._options
        off = [sorted(ids) for language in ("en", OTHER) for ids in unwanted(options, language)]
        off.append(sorted(options.enabled_rules))
        return json.dumps([options.server, options.directory, options.level, options.dialect, *off])

    @cached_property
    def _version(self) -> str:
        """What runs, told without starting it; only of a server of the user's its own word is needed."""
        options = self._options
        if options.server:
            tool = self._languagetool()
            tool.wait()
            return tool.facts()["version"]
        if options.directory:
            from flows.languagetool.install import on_disk

            found = on_disk(Path(options.directory).expanduser())
            return found.version if found else ""
        return VERSION

    def _languagetool(self, amount: int | None = None, languages: Languages = tuple) -> LanguageTool:
        with self._lock:
            if self._tool is None:
                self._tool = self._begin(amount, languages)
            return self._tool

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


def spans(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text, which blank lines part."""
    start = 0
    for match in _BREAKS.finditer(text):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _by_paragraph(sent: Sequence[Paragraph], matches: Sequence[Match]) -> dict[bytes, tuple[Match, ...]]:
    """Return matches in a text made of the paragraphs `sent`, by paragraph and counted from its start."""
    found: dict[bytes, list[Match]] = {one.key: [] for one in sent}
    start, rest = 0, sorted(matches, key=lambda match: match.span, reverse=True)
    for one in sent:
        place = Span(start, start + one.span.length)
        while rest and rest[-1].span.start < place.end:
            match = rest.pop()
            if place.covers(match.span) and not _looks_across(match.rule):
                found[one.key].append(replace(match, span=match.span.shift(-start)))
        start = place.end + len(BREAK)
    return {known: tuple(them) for known, them in found.items()}


def _looks_across(rule: str) -> bool:
    return rule in ACROSS or _ACROSS.search(rule) is not None


def _placed(paragraphs: Iterable[Paragraph], known: Mapping[bytes, Sequence[Match]]) -> Iterator[Match]:
    for one in paragraphs:
        for match in known.get(one.key, ()):
            yield replace(match, span=match.span.shift(one.span.start))
