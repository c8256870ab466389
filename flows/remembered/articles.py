"""What earlier runs made of each article: its parts, and what each check found in it.

An article's key is made of its source and of all that says how it is read, a
check's of that and of all that the check is given. So an article that did not
change is neither parsed nor checked again, and another setting of one check
costs that check.
"""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from typing import Any, NamedTuple, get_type_hints

from checks.article import Article, Sentence
from checks.duplication.units import units
from checks.evidence import claims, praised
from checks.finding import Finding
from checks.grammar.across import forms
from checks.once import Once
from checks.position import Span
from checks.readability import measure
from checks.rule import Check, CheckUnavailable
from flows.remembered.codec import Codec, Unpackable, codec
from flows.remembered.identity import product
from flows.remembered.store import Store, key
from flows.settings import Settings
from flows.sources.raw import Raw
from reports.audit import CheckStatus, Status

LEVEL = 1
"""Of compression: the quickest, which already makes a third of it."""

DERIVED: Mapping[str, tuple[Once[Any], ...]] = {
    "citations": (claims,),
    "duplication": (units,),
    "grammar": (forms,),
    "readability": (measure,),
    "superlatives": (praised,),
}
"""By check: what is derived from an article, and needed of it when its checks have run."""

ARTICLE, SENTENCES, WORDS = "article", "sentences", "words"


class Wanted(NamedTuple):
    """An article that is to be examined, by which checks and under which settings."""

    raw: Raw
    settings: Settings
    checks: tuple[Check[Any], ...]


class Outcome(NamedTuple):
    """What became of one check on one article."""

    status: CheckStatus
    findings: tuple[Finding, ...]


class _Stored(NamedTuple):
    """An outcome as it is kept; how long it took is not."""

    status: Status
    reason: str
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Tally:
    """How many articles were known as a whole."""

    asked: int = 0
    known: int = 0

    def __str__(self) -> str:
        share = round(100 * self.known / self.asked) if self.asked else 0
        return f"{share} % of articles ({self.known:,} of {self.asked:,})"


@dataclass(slots=True)
class Known:
    """What is known of one article, and what has been found out besides."""

    raw: Raw
    keys: Mapping[str, bytes]
    """By part: the article, what was derived from it, each check."""
    values: Mapping[bytes, bytes] = field(default_factory=dict)
    fresh: dict[bytes, bytes] = field(default_factory=dict)
    new: bool = False
    """Whether something had to be found out."""

    def article(self) -> Article | None:
        """Return the article with its sentences and words."""
        found = self._read(ARTICLE, codec(Article))
        if found is None:
            return None
        article: Article = replace(found, source=self.raw.source)
        for name, parts in ((SENTENCES, _SENTENCES), (WORDS, _WORDS)):
            value = self._read(name, codec(parts))
            if value is not None:
                # Where cached_property looks first.
                article.__dict__[name] = value
        return article

    def tell(self, article: Article, check: str) -> None:
        """Tell an article what a check once derived from it."""
        for derive in DERIVED.get(check, ()):
            value = self._read(_name(derive), _derived(derive.derive))
            if value is not None:
                derive.give(article, value)

    def outcome(self, check: str) -> Outcome | None:
        """Return what became of a check."""
        stored = self._read(check, codec(_Stored))
        return None if stored is None else Outcome(CheckStatus(stored.status, stored.reason), stored.findings)

    def learn_article(self, article: Article) -> None:
        """Take note of an article and of what was derived from it."""
        if not self.keys:
            return
        self._write(ARTICLE, codec(Article), replace(article, source=""))
        self._write(SENTENCES, codec(_SENTENCES), article.sentences)
        self._write(WORDS, codec(_WORDS), article.words)
        for derive in chain.from_iterable(DERIVED.values()):
            value = derive.made(article)
            if value is not None:
                self._write(_name(derive), _derived(derive.derive), value)

    def learn_outcome(self, check: str, outcome: Outcome) -> None:
        """Take note of what became of a check; a failed one may go well next time."""
        self.new |= check in self.keys
        if outcome.status.status is not Status.FAILED:
            kept = _Stored(outcome.status.status, outcome.status.reason, outcome.findings)
            self._write(check, codec(_Stored), kept)

    def _read(self, part: str, way: Codec) -> Any:  # noqa: ANN401 - of the way's type
        value = self.values.get(self.keys.get(part, b""))
        if value is None:
            return None
        try:
            return way.unpack(json.loads(zlib.decompress(value).decode("utf-8", "surrogatepass")))
        except (zlib.error, ValueError, TypeError, KeyError):
            # A damaged file knows nothing.
            return None

    def _write(self, part: str, way: Codec, value: object) -> None:
        where = self.keys.get(part)
        if where is None or where in self.values:
            return
        try:
            text = json.dumps(way.pack(value), ensure_ascii=False, separators=(",", ":"))
        except Unpackable:
            return
        self.fresh[where] = zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


