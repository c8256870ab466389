"""Findings of two checks about one and the same slip, told once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from checks.finding import Finding
from checks.position import Span

LITTER = frozenset(
    {
        "residue/hidden-text",
        "residue/invisible-characters",
        "residue/leftover-fence",
        "residue/leftover-markup",
        "residue/mojibake",
        "residue/template-variable",
    }
)
"""Rules whose findings are no language: what a proofreader says about them is beside the point."""
SLIPS = frozenset({"residue/lowercase-start", "residue/missing-space"})
"""Rules that a proofreader has as well."""
UNSUPPORTED = frozenset({"superlatives/absolute-claim", "superlatives/unsupported-superlative"})
"""Rules that say what in a sentence needs a source: more useful than that something does."""
LIKELY = 0.5
"""Confidence below which a sentence is doubtful for how it praises rather than for what it states."""

_WORD = re.compile(r"[\w'’-]+")


def distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield `findings` without those that a more useful one says already.

    Of residue and grammar the one of residue is kept because it looks at the
    whole gap or tag, not at a word beside it. A misspelt word that stands at a
    missing space stays. A sentence that lacks a source gets one finding: the
    one that names the wording at fault; and where a paste left whole paragraphs
    in quotation marks, nobody is missed as their speaker.
    """
    every = tuple(findings)
    litter = _places(every, LITTER)
    slips = _places(every, SLIPS)
    wordings = _places(every, UNSUPPORTED)
    praise = _places(every, frozenset({"superlatives/puffery"}))
    wrapped = _places(every, frozenset({"residue/wrapping-quotes"}))
    for finding in every:
        if finding.rule == "citations/missing-citation":
            told = wordings if finding.confidence >= LIKELY else [*wordings, *praise]
        elif finding.rule == "citations/unsourced-quotation":
            told = wrapped
        else:
            told = []
        if not (_overlaps(finding, told) or _is_told(finding, litter, slips)):
            yield finding


def _places(findings: Iterable[Finding], rules: Collection[str]) -> list[Span]:
    return [one.span for one in findings if one.rule in rules and one.span and not one.suppressed]


def _overlaps(finding: Finding, places: Iterable[Span]) -> bool:
    span = finding.span
    return span is not None and not finding.suppressed and any(span.overlaps(one) for one in places)


def _is_told(finding: Finding, litter: list[Span], slips: list[Span]) -> bool:
    if finding.check != "grammar" or finding.span is None or finding.suppressed:
        return False
    if any(finding.span.overlaps(span) for span in litter):
        return True
    misspelling = _WORD.fullmatch(finding.quote) is not None and "MORFOLOGIK" in finding.rule
    return not misspelling and any(finding.span.overlaps(span) for span in slips)
