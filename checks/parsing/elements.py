"""What HTML elements are to a reader: shown or hidden, block or inline."""

from __future__ import annotations

from checks.article import BlockKind, MarkKind

VOID = frozenset("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())

BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p "
    "plaintext pre search section select summary table tbody td tfoot th thead tr ul xmp".split()
)
"""Elements that begin and end blocks of text."""

CLOSES_PARAGRAPH = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp".split()
)
"""Start tags that end an open paragraph (HTML standard, "in body")."""

HIDDEN = frozenset(
    "head title script style template noscript noframes noembed iframe object video audio canvas datalist textarea "
    "select rp meter progress map applet frameset svg".split()
)
"""Elements whose inside a reader does not see as text."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

KINDS = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "summary": BlockKind.CAPTION,
    "legend": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
    "xmp": BlockKind.CODE,
    "plaintext": BlockKind.CODE,
}
"""Kind of the blocks inside an element."""

MARKS = {
    "a": MarkKind.LINK,
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "var": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "math": MarkKind.CODE,
    "q": MarkKind.QUOTE,
    "sup": MarkKind.SUPERSCRIPT,
}

FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that a browser opens again in the next block when they are not closed."""

BOILERPLATE = frozenset({"nav", "footer", "aside", "button"})

SCOPE = frozenset("applet caption html table td th marquee object template".split())
"""An end tag does not reach beyond these."""

SPECIAL = (BLOCK | SCOPE) - {"address", "div", "p"}
"""An open list item is not looked for beyond these."""

OPTIONAL_END = frozenset("html head body p li dt dd option optgroup thead tbody tfoot tr td th caption colgroup rp rt rb rtc".split())
"""Elements that may stay open without fault."""