_SENTENCES, _WORDS = tuple[Sentence, ...], tuple[Span, ...]


def _name(derive: Once[Any]) -> str:
    return f"{derive.derive.__module__}.{derive.derive.__qualname__}"


@cache
def _derived(derive: Callable[[Article], object]) -> Codec:
    return codec(get_type_hints(derive)["return"])


class Articles:
    """What is known of articles; thread-safe."""

    def __init__(self, store: Store, identity: Callable[[], str]) -> None:
        """Use `store`, which is closed by whoever opened it; `identity` tells which proofreader checks are given."""
        self._store = store
        self._identity = identity
        self._tally = Tally()
        self._lock = threading.Lock()
        self._given: dict[tuple[str, int], str] = {}

    def unknown(self, wanted: Sequence[Wanted]) -> tuple[Raw, ...]:
        """Return the articles of which not all is known."""
        needed = {one.raw: self._needed(one) for one in wanted}
        known = self._store.known(list(chain.from_iterable(needed.values())))
        return tuple(raw for raw, keys in needed.items() if not known.issuperset(keys))

    def recall(self, wanted: Wanted) -> Known:
        """Return what is known of an article."""
        keys = self._keys(wanted)
        return Known(wanted.raw, keys, self._store.recall(list(keys.values())))

    def keep(self, known: Known) -> None:
        """Remember what was found out, and count the article as asked for."""
        if known.fresh:
            self._store.keep(known.fresh)
        with self._lock:
            self._tally.asked += 1
            self._tally.known += not known.new

    def told(self) -> str:
        """Say how many articles were known."""
        return str(self._tally)

    def _needed(self, wanted: Wanted) -> list[bytes]:
        """Return the keys without which something has to be found out."""
        keys = self._keys(wanted)
        names = [ARTICLE, *(check.name for check in wanted.checks)]
        # A part without a key can never be known.
        return [keys.get(name, b"") for name in names]

    def _keys(self, wanted: Wanted) -> Mapping[str, bytes]:
        raw, settings = wanted.raw, wanted.settings
        read = (raw.id, raw.path, raw.format or "", raw.title, raw.url, raw.language or settings.given_language)
        base = key(product(), raw.sha256, *read).hex()
        names = [ARTICLE, SENTENCES, WORDS, *map(_name, chain.from_iterable(DERIVED.values()))]
        keys = {name: key(base, name) for name in names}
        for check in wanted.checks:
            with suppress(CheckUnavailable):
                keys[check.name] = key(base, check.name, self._told(check, settings))
        return keys

    def _told(self, check: Check[Any], settings: Settings) -> str:
        """Return all that a check is given besides the article, put into words.

        Raises:
            CheckUnavailable: when it is given a proofreader that cannot be told from others.
        """
        known = self._given.get((check.name, id(settings)))
        if known is None:
            told = [settings.options(check.name).model_dump(mode="json"), settings.profile, sorted(settings.words)]
            known = json.dumps([*told, self._identity() if check.needs_proofreader else ""], sort_keys=True)
            self._given[check.name, id(settings)] = known
        return known
