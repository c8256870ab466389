"""Suppressions: comments and front matter that switch rules off, and those that switch nothing off."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from checks.article import Article, Format
from checks.finding import Finding, Severity
from checks.position import Span
from checks.rule import Example, Rule

UNUSED = Rule(
    name="residue/unused-suppression",
    summary="A copydesk comment or front-matter entry that switches off a rule which finds nothing there.",
    why="A suppression that outlives its reason hides the next real fault in the same place.",
    fix="Delete the suppression, or only the rule name that is no longer needed.",
    source="ESLint's --report-unused-disable-directives; the same habit for prose.",
    severity=Severity.WARNING,
    flagged=(
        Example("[[<!-- copydesk-disable-next-line residue/placeholder -->]]\nThe harbour reopened on Monday."),
        Example(
            "---\ncopydesk:\n  disable:\n    - [[residue/placeholder]]\n---\n\nThe harbour reopened on Monday.",
            note="The front matter of an article can switch a rule off for all of it.",
        ),
    ),
    passed=(
        Example("<!-- copydesk-disable-next-line residue/placeholder -->\nThe sign on the door read TODO: paint me."),
        Example(
            "<!-- copydesk-disable superlatives/puffery -->\n\nThe harbour reopened on Monday.",
            note="Left alone when the check that it names did not run, as in this test, which runs `residue` alone.",
        ),
    ),
)

UNKNOWN = Rule(
    name="residue/unknown-suppression",
    summary="A copydesk comment or front-matter entry that names a rule or check which does not exist.",
    why="A misspelt name switches nothing off, and nobody notices.",
    fix="Correct the name; `copydesk rules` lists all of them.",
    source="ESLint, Ruff and Vale report unknown rule names in the same way.",
    severity=Severity.WARNING,
    flagged=(
        Example("[[<!-- copydesk-disable residue/place-holder -->]]\n\nThe harbour reopened on Monday."),
        Example("---\ncopydesk:\n  disable:\n    - [[spelling]]\n---\n\nThe harbour reopened on Monday."),
    ),
    passed=(
        Example("<!-- copydesk-disable-next-line residue -->\nThe sign on the door read TODO: paint me."),
        Example("<!-- A note to the desk: keep this paragraph short. -->\n\nThe harbour reopened on Monday."),
    ),
)

RULES = (UNUSED, UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Switch:
    """One rule name (empty: all) that one directive or the front matter switches."""

    action: str
    name: str
    place: Span | None
    """In the source; None when it could not be found there."""

    def matches(self, rule: str) -> bool:
        return self.name in ("", rule, rule.partition("/")[0])


def suppress(article: Article, findings: Iterable[Finding], ran: Collection[str]) -> tuple[Finding, ...]:
    """Return `findings`, marked where the article switches their rule off, and what is wrong with its suppressions.

    To be called once with all findings of the article, those of comparisons
    included, before settings drop any: a rule that settings switch off has
    still used its suppression.

    A comment `disable` holds from where it stands to the next `enable` that
    names the same, the rule's check or nothing; `disable-next-line` holds for
    findings that begin on the next line that is not blank; front matter holds
    for the whole article. Findings about the whole article follow front matter
    and comments that stand before the article's text.

    Args:
        article: the article.
        findings: all that was found in it.
        ran: names of the checks that ran. A suppression of another check's
            rule may be needed when that check runs, so it is not unused; nor is
            one of all rules, unless every check ran.
    """
    switches = tuple(_switches(article))
    if not switches:
        return tuple(findings)
    used: set[int] = set()
    marked = []
    for finding in findings:
        hits = _active(article, switches, finding)
        used.update(hits)
        marked.append(replace(finding, suppressed=True) if hits else finding)
    return (*marked, *_complaints(article, switches, used, frozenset(ran)))


def _switches(article: Article) -> Iterator[_Switch]:
    settings = article.metadata.get("copydesk")
    names = settings.get("disable") if isinstance(settings, Mapping) else None
    for name in [names] if isinstance(names, str) else names if isinstance(names, Sequence) else ():
        yield _Switch("front-matter", str(name), _in_front_matter(article, str(name)))
    for directive in sorted(article.directives, key=lambda one: one.source):
        for name in directive.rules or ("",):
            yield _Switch(directive.action, name, directive.source)


def _in_front_matter(article: Article, name: str) -> Span | None:
    """Return where the front matter names `name`, after the word `disable`."""
    end = article.map.runs[0].source.start if article.map.runs else len(article.source)
    start = article.source.find("disable", 0, end)
    if article.format is not Format.MARKDOWN or start < 0 or not name:
        return None
    match = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])").search(article.source, start, end)
    return Span(*match.span()) if match else None


def _active(article: Article, switches: Sequence[_Switch], finding: Finding) -> list[int]:
    """Return the indices of the switches that hold for `finding`."""
    at = _place(article, finding)
    active: list[int] = []
    for index, switch in enumerate(switches):
        if not switch.matches(finding.rule):
            continue
        if switch.action == "front-matter":
            active.append(index)
        elif switch.place is None or switch.place.start > at:
            continue
        elif switch.action == "disable":
            active.append(index)
        elif switch.action == "enable":
            active = [one for one in active if switches[one].action != "disable"]
        elif finding.span is not None and _next_line(article, switch.place) == article.position(at).line:
            active.append(index)
    return active


def _place(article: Article, finding: Finding) -> int:
    if finding.span is not None:
        return finding.span.start
    return article.map.runs[0].source.start if article.map.runs else len(article.source)


def _next_line(article: Article, place: Span) -> int:
    """Return the next source line after `place` that is not blank."""
    rest = article.source[place.end :]
    ahead = len(rest) - len(rest.lstrip())
    line = article.position(place.end + ahead).line
    return max(line, article.position(place.end).line + 1)


def _complaints(
    article: Article, switches: Sequence[_Switch], used: Collection[int], ran: frozenset[str]
) -> Iterator[Finding]:
    from checks.registry import all_checks, all_rules, rule

    known = [*all_checks(), *all_rules()]
    online = {name for name, one in all_rules().items() if one.online}
    everything = frozenset(name for name, check in all_checks().items() if check.run or check.compare)
    for index, switch in enumerate(switches):
        if switch.name and switch.name not in known and rule(switch.name) is None:
            yield _unknown(article, switch, known)
        elif index not in used and switch.action != "enable" and switch.name not in online:
            needed = {switch.name.partition("/")[0]} if switch.name else everything
            if needed <= ran:
                yield _unused(article, switch)


def _unknown(article: Article, switch: _Switch, known: Sequence[str]) -> Finding:
    near = get_close_matches(switch.name, known, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    return UNKNOWN.finding(
        article,
        None,
        f"There is no rule or check named “{switch.name}”.{hint}",
        confidence=1.0,
        source_span=switch.place,
    )


def _unused(article: Article, switch: _Switch) -> Finding:
    what = switch.name or "any rule"
    return UNUSED.finding(
        article,
        None,
        f"Nothing here breaks {what}, so this suppression has no effect.",
        confidence=1.0,
        source_span=switch.place,
    )
