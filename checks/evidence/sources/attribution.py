"""Attribution: who is said to have said it, and whether a reader could find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from checks.article import Article, MarkKind, once
from checks.evidence.sources.callers import TOLD_OF, WORKS
from checks.evidence.sources.credits import credited, is_presented
from checks.evidence.sources.heard import heard
from checks.evidence.sources.owners import acronyms
from checks.evidence.sources.press import told_by_office
from checks.evidence.sources.references import references
from checks.evidence.sources.scene import DETERMINERS, Attribution, Scene, is_name, words_of
from checks.evidence.sources.studies import CLOSE
from checks.phrases import Hit
from checks.position import Span
from checks.tokens import Tokens, tokens

__all__ = ["Attribution", "attributions", "is_name"]

KNOWN_BY = 3
"""Tokens before a study or people in which a word such as "our" tells that they are known."""

SEEN_AS = 8
"""Tokens behind "many see" in which an "as" tells that it is a view of theirs: "many see the harbor as lost"."""

_DEFINITE = DETERMINERS - {"a", "an"}
_AUXILIARIES = frozenset(
    [
        *("is", "are", "was", "were", "has", "have", "had", "been", "being", "it", "there", "known", "believed"),
        *("thought", "as"),
    ]
)
_PRESENTING = frozenset({"a", "an", "of", "which", "who", "whose"})
_NO_NAMES = frozenset([
    "again", "also", "anyone", "besides", "earlier", "elsewhere", "everyone", "further", "he", "here", "however",
    "indeed", "instead", "it", "later", "many", "meanwhile", "moreover", "nevertheless", "next", "nonetheless", "now",
    "often", "once", "others", "people", "she", "so", "some", "sometimes", "soon", "still", "then",
    "there", "therefore", "they", "those", "thus", "today", "tomorrow", "tonight", "yes", "yesterday",
])  # fmt: skip
"""Words before a comma at the beginning of a sentence that are no names."""
_ITSELF = frozenset({"it", "its"})
_THEMSELVES = _ITSELF | {"they", "their"}
_NOBODY = DETERMINERS | {"he", "she", "it", "they", "we", "i", "you", "who", "one", "someone", "everyone", "everybody"}
_SHOWN_TO = DETERMINERS | {
    "users", "people", "visitors", "customers", "readers", "viewers", "children", "you", "us", "them", "him", "me",
}  # fmt: skip


@once
def attributions(article: Article) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions in each sentence of an article; an entry of a list of references credits nobody."""
    column = tokens(article)
    listed = references(article).blocks
    known: set[str] = set()
    credited: list[tuple[Attribution, ...]] = []
    for sentence, where, found in zip(article.sentences, column.sentences, heard(article).credits, strict=True):
        told = tuple(_in_sentence(column, where, found, known)) if found and sentence.block not in listed else ()
        credited.append(told)
        if any(one.kind == "named" for one in told) or any(article.marks_in(sentence.span, MarkKind.LINK)):
            known.update(TOLD_OF + word for word in WORKS.intersection(column.of(sentence.index)))
    return tuple(credited)


def _in_sentence(column: Tokens, where: range, heard: Sequence[Hit], known: set[str]) -> Iterator[Attribution]:
    hits: dict[str, list[Hit]] = {}
    for hit in heard:
        if not _is_of_rank(column, hit):
            hits.setdefault(hit.section, []).append(hit)
    capital = [at for at in where if column.forms[at][0].isupper()]
    names = frozenset(at for at in capital if is_name(column, at, where.start) or column.forms[at] in acronyms())
    if where and column.words[where.start] in known and column.forms[where.start][0].isupper():
        names |= {where.start}  # "Lund also warns", where Lund was introduced
    if _is_introduced(column, where, hits):
        names |= {where.start}
    scene = Scene(column, where, hits, names, known)
    found = credited(scene)
    _learn_roles(scene)
    if any(one.kind == "named" for one in found):
        yield from found
        return
    crowd = list(_vague(scene))
    if not any(one.kind == "named" for one in crowd):
        spoken = [one.span for one in found if one.kind == "person"]
        found += [one for one in islice(told_by_office(scene), 1) if not _touches(one, spoken)]
    yield from found
    if not found:
        yield from _own_word(scene)
    told = [one.span for one in found if one.kind == "office"]
    yield from (one for one in crowd if not _touches(one, told))


