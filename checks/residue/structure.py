"""Structure that a paste left open or empty: elements, fences, sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.article import Article, Block, BlockKind, Fault, FaultKind, Format
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.lists import listed
from checks.rule import Example, Rule

UNCLOSED = Rule(
    name="residue/unclosed-structure",
    summary="An element that is never closed, or an end tag that closes nothing.",
    why="What follows may take on a layout that was not meant for it.",
    fix="Close the element where its content ends, or delete the tag.",
    source="HTML standard, parse errors of the tree construction.",
    severity=Severity.WARNING,
    flagged=(
        Example("[[<section>]]\n<h2>Fares</h2>\n<p>A ticket costs three euros.</p>", Format.HTML),
        Example("<p>A ticket costs three euros.</p>\n[[</article>]]", Format.HTML),
        Example("A ticket costs [[<strong>]]three euros."),
        Example(
            "[[<h2>]]Fares\n<p>A ticket costs three euros.</p>\n<p>Dogs travel free.</p>",
            Format.HTML,
            note="What follows is audited as text, not as a heading.",
        ),
        Example("Ask the gauge:\n\n[[```]]\ncurl gauge.test\n\nIt answers in metres, from zero to nine.\n"),
    ),
    passed=(
        Example(
            "<section><h2>Fares</h2><p>A ticket costs three euros.<p>Dogs travel free.</section>",
            Format.HTML,
            note="A paragraph's end tag may be left out.",
        ),
        Example("<ul><li>A ticket<li>A dog</ul>", Format.HTML),
        Example("A ticket costs <strong>three</strong> euros.<br>Dogs travel free."),
    ),
)

HIDDEN = Rule(
    name="residue/hidden-text",
    summary="Words in angle brackets that a browser takes for a tag, so that readers do not see them.",
    why="The sentence loses a part without a trace: “As a `<type of person>`” is read as “As a”.",
    fix="Write the brackets as `&lt;` and `&gt;`, or use other ones.",
    source="HTML standard, tokenization: `<` and a letter begin a tag, known or not.",
    severity=Severity.ERROR,
    flagged=(
        Example("Every card reads: as a [[<kind of traveller>]], I want [[<goal>]] so that I arrive."),
        Example("<p>Write to Ruth Adeyemi [[<ruth@harbour.test>]] by Friday.</p>", Format.HTML),
    ),
    passed=(
        Example("Every card reads: as a &lt;kind of traveller&gt;, I want `<goal>` so that I arrive."),
        Example("Write to <ruth@harbour.test> or see <https://harbour.test/>."),
        Example(
            "<p>The fare is <harbour-fare></harbour-fare> euros <em>each</em>.</p>",
            Format.HTML,
            note="A custom element has a hyphen in its name.",
        ),
    ),
)

EMPTY = Rule(
    name="residue/empty-section",
    summary="A heading with nothing under it.",
    why="It promises something that the reader does not get; often the text was lost on the way.",
    fix="Write the section, or delete its heading.",
    source="W3C technique H69 uses headings to organise content; an empty section organises none.",
    severity=Severity.WARNING,
    flagged=(
        Example("# The ferry\n\nIt leaves at six.\n\n## [[Fares]]\n\n## Dogs\n\nDogs travel free."),
        Example("# The ferry\n\nIt leaves at six.\n\n## [[Fares]]\n"),
    ),
    passed=(
        Example("# The ferry\n\n## Fares\n\nA ticket costs three euros.\n\n## Dogs\n\nDogs travel free."),
        Example(
            "# The ferry\n\nIt leaves at six.\n\n## Pictures\n\n![At dusk](ferry.jpg)\n\n## Dogs\n\nDogs travel free."
        ),
        Example(
            '# The ferry\n\nIt leaves at six.\n\n## The ferry live\n\n<iframe src="https://harbour.test/live"></iframe>\n'
        ),
    ),
)

SHOWN = 60
"""Code points of a block that a message shows."""

_EMBEDDED = re.compile(
    r"<(?:iframe|video|audio|img|svg|object|embed|canvas|form|input|script|table|picture|math)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"<!--.{0,2000}?-->|<[^<>]{0,1000}>|[\s#=\-_*>]", re.DOTALL)
_HEADING_BEFORE = re.compile(
    r"(?:<h[1-6]\b[^<>]*>|^ {0,3}#{1,6}\s)(?:[^\w<\n]|<[^<>]*>|\n(?=\s*<))*$", re.IGNORECASE | re.MULTILINE
)
_UNDERLINE = re.compile(r"[^\w\n]*\r?\n {0,3}(?:=+|-+)\s*(?:\n|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]{0,100}\n\s{0,100}\Z")
_HEADING = re.compile(r"h[1-6]")
"""Of empty elements only these matter: others are often left empty for the sake of layout, or hold an icon."""
_SWALLOWING = re.compile(r"h[1-6]|blockquote")
_SAYS = {
    FaultKind.UNCLOSED: "<{}> is never closed.",
    FaultKind.STRAY_END: "</{}> closes nothing that is open.",
    FaultKind.BROKEN_TAG: "The tag <{}> is broken.",
    FaultKind.EMPTY: "<{}> is empty.",
}


def unclosed(article: Article) -> Iterator[Finding]:
    """Yield what the parser had to mend, and what it had to hide."""
    for fault in article.faults:
        if fault.kind is FaultKind.UNCLOSED and _is_no_element(fault.what):
            message = f"A browser takes {article.quote(fault.source)} for a tag and shows nothing of it."
            yield HIDDEN.finding(article, None, message, confidence=0.95, source_span=fault.source)
        elif fault.kind in _SAYS and (fault.kind is not FaultKind.EMPTY or _HEADING.fullmatch(fault.what)):
            message = _SAYS[fault.kind].format(fault.what) + _open_heading(article, fault)
            yield UNCLOSED.finding(article, None, message, confidence=0.9, source_span=fault.source)
    yield from _unclosed_fence(article)


def _open_heading(article: Article, fault: Fault) -> str:
    """Return where a heading or quotation that is never closed should end, as a sentence; nothing for other faults."""
    if fault.kind is not FaultKind.UNCLOSED or not _SWALLOWING.fullmatch(fault.what):
        return ""
    at = article.block_at(article.map.to_text(Span(fault.source.end, len(article.source))).start)
    if at < 0:
        return ""
    first, *behind = article.blocks[at : at + 2]
    if first.kind not in {BlockKind.HEADING, BlockKind.QUOTATION}:
        return f" Browsers show what follows as a heading, from “{_beginning(article, first)}” on."
    before = f", before “{_beginning(article, behind[0])}”" if behind else ""
    return f" Close it behind “{_beginning(article, first)}”{before}; browsers show what follows as a part of it."


def _beginning(article: Article, block: Block) -> str:
    """Return the first words of a block."""
    shown = " ".join(article.slice(block.span).split())
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN].rpartition(' ')[0] or shown[:SHOWN]}…"


def _unclosed_fence(article: Article) -> Iterator[Finding]:
    """Yield the fence of a block of code that runs to the end of the source because nothing closes it."""
    last = article.blocks[-1] if article.blocks else None
    if article.format is not Format.MARKDOWN or last is None or last.kind is not BlockKind.CODE:
        return
    place = article.map.to_source(last.span)
    opening = _FENCE.search(article.source, max(0, place.start - 200), place.start)
    if opening and not article.source[place.end :].strip():
        message = f"The code fence {opening[1]} is never closed, so all that follows is code."
        yield UNCLOSED.finding(article, None, message, confidence=0.9, source_span=Span(*opening.span(1)))


def _is_no_element(name: str) -> bool:
    """Tell whether `name` is neither HTML's nor a custom element's, which has a hyphen."""
    return name[:1].isalpha() and "-" not in name and ":" not in name and name not in listed("elements")


def empty(article: Article) -> Iterator[Finding]:
    """Yield each heading that no text, picture or part of its own follows."""
    for number, (block, following) in enumerate(pairwise((*article.blocks, None))):
        if block is None or block.kind is not BlockKind.HEADING or block.boilerplate:
            continue
        if following is not None and not _ends_section(article, block, following):
            continue
        title = number == 0 or block.level == 1
        if title or not _is_marked_up(article, block) or _holds_something(article, block, following):
            continue
        message = f"Nothing stands under the heading “{article.slice(block.span)}”."
        yield EMPTY.finding(article, block.span, message, confidence=0.9)


def _ends_section(article: Article, block: Block, following: Block) -> bool:
    is_heading = following.kind is BlockKind.HEADING and _is_marked_up(article, following)
    return is_heading and following.level <= block.level


def _is_marked_up(article: Article, block: Block) -> bool:
    """Tell whether markup makes the heading; one that its shape alone gives away may be none."""
    start, end = article.map.to_source(block.span)
    before = article.source[max(0, start - 600) : start]
    return bool(_HEADING_BEFORE.search(before) or _UNDERLINE.match(article.source, end))


def _holds_something(article: Article, block: Block, following: Block | None) -> bool:
    start = article.map.to_source(block.span).end
    end = article.map.to_source(following.span).start if following else len(article.source)
    between = article.source[start:end]
    return _EMBEDDED.search(between) is not None or bool(_NOTHING.sub("", between))
