"""The only module that declares text to be markup. Everything foreign goes through `escape` here or in a template.

Inline markup of an article is built anew from its model: no byte of its source
is passed through.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from checks.article import Mark, MarkKind
from checks.position import Span
from reports.escape import one_line, pieces, visible
from reports.html.segments import LINE, Segment, Shown

_TAGS = {
    MarkKind.EMPHASIS: "em",
    MarkKind.STRONG: "strong",
    MarkKind.CODE: "code",
    MarkKind.QUOTE: "q",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.FOOTNOTE: "sup",
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SPACE = re.compile(r"\s+")


def shown(text: str) -> Markup:
    """Return foreign text escaped, characters that nobody can see as their codes, line feeds as line breaks."""
    parts = []
    for piece in pieces(text):
        if piece.code:
            parts.append(f'<span class="cp">{piece.code}</span>')
        else:
            parts.append(str(escape(piece.text)).replace("\n", "<br>"))
    return Markup("".join(parts))  # noqa: S704 - each part is escaped above


def safe_link(target: str) -> str:
    """Return `target` when it is an absolute web or mail address without hidden characters, otherwise nothing."""
    target = target.strip()
    if visible(target) != target:
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme in ("http", "https") and parts.netloc:
        return target
    return target if parts.scheme == "mailto" and parts.path else ""


def language(tag: str) -> str:
    """Return a BCP 47 tag when it has the form of one, otherwise nothing."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def direction(text: str) -> str:
    """Return `auto` when the text has letters that run from right to left, otherwise nothing."""
    return "auto" if _RTL.search(text) else ""


def inline(segments: Iterable[Segment]) -> Markup:
    """Return a block's text with its own inline markup and the marks of findings."""
    return Markup("".join(_segment(segment) for segment in segments))  # noqa: S704 - built of escaped parts


def barred(inner: Markup, bars: Sequence[Shown], block: Span) -> Markup:
    """Return a block's text between the anchors and the numbers of findings about all of it."""
    begins = "".join(f'<span id="f-{one.anchor}"></span>' for one in bars if one.span.start >= block.start)
    numbers = "".join(_number(one) for one in bars if one.span.end <= block.end)
    return Markup(begins) + inner + Markup(numbers)  # noqa: S704 - built of our own anchors and numbers


def _segment(segment: Segment) -> str:
    inner = str(shown(segment.text))
    if segment.findings:
        inner = _mark(inner, segment.findings, [one for one in segment.findings if one in segment.begins])
    kinds = {mark.kind for mark in segment.marks}
    for mark in reversed(segment.marks):
        if mark.kind is not MarkKind.FOOTNOTE or MarkKind.SUPERSCRIPT not in kinds:  # which raises it already
            inner = _element(mark, inner)
    unseen = unseen_places(segment.textless, segment.points)
    numbers = "".join(_number(one) for one in segment.ends)
    return f"{unseen}{inner}{numbers}"


def _mark(inner: str, findings: Sequence[Shown], begins: Sequence[Shown]) -> str:
    worst = min(findings, key=lambda one: one.severity.rank)
    ids = [one.anchor for one in begins]
    for anchor in ids[1:]:
        inner = f'<span id="f-{anchor}">{inner}</span>'
    own = f' id="f-{ids[0]}"' if ids else ""
    numbers = " ".join(dict.fromkeys(str(one.number) for one in findings))
    # A tint over whole sentences would make the page a patchwork.
    wide = " wide" if min(one.span.length for one in findings) > LINE else ""
    return f'<mark{own} class="{worst.severity}{wide}" data-n="{numbers}">{inner}</mark>'


def _number(one: Shown) -> str:
    # A word joiner keeps the number on the line of what it belongs to.
    label = f"Note {one.number}, {one.severity}"
    return f'&#8288;<a class="n {one.severity}" href="#n-{one.note}" aria-label="{label}">{one.number}</a>'


def unseen_places(textless: Sequence[Mark], found: Sequence[Shown]) -> Markup:
    """Return what stands for marks without text and for unseen places, with the marks of their findings."""
    parts = []
    for mark in textless:
        about = [one for one in found if one.source.overlaps(mark.source)]
        inner = str(image(mark)) if mark.kind is MarkKind.IMAGE else f'<sup class="fn">{shown(mark.target)}</sup>'
        parts.append(_mark(inner, about, about) if about else inner)
        parts += map(_number, about)
        found = [one for one in found if one not in about]
    for one in found:
        parts += (_point(one), _number(one))
    return Markup("".join(parts))  # noqa: S704 - built of escaped parts


def _point(one: Shown) -> str:
    """Show a place that a reader does not see by what stands there in the source."""
    inner = f'<span class="vh">In the source: </span><code>{shown(_cut(one.quote, 60))}</code>'
    return f'<mark id="f-{one.anchor}" class="{one.severity} hidden-source" data-n="{one.number}">{inner}</mark>'


def _cut(source: str, limit: int) -> str:
    source = _SPACE.sub(" ", source).strip()
    return source if len(source) <= limit else source[: limit - 1] + "…"


def _element(mark: Mark, inner: str) -> str:
    if mark.kind is MarkKind.LINK:
        target = safe_link(mark.target)
        if target:
            return f'<a class="link" href="{escape(target)}" rel="noopener noreferrer nofollow">{inner}</a>'
        return f'<span class="link" title="{escape(one_line(mark.target))}">{inner}</span>'
    if mark.kind is MarkKind.LANGUAGE:
        tag = language(mark.target)
        return f'<span lang="{tag}">{inner}</span>' if tag else inner
    tag = _TAGS.get(mark.kind, "span")
    return f"<{tag}>{inner}</{tag}>"


def image(mark: Mark) -> Markup:
    """Return what stands for an image: its alternative text and file, never the image, which would be fetched."""
    name = shown(_cut(mark.target.partition("?")[0].rpartition("/")[2] or mark.target, 60))
    if mark.label:
        alt = shown(mark.label)
    else:
        alt = Markup("<i>{} alternative text</i>").format("empty" if mark.has_label else "no")
    return Markup('<span class="image"><span class="vh">Image: </span>{} <span class="file">{}</span></span>').format(
        alt, name
    )


def difference(parts: Iterable[tuple[bool, str]]) -> Markup:
    """Return text of which the parts that differ are marked."""
    return Markup("").join(
        Markup("<b>{}</b>").format(shown(text)) if differs else shown(text) for differs, text in parts
    )


def example(marked: str) -> Markup:
    """Return a rule's example, what `[[…]]` encloses in it marked."""
    parts = _MARKED.split(marked.strip("\n"))
    made = (Markup("<mark>{}</mark>").format(shown(part)) if odd % 2 else shown(part) for odd, part in enumerate(parts))
    return Markup("").join(made)


_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@cache
def asset(name: str) -> Markup:
    """Return one of our own style sheets or scripts."""
    return Markup(resources.files("reports.html").joinpath(name).read_text("utf-8"))  # noqa: S704 - our own file


def style(rules: str) -> Markup:
    """Return style rules of our own making, of which every foreign word was reduced to letters and digits."""
    return Markup(rules)  # noqa: S704 - see above


def csp_hash(text: str) -> str:
    """Return the source expression that lets a page run exactly this inline style or script."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
