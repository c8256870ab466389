"""What settings do to findings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from checks.finding import Finding, Severity, stricter
from checks.registry import all_rules
from flows.settings.model import Level, Settings


def apply(settings: Settings, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `findings` as the settings of their article want them.

    Those of rules that are off and those less sure than `gate.min-confidence`
    are dropped; severities are changed.
    """
    return tuple(
        _as_set(finding, level(settings.rules, finding.rule))
        for finding in findings
        if level(settings.rules, finding.rule) != "off" and finding.confidence >= settings.gate.min_confidence
    )


def level(rules: Mapping[str, Level], rule: str) -> Level | None:
    """Return what `[rules]` says of a rule, by itself or by its check; None when it says nothing."""
    return rules.get(rule) or rules.get(rule.partition("/")[0])


def asked(settings: Settings) -> Mapping[str, Severity]:
    """Return the severities that `[rules]` asks for, of rules that sum others up and so have none of their own."""
    levels = {name: level(settings.rules, name) for name, rule in all_rules().items() if rule.sum_up}
    return {name: Severity(wanted) for name, wanted in levels.items() if wanted in set(Severity)}


def _as_set(finding: Finding, wanted: Level | None) -> Finding:
    if wanted == "stricter":
        return stricter(finding)
    return replace(finding, severity=Severity(wanted)) if wanted and wanted != finding.severity else finding


def digest(settings: Settings) -> str:
    """Return the SHA-256 (first 16 hex digits) of all settings that can change what is found.

    How many articles are checked at a time and what is kept between runs do
    not enter; the words of vocabulary files do.
    """
    said = settings.model_dump(mode="json", by_alias=True, exclude={"jobs", "cache"})
    said["words"] = sorted(settings.words)
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
