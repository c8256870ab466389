"""What HTML elements are to a reader: shown or hidden, block or inline.

After the HTML standard (parsing, sections "in body" and "in table"; rendering,
section "hidden elements" and "flow content").
"""

from __future__ import annotations

from checks.article import BlockKind, MarkKind

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Elements without an inside."""

BLOCK = frozenset(
    (
        "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext "
        "pre search section summary table tbody td tfoot th thead tr ul xmp"
    ).split()
)
"""Elements that begin and end blocks of text."""

BARE = frozenset("article body center div fieldset form header main section".split())
"""Blocks in which a paste leaves text without paragraphs."""

CLOSES_PARAGRAPH = frozenset(
    (
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary "
        "table ul xmp"
    ).split()
)
"""Start tags that end an open paragraph."""

HEAD_CONTENT = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
"""Elements that do not end the head."""

HIDDEN = frozenset(
    (
        "applet audio canvas datalist frameset head iframe map meter noembed noframes noscript object progress rp "
        "script select style svg template textarea title video"
    ).split()
)
"""Elements whose inside a reader does not see as text."""

FOREIGN = frozenset({"svg", "math"})

HTML_IN_FOREIGN = frozenset({"svg foreignobject", "svg desc", "svg title", "svg annotation-xml"})
"""Parts of these that hold HTML; elements inside `<svg>` and `<math>` are named with "svg " before."""

BREAKOUT = frozenset(
    (
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
        "meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var"
    ).split()
)
"""HTML tags that end an `<svg>` or `<math>`."""

TABLE_LEVEL = {"caption": 1, "colgroup": 1, "tbody": 1, "thead": 1, "tfoot": 1, "tr": 2, "td": 3, "th": 3}
"""Parts of a table; each ends those of the same or a higher level."""

BETWEEN_CELLS = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
"""Text directly inside these is astray; a browser moves it before the table."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})

KINDS = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption", "summary", "legend"), BlockKind.CAPTION),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), BlockKind.CODE),
    "blockquote": BlockKind.QUOTATION,
}
"""Kind of the blocks inside an element."""

MARKS = {
    "a": MarkKind.LINK,
    **dict.fromkeys(("b", "strong"), MarkKind.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn"), MarkKind.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "var", "tt", "math"), MarkKind.CODE),
    "q": MarkKind.QUOTE,
    "sup": MarkKind.SUPERSCRIPT,
}

FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that a browser opens again in the next block when they are not closed."""

SCOPE = frozenset("applet caption html table td th marquee object template".split())
"""An end tag does not reach beyond these."""

SPECIAL = BLOCK | SCOPE | {"button", "body", "head", "iframe", "select", "textarea"}
"""Elements that the end tag of an inline element does not reach beyond."""

NAMED_WHEN_BROKEN = frozenset({"body", "br", "font", "head", "html", "iframe", "img", "script", "span", "style", "u"})
"""Further elements whose tags are known when they are broken and shown."""

OPTIONAL_END = frozenset(
    "body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr".split()
)
"""Elements that may stay open without fault."""

MEANT_TO_HOLD = frozenset("a article blockquote figcaption h1 h2 h3 h4 h5 h6 li ol p section table ul".split())
"""Elements that are at fault when there is nothing inside."""
