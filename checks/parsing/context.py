"""What an element means for the text inside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from checks.article import PROSE, Block, BlockKind, MarkKind
from checks.lists import words
from checks.parsing.builder import OpenMark
from checks.parsing.elements import (
    BARE,
    BETWEEN_CELLS,
    BLOCK,
    HEADINGS,
    HIDDEN,
    KINDS,
    LISTS,
    MARKS,
    MEANT_TO_HOLD,
    TABLE_LEVEL,
)
from checks.parsing.language import language_tag
from checks.position import Span

Attributes = Mapping[str, str | None]

CHROME_TAGS = frozenset({"nav", "footer", "aside", "button"})
CHROME_ROLES = frozenset(
    "alertdialog banner button complementary contentinfo dialog menu menubar navigation search toolbar".split()
)
CONTENT_TAGS = frozenset({"main", "article"})
"""Chrome around these does not make them chrome."""
SKIP_CLASSES = frozenset({"skip-link", "skip-nav", "screen-reader-shortcut"})
CAPTION_CLASSES = frozenset(
    [
        "caption",
        "credit",
        "figure-caption",
        "image-caption",
        "img-caption",
        "photo-caption",
        "photo-credit",
        "wp-caption-text",
    ]
)
REFERENCE_CLASSES = frozenset(
    ["bibliography", "citations", "endnotes", "footnotes", "references", "reflist", "works-cited"]
)
REFERENCE_ROLES = frozenset({"doc-bibliography", "doc-endnotes", "doc-footnote"})
WORD_STYLES = {
    "msotitle": (BlockKind.HEADING, 1),
    "msocaption": (BlockKind.CAPTION, 0),
    **dict.fromkeys(
        [
            *("msolistparagraph", "msolistparagraphcxspfirst", "msolistparagraphcxspmiddle"),
            *("msolistparagraphcxsplast", "msolistbullet", "msolistnumber"),
        ],
        (BlockKind.LIST_ITEM, 1),
    ),
}
"""What paragraphs are that Word pastes with the names of its styles, in lower case."""

_NO_CLASSES: frozenset[str] = frozenset()
_INVISIBLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Element:
    """An open element, and what it means for the text inside."""

    name: str
    start: int
    end: int
    block: Block
    """A model for the blocks that begin inside."""
    hidden: bool = False
    """The text inside is not shown."""
    hides: bool = False
    """It is this element itself that hides it."""
    hidden_before: bool = False
    """Of a table: what surrounds it is hidden. Text astray between cells is shown there."""
    bare: bool = False
    """Text inside stands directly in a container of paragraphs."""
    references: bool = False
    """Inside a list of references."""
    depth: int = 0
    """Of nested lists."""
    list: Element | None = None
    """The list it stands in."""
    number: int | None = None
    """Of an ordered list: the number of its next item."""
    mark: OpenMark | None = None
    language: OpenMark | None = None
    filled: int = 0
    """How much was shown and pictured when it began; the same at its end: it is empty."""
    written: bool = True
    """Stands in the source as a tag, so that leaving it open is a fault."""

    @property
    def should_hold(self) -> bool:
        """Whether it is at fault when nothing is inside."""
        if self.hidden or self.name not in MEANT_TO_HOLD or (self.name == "a" and self.mark is None):
            return False
        return self.written or self.name in HEADINGS or self.name == "li"

    def hides_inside(self, name: str = "") -> bool:
        """Whether an element of this name, or text, is hidden inside."""
        if self.name in BETWEEN_CELLS and name not in TABLE_LEVEL:
            return self.hidden_before
        return self.hidden


def root() -> Element:
    """Return the element that holds all."""
    return Element("", 0, 0, Block(BlockKind.PARAGRAPH, Span(0, 0)), bare=True, written=False)


def element(outer: Element, name: str, attributes: Attributes, start: int, end: int, group: int) -> Element:
    """Return the element that a tag opens inside `outer`; `group` is a fresh group number."""
    classes = frozenset((attributes.get("class") or "").lower().split()) if attributes else _NO_CLASSES
    hides = _hides(name, attributes)
    made = Element(
        name,
        start,
        end,
        outer.block,
        hidden=hides or outer.hides_inside(name),
        hidden_before=outer.hidden_before if name in TABLE_LEVEL else outer.hides_inside(),
        hides=hides,
        bare=name in BARE if name in BLOCK else outer.bare,
        references=outer.references or bool(attributes and _is_reference_list(attributes, classes)),
        depth=outer.depth,
        list=outer.list,
    )
    if name in LISTS:
        made.depth += 1
        made.list = made
        made.block = replace(made.block, group=group)
        if name == "ol":
            made.number = _integer(attributes.get("start"), 1)
    made.block = _model(made, name, attributes, classes, group)
    _set_marks(made, name, attributes)
    return made


def _is_reference_list(attributes: Attributes, classes: frozenset[str]) -> bool:
    return bool(classes & REFERENCE_CLASSES) or (attributes.get("role") or "") in REFERENCE_ROLES


def _hides(name: str, attributes: Attributes) -> bool:
    if name in HIDDEN or not attributes:
        return name in HIDDEN or name == "dialog"
    if "hidden" in attributes or (name == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style")
    return bool(style and _INVISIBLE.search(style))


def _model(made: Element, name: str, attributes: Attributes, classes: frozenset[str], group: int) -> Block:
    block = made.block
    if name in KINDS:
        block = _of_kind(made, name, attributes, group)
    elif name == "table":
        block = replace(block, group=group)
    elif name in BLOCK and classes & CAPTION_CLASSES:
        block = replace(block, kind=BlockKind.CAPTION, level=0)
    if name == "p" and (styled := next((WORD_STYLES[one] for one in classes if one in WORD_STYLES), None)):
        kind, level = styled
        block = replace(block, kind=kind, level=level)
    elif attributes.get("role") == "heading":
        level = min(max(_integer(attributes.get("aria-level"), 2), 1), 6)
        block = replace(block, kind=BlockKind.HEADING, level=level)
    if made.references and block.kind in PROSE:
        block = replace(block, kind=BlockKind.REFERENCE)
    if name in BLOCK and "lang" in attributes:
        block = replace(block, language=language_tag(attributes["lang"]))
    if name in CONTENT_TAGS:
        return replace(block, boilerplate=False) if block.boilerplate else block
    if not block.boilerplate and _is_chrome(name, attributes, classes, block):
        block = replace(block, boilerplate=True)
    return block


def _of_kind(made: Element, name: str, attributes: Attributes, group: int) -> Block:
    block, kind = made.block, KINDS[name]
    if kind is BlockKind.HEADING:
        return replace(block, kind=kind, level=HEADINGS[name], label="", group=0)
    if kind is BlockKind.LIST_ITEM:
        label = block.label if made.references and block.label else _number(made.list, name, attributes)
        return replace(block, kind=kind, level=max(made.depth, 1), label=label)
    if kind is BlockKind.TABLE_CELL:
        return replace(block, kind=kind, level=0, label="", header=name == "th")
    if kind is BlockKind.QUOTATION:
        return replace(block, kind=kind, level=0, label="", group=group, spoken=True)
    return replace(block, kind=kind, level=0, label="")


def _number(inside: Element | None, name: str, attributes: Attributes) -> str:
    if inside is None or inside.number is None or name != "li":
        return ""
    number = _integer(attributes.get("value"), inside.number)
    inside.number = number + 1
    return str(number)


def _is_chrome(name: str, attributes: Attributes, classes: frozenset[str], block: Block) -> bool:
    if name in CHROME_TAGS:
        return not block.spoken
    if not attributes or (name not in BLOCK and not classes & SKIP_CLASSES):
        return False
    if (attributes.get("role") or "").lower() in CHROME_ROLES:
        return True
    return bool((classes | {(attributes.get("id") or "").lower()}) & _chrome_classes())


def _chrome_classes() -> frozenset[str]:
    return words("checks.parsing", "chrome.txt")


def _set_marks(made: Element, name: str, attributes: Attributes) -> None:
    if made.hidden and name != "math":
        return
    if name in MARKS and (name != "a" or "href" in attributes):
        target = (attributes.get("href") or "").strip() if name == "a" else ""
        label = attributes.get("title")
        made.mark = OpenMark(MARKS[name], made.start, target, label or "", label is not None)
    if "lang" in attributes and name not in BLOCK:
        made.language = OpenMark(MarkKind.LANGUAGE, made.start, language_tag(attributes["lang"]))


def _integer(value: str | None, default: int) -> int:
    """Read a number as HTML does: leading digits count; at most nine of them are believed."""
    match = re.match(r"\s*([+-]?\d{1,9})", value or "")
    return int(match[1]) if match else default
