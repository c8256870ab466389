"""Groups: findings that one on the article or a section sums up, told as one problem and not as fifty.

A check marks the findings that belong together (`Finding.group`) and yields
the sum itself; what is left of both is known only when settings, suppressions
and more useful findings have had their say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checks.article import Article
from checks.finding import Finding
from checks.registry import rule
from checks.rule import Sum

FEWEST = 3
"""Findings from which their sum is easier to read than each of them."""


def grouped(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings with each sum in line with what is left of its group.

    A sum of too few goes, and with the sum its group: those findings stand for
    themselves. Of suppressed findings, and by a suppressed sum, nothing is
    summed up. A sum is new when enough of its group is.
    """
    every = tuple(findings)
    members: dict[str, list[Finding]] = defaultdict(list)
    for one in every:
        if one.group and not one.suppressed:
            members[one.group].append(one)
    summed = {one.sums for one in every if _sum(one) and not one.suppressed and len(members[one.sums]) >= FEWEST}
    for one in every:
        sum_up = _sum(one)
        if sum_up is None or one.suppressed:
            stays = one.group in summed and not one.suppressed
            yield one if stays or not one.group else replace(one, group="")
        elif one.sums in summed:
            its = members[one.sums]
            yield replace(sum_up(article, one, its), new=one.new and sum(each.new for each in its) >= FEWEST)


def _sum(finding: Finding) -> Sum | None:
    declared = rule(finding.rule) if finding.sums else None
    return declared.sum_up if declared else None
