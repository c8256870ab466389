"""Template variables that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.article import Article, Format
from checks.finding import Finding, Severity
from checks.position import Span
from checks.residue.prose import uncoded
from checks.rule import Example, Rule

RULE = Rule(
    name="residue/template-variable",
    summary="A template variable that was not filled in, such as {{ name }}, %FIRSTNAME% or ${price}.",
    why="Readers see the machinery instead of the name or figure that belongs there.",
    fix="Write what the variable stands for, or mend the template.",
    source="Syntaxes of Jinja, Handlebars, Liquid, ERB, Mailchimp, JavaScript and Windows variables.",
    severity=Severity.ERROR,
    flagged=(
        Example("Dear [[{{ first_name }}]], the ferry leaves at six."),
        Example("Dear [[%FIRSTNAME%]], your fare is [[${fare}]]."),
        Example("Dear [[*|FNAME|*]], welcome aboard the [[[object Object]]].", Format.PLAIN),
    ),
    passed=(
        Example("Write `{{ first_name }}` where the name should stand."),
        Example("The fare rose by 5 % in May and by 7 % in June."),
        Example("The set {a, b} has two members."),
        Example(
            'The ferry in pictures:\n\n{{< gallery folder="ferry" >}}',
            note="A shortcode of a site generator in its own source is filled in when the site is built.",
        ),
    ),
)

_VARIABLE = re.compile(
    r"\{\{\{?(?P<inside>[^{}\n]{1,100})\}?\}\}"
    r"|(?P<tag>\{%-?\s[^%\n]{1,150}%\})"
    r"|<%=?\s?[^%<>\n]{1,100}%>"
    r"|[$#%]\{[A-Za-z_][\w.]{0,60}\}"
    r"|(?<![\w%])%[A-Z][A-Z0-9_]{2,40}%(?![\w\\/])"
    r"|(?<!%)%%[A-Za-z_]{3,40}%%"
    r"|\*\|[A-Z][A-Z0-9_:]{1,40}\|\*"
    r"|\{(?:[a-z]{2,20}(?:_[a-z]{2,20}){1,4}|[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}|(?:first|last|user|company)?name|FIRSTNAME|NAME)\}"
    r"|(?<!\w)__[A-Z][A-Z_]{2,40}__(?!\w)"
    r"|%\d\$[sd]\b"
    r"|\[object Object\]",
)
_GENERATOR = re.compile(r"^[<%]|^-?\s*\.|^\s*(?:site|page|post|layout|content|include|theme|collections)\b|\|")
"""Inside of braces that a site generator (Hugo, Jekyll, Eleventy) fills in when it builds the site."""


def find(article: Article) -> Iterator[Finding]:
    """Yield each variable that shows."""
    for match in _VARIABLE.finditer(uncoded(article)):
        if not _is_built(article.format, match):
            message = f"A template variable was not filled in: {match[0]}."
            yield RULE.finding(article, Span(*match.span()), message, confidence=0.95)


def _is_built(form: Format, match: re.Match[str]) -> bool:
    if form is not Format.MARKDOWN:
        return False
    return bool(match["tag"] or (match["inside"] and _GENERATOR.search(match["inside"])))
