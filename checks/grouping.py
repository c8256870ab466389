"""Groups: findings that one on the article or a section sums up, told as one problem and not as fifty.

A check marks the findings that belong together (`Finding.group`) and yields
the sum itself; what is left of both is known only when settings, suppressions
and more useful findings have had their say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from checks.article import Article
from checks.finding import Finding, Severity, gravest
from checks.registry import rule
from checks.rule import Sum

FEWEST = 3
"""Findings from which their sum is easier to read than each of them."""


_NONE: Mapping[str, Severity] = MappingProxyType({})


def grouped(article: Article, findings: Iterable[Finding], asked: Mapping[str, Severity] = _NONE) -> Iterator[Finding]:
    """Yield findings with each sum in line with what is left of its group.

    A sum of too few goes, and with the sum its group: those findings stand for
    themselves. Of suppressed findings, and by a suppressed sum, nothing is
    summed up. A sum is new when enough of its group is, whether or not it was
    accepted for others before, and then stands for those. It is as grave as the
    gravest of them, or graver where `asked` has a severity for its rule.
    """
    every = tuple(findings)
    members: dict[str, list[Finding]] = defaultdict(list)
    for one in every:
        if one.group and not one.suppressed:
            members[one.group].append(one)
    standing = {one.sums for one in every if _sum(one) and not one.suppressed and len(members[one.sums]) >= FEWEST}
    for one in every:
        sum_up = _sum(one)
        if sum_up is None or one.suppressed:
            stays = one.group in standing and not one.suppressed
            yield one if stays or not one.group else replace(one, group="")
        elif one.sums in standing:
            its = members[one.sums]
            new = [each for each in its if each.new]
            is_new = len(new) >= FEWEST
            told = summed(article, one, its, sum_up)
            of = [each.severity for each in (new if is_new else its)]
            yield replace(told, new=is_new, severity=gravest([*of, asked.get(one.rule, of[0])]))


def summed(article: Article, head: Finding, members: Sequence[Finding], sum_up: Sum) -> Finding:
    """Return a sum that says what `members`, in source order, come to.

    It is as sure as the surest of them, for it is right when one is, and as grave as the gravest.
    """
    told = sum_up(article, head, members)
    sure = max(one.confidence for one in members)
    return replace(told, confidence=sure, severity=gravest(one.severity for one in members))


def _sum(finding: Finding) -> Sum | None:
    declared = rule(finding.rule) if finding.sums else None
    return declared.sum_up if declared else None
