"""Findings of two checks about one and the same slip, told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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

_WORD = re.compile(r"[\w'’-]+")


def distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield `findings` without those of the grammar check that a finding of residue says already.

    The one of residue is kept because it looks at the whole gap or tag, not at
    a word beside it. A misspelt word that stands at a missing space stays.
    """
    every = tuple(findings)
    litter = [one.span for one in every if one.rule in LITTER and one.span and not one.suppressed]
    slips = [one.span for one in every if one.rule in SLIPS and one.span and not one.suppressed]
    for finding in every:
        if not _is_told(finding, litter, slips):
            yield finding


def _is_told(finding: Finding, litter: list[Span], slips: list[Span]) -> bool:
    if finding.check != "grammar" or finding.span is None or finding.suppressed:
        return False
    if any(finding.span.overlaps(span) for span in litter):
        return True
    misspelling = _WORD.fullmatch(finding.quote) is not None and "MORFOLOGIK" in finding.rule
    return not misspelling and any(finding.span.overlaps(span) for span in slips)
