"""Markup that a reader sees: tags, entities, Markdown in HTML, BBCode, shortcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.article import Article, Block, BlockKind, Format
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.lists import listed
from checks.residue.prose import uncoded
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/leftover-markup",
    summary="Markup that shows in the text: a stray tag, an escaped entity, Markdown in HTML, BBCode or a shortcode.",
    why="Readers see signs that were meant for a machine, and the formatting that they stood for is lost.",
    fix="Delete the markup, or write it so that the format of this article understands it.",
    source="HTML standard, tokenization: a `<` that no letter follows is text; CommonMark 0.31 for Markdown.",
    severity=Severity.ERROR,
    flagged=(
        Example(
            "<p>The ferry leaves at six.</p>\n[[<\nsection>]]\n<p>It returns at noon.</p>",
            Format.HTML,
            note="A browser shows a `<` with a line break after it as text.",
        ),
        Example("<p>Bread [[&amp;amp;]] butter are served on deck.</p>", Format.HTML),
        Example("<p>The ferry [[**always**]] leaves at six.</p>", Format.HTML),
        Example(
            "Sunrise over the bay\n\nThe ferry leaves [[<strong>]]at six[[</strong>]] and returns at noon.",
            Format.PLAIN,
        ),
        Example("The captain wrote [[[b]]]no[[[/b]]] on the note.", Format.PLAIN),
        Example("The ferry leaves at six. [[**]]Be early.", note="The second pair of asterisks is missing."),
        Example("The ferry leaves at six.\n\n[[permalink: /ferry]]\n\nIt returns at noon."),
    ),
    passed=(
        Example("The ferry leaves **at six** &amp; returns <em>at noon</em>."),
        Example(
            "<p>Wrap the time in a &lt;time&gt; element so that machines can read it.</p>",
            Format.HTML,
            note="The article writes about the tag.",
        ),
        Example("Type `<br>` where the line should end."),
        Example("The harbour is < 2 km away and the fare is > 3 euros."),
        Example("“[T]he ferry is late [again],” he wrote, rating it *** of five."),
    ),
)

_TAG = re.compile(r"<\s{0,3}/?\s{0,3}([A-Za-z][A-Za-z0-9]{0,15})((?:\s[^<>]{0,400})?)>")
_DECLARATION = re.compile(r"<!--[^<>]{0,400}-->|<!DOCTYPE[^<>]{0,200}>|<!--", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|([A-Za-z][A-Za-z0-9]{1,30}));")
_MARKDOWN = re.compile(
    r"\*\*(?=[^\s*])[^*\n]{1,300}\*\*"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)"
    r"|\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|/|#|\.)[^()\s]{0,500}\)"
    r"|^#{1,6}[ ](?=\S)|(?<!\w)__(?=\w)[^_\n]{1,200}__(?!\w)",
)
_BROKEN_MARKDOWN = re.compile(
    r"(?<![*\w])\*\*(?=[^\W_])|(?<=[\w.,!?])\*\*(?![*\w])"
    r"|\[[^\[\]\n]{1,200}\] \(https?:[^()\s]{1,500}\)|^#{2,6}(?=[^\W\d_])",
)
_BBCODE = re.compile(
    r"\[(/?)(b|i|u|s|url|img|quote|code|size|color|center|list|spoiler)(=[^\]\n]{1,200})?\]", re.IGNORECASE
)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|contact-form-7|vc_row|vc_column(?:_text)?|et_pb_\w{1,40})"
    r"(?:\s[^\]\n]{0,400})?\]"
    r"|\[[a-z][a-z_-]{2,30}(?:\s[\w-]{1,30}=(?:\"[^\"\]\n]{0,200}\"|'[^'\]\n]{0,200}')){1,20}\s?/?\]",
)
_FRONT_MATTER = re.compile(
    r"(?:slug|layout|permalink|expirydate|draft|weight|aliases|categories|tags|canonical_url): ?\S[^\n]*$"
)
_ABOUT_MARKUP = re.compile(
    r"\b(?:tags?|elements?|attributes?|markup|HTML|XML|Markdown|entit(?:y|ies)|BBCode|shortcodes?)\b", re.IGNORECASE
)


class Piece(NamedTuple):
    """Markup that shows in a block."""

    span: Span
    """In the text of the block."""
    what: str
    confidence: float
    replacement: str | None = None


def find(article: Article) -> Iterator[Finding]:
    """Yield each piece of markup that shows."""
    text = uncoded(article)
    for block in article.blocks:
        if block.kind is BlockKind.CODE:
            continue
        shown = text[slice(*block.span)]
        about = _ABOUT_MARKUP.search(shown) is not None
        for piece in (*_tags(shown), *_entities(article.format, shown), *_marks(article.format, shown)):
            if not (about and _mentioned(shown, piece.span)):
                yield _finding(article, block, piece)


def _finding(article: Article, block: Block, piece: Piece) -> Finding:
    span = piece.span.shift(block.span.start)
    message = f"{piece.what} shows in the text: “{' '.join(article.slice(span).split())}”."
    replacements = () if piece.replacement is None else (piece.replacement,)
    return RULE.finding(article, span, message, confidence=piece.confidence, replacements=replacements)


def _tags(text: str) -> Iterator[Piece]:
    for match in _TAG.finditer(text):
        if _is_tag(match):
            yield Piece(Span(*match.span()), "A tag", 0.97)
    for match in _DECLARATION.finditer(text):
        yield Piece(Span(*match.span()), "A comment or declaration", 0.9)


def _entities(form: Format, text: str) -> Iterator[Piece]:
    for match in _ENTITY.finditer(text):
        if match[1] is None or _is_entity(match[1]):
            yield Piece(Span(*match.span()), "An entity", 0.97, _decoded(form, match[0]))


def _marks(form: Format, text: str) -> Iterator[Piece]:
    """Yield what is not HTML: front matter, Markdown, BBCode, shortcodes."""
    front_matter = _FRONT_MATTER.match(text)
    if front_matter:
        yield Piece(Span(*front_matter.span()), "Front matter", 0.9)
    for match in (_BROKEN_MARKDOWN if form is Format.MARKDOWN else _MARKDOWN).finditer(text):
        yield Piece(Span(*match.span()), "Markdown", 0.9)
    for match in _BBCODE.finditer(text):
        if match[3] or match[2].lower() in _paired(text):
            yield Piece(Span(*match.span()), "BBCode", 0.95)
    for match in _SHORTCODE.finditer(text):
        yield Piece(Span(*match.span()), "A shortcode", 0.95)


def _paired(text: str) -> frozenset[str]:
    """Return the BBCode tags that are closed in `text`; `[i]` alone may be an editor's bracket."""
    return frozenset(match[2].lower() for match in _BBCODE.finditer(text) if match[1])


def _is_tag(match: re.Match[str]) -> bool:
    name, attributes = match[1].lower(), match[2].strip().rstrip("/")
    if name not in listed("elements") or (attributes and "=" not in attributes):
        return False
    return bool(attributes) or len(name) > 1 or not match[0][1].isspace()


def _is_entity(name: str) -> bool:
    from html.entities import html5

    return f"{name};" in html5


def _decoded(form: Format, entity: str) -> str:
    """Return what should stand in the source: the sign in plain text, the entity once elsewhere."""
    from html import unescape

    return unescape(entity).replace("\xa0", " ") if form is Format.PLAIN else entity


def _mentioned(text: str, span: Span) -> bool:
    """Tell whether markup in an article about markup is a word in a sentence, not residue at an edge."""
    before, after = text[: span.start].rstrip(" (\"“‘'"), text[span.end :].lstrip(" )\"”’'.,;:")
    return bool(before) and (bool(after) or text[: span.start] != before + " ")