def _touches(one: Attribution, spans: Sequence[Span]) -> bool:
    return any(one.span.overlaps(span) for span in spans)


def _is_introduced(column: Tokens, where: range, hits: Mapping[str, Sequence[Hit]]) -> bool:
    """Whether a sentence begins with a single name that is introduced before it speaks: "Lund, a professor, said"."""
    if "speech" not in hits or len(where) < KNOWN_BY or column.words[where.start + 1] != ",":
        return False
    word, after = column.words[where.start], column.words[where.start + 2]
    told = any(column.words[hit.first - 1] == "," for hit in hits["speech"] if hit.first > where.start + KNOWN_BY)
    return told and after in _PRESENTING and word.isalpha() and word not in _NO_NAMES and not word.endswith("ly")


def _is_of_rank(column: Tokens, hit: Hit) -> bool:
    """Whether what looks like speech tells whom somebody answers to: "a chief of staff who reports to the minister"."""
    return column.words[hit.first] == "reports" and column.words[hit.stop : hit.stop + 1] == ["to"]


def _own_word(scene: Scene) -> Iterator[Attribution]:
    """Yield the word of a maker on its own work at the beginning of a sentence: "Dozer says that its beds …"."""
    words, forms, first = scene.column.words, scene.column.forms, scene.where.start
    for hit in scene.hits.get("speech", ())[:1]:
        firm = hit.first == first + 2 and words[first] == "the" and words[first + 1] in words_of("maker")
        brand = hit.first == first + 1 and forms[first][0].isupper() and words[first] not in _NOBODY
        about = hit.stop + (scene.word(hit.stop) == "that")
        if (firm or brand) and scene.word(about) in (_THEMSELVES if firm else _ITSELF):
            yield Attribution("self", scene.column.span(first, hit.stop), speech=True)


def _learn_roles(scene: Scene) -> None:
    """Remember the names that stand beside a role, such as "Berg, the ranger", or are presented: "Berg, who …"."""
    for hit in scene.hits.get("role", ()):
        near = range(hit.first - CLOSE, hit.first + CLOSE + 1)
        scene.known.update(scene.column.words[at] for at in near if at in scene.names)
    for at in scene.names:
        if is_presented(scene, at + 1):
            # The first name in front, too: "According to Marta" is Marta Lund then.
            scene.known.update(scene.column.words[one] for one in {at, at - 1} & scene.names)


def _vague(scene: Scene) -> Iterator[Attribution]:
    reach = scene.where.start - 1
    for hit in sorted(scene.hits.get("vague", ()), key=lambda one: (one.first, -one.stop)):
        if hit.first <= reach or _is_known(scene, hit) or _is_met(scene, hit):
            continue
        reach = hit.stop - 1
        if _is_of_office(scene, hit):
            yield Attribution("named", scene.column.span(hit.first - 1, hit.stop), speech=True)
        else:
            yield Attribution("vague", scene.column.span(hit.first, hit.stop))


def _is_met(scene: Scene, hit: Hit) -> bool:
    """Whether people see somebody, and do not take something for something: "most people see a dentist"."""
    if scene.column.words[hit.stop - 1] != "see":
        return False
    behind = scene.column.words[hit.stop : min(hit.stop + SEEN_AS, scene.where.stop)]
    return behind[:1] in (["a"], ["an"], ["their"]) and "as" not in behind


def _is_of_office(scene: Scene, hit: Hit) -> bool:
    """Whether figures or records are those of an office that its town knows: "parks department figures show"."""
    return scene.column.words[hit.first] in words_of("records") and scene.word(hit.first - 1) in words_of("office")


def _is_known(scene: Scene, hit: Hit) -> bool:
    """Whether the study or people were spoken of before: "these data suggest", "our satisfaction survey shows".

    Nor does "shown to users" credit anybody.
    """
    words = scene.column.words
    if words[hit.first] in _AUXILIARIES:
        return words[hit.stop - 1] == "to" and hit.stop < scene.where.stop and words[hit.stop] in _SHOWN_TO
    for at in range(hit.first - 1, max(scene.where.start, hit.first - KNOWN_BY) - 1, -1):
        if words[at].endswith("'s") or words[at] in _DEFINITE:
            return True
        if at in scene.names or not words[at].isalnum():
            return False
    return False
