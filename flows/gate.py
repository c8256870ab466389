"""The gate: holds an audit against the policy and says passed, failed or incomplete.

What decides: findings that are not suppressed, of required checks, and, where
a baseline or `--since` tells them apart, new ones (`gate.new-only`). An
article *fails* when one of these is at least as severe as `gate.fail-on`, when
they are more than a budget allows, or when its score is under the least. It is
*incomplete* when it could not be read or a required check could not run on it.
An audit fails when an article fails; otherwise it is incomplete when an
article, or anything that should have been one, is. So an incomplete audit is
never passed, and a failed one is failed whatever else went wrong: its reasons
name both. Advisory checks report, and their own failure is shown, but they
never decide. `fail-on = "never"` lets nothing fail; incomplete stays incomplete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from checks.finding import Finding, Severity
from checks.score import score
from flows.exit import Exit, code
from flows.settings import Settings
from reports.audit import AuditedArticle, CheckStatus, Gate, Problem, Status, Verdict
from reports.summary import by_severity, number

ALL = "all findings"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate says."""

    verdict: Verdict
    articles: tuple[AuditedArticle, ...]
    """As given, each with its verdict."""
    gate: Gate
    exit: Exit


def judge(
    articles: Sequence[AuditedArticle],
    settings: Settings,
    *,
    problems: Sequence[Problem] = (),
    checks: Mapping[str, CheckStatus] | None = None,
    basis: str = ALL,
) -> Judgement:
    """Judge an audit.

    Args:
        articles: what was audited; findings know whether they are new. Their verdicts are not looked at.
        settings: of the run; overrides have no part in the gate.
        problems: what could not be read and belongs to no article.
        checks: what became of each check in the run, for one that failed before any article.
        basis: what counts, in words, for the reports.
    """
    policy = _Policy.of(settings)
    judged = tuple(replace(one, verdict=policy.verdict(one)) for one in articles)
    failures = tuple(_failures(judged, policy, basis))
    gaps = (*_unread(judged, problems), *_not_run(judged, policy, checks or {}))
    verdict = Verdict.FAILED if failures else Verdict.INCOMPLETE if gaps else Verdict.PASSED
    gate = Gate(
        settings.gate.fail_on,
        settings.gate.min_confidence,
        basis,
        (*failures, *gaps),
        settings.gate.allow_incomplete,
        settings.gate.new_only,
        tuple(sorted(settings.advisory)),
    )
    allowed = verdict is Verdict.INCOMPLETE and settings.gate.allow_incomplete
    return Judgement(verdict, judged, gate, Exit.PASSED if allowed else code(verdict))


@dataclass(frozen=True, slots=True)
class _Policy:
    worst_allowed: int
    """Findings of this rank or a lower (worse) one fail an article; -1: none does."""
    never: bool
    new_only: bool
    required: frozenset[str]
    budgets: Mapping[str, float]
    least_score: int

    @classmethod
    def of(cls, settings: Settings) -> _Policy:
        gate = settings.gate
        never = gate.fail_on == "never"
        rank = -1 if never else Severity(gate.fail_on).rank
        return cls(rank, never, gate.new_only, settings.required, gate.budgets, gate.least_score)

    def verdict(self, article: AuditedArticle) -> Verdict:
        if self.blocking(article) or any(self.over_budget(article)) or self.too_low(article) is not None:
            return Verdict.FAILED
        return Verdict.INCOMPLETE if _is_unread(article) or any(self.not_run(article)) else Verdict.PASSED

    def deciding(self, article: AuditedArticle) -> tuple[Finding, ...]:
        """Return the findings that count."""
        return tuple(one for one in article.counted if one.check in self.required and (one.new or not self.new_only))

    def blocking(self, article: AuditedArticle) -> tuple[Finding, ...]:
        """Return the findings that fail the article by themselves."""
        return tuple(one for one in self.deciding(article) if one.severity.rank <= self.worst_allowed)

    def over_budget(self, article: AuditedArticle) -> Iterator[tuple[str, int]]:
        """Yield the checks whose budget is exceeded, with their number of findings."""
        if self.never:
            return
        for check, budget in self.budgets.items():
            count = sum(one.check == check for one in self.deciding(article))
            if count > ceil(budget * article.words / 1000):
                yield check, count

    def too_low(self, article: AuditedArticle) -> int | None:
        """Return the score of required checks when it is under the least.

        An article without a new finding is spared: who did not make it worse
        need not mend it.
        """
        if self.never or article.article is None or not self.deciding(article):
            return None
        reached = score(article.words, (one for one in article.counted if one.check in self.required))
        return reached if reached < self.least_score else None

    def not_run(self, article: AuditedArticle) -> Iterator[str]:
        """Yield the required checks that failed on the article."""
        return (
            name for name, status in article.checks.items() if status.status is Status.FAILED and name in self.required
        )


def _is_unread(article: AuditedArticle) -> bool:
    return article.article is None or bool(article.problems)


def _failures(articles: Sequence[AuditedArticle], policy: _Policy, basis: str) -> Iterator[str]:
    blocked = [one for one in articles if policy.blocking(one)]
    if blocked:
        new = "new " if policy.new_only and basis != ALL else ""
        what = by_severity((finding.severity for one in blocked for finding in policy.blocking(one)), new)
        which = f"{len(blocked)} of {number(len(articles), 'article')} have"
        yield f"{f'{_name(blocked[0])} has' if len(blocked) == 1 else which} {what}."
    for check, budget in policy.budgets.items():
        yield from _overspent(check, budget, articles, policy)
    low = sorted((reached, _name(one)) for one in articles if (reached := policy.too_low(one)) is not None)
    if low:
        lowest = f"the lowest is {low[0][1]} with {low[0][0]}"
        yield f"{number(len(low), 'article')} scored less than {policy.least_score}; {lowest}."


def _name(article: AuditedArticle) -> str:
    return f"{article.path} ({article.id})" if article.path not in {"", article.id} else article.id


def _overspent(check: str, budget: float, articles: Sequence[AuditedArticle], policy: _Policy) -> Iterator[str]:
    over = [(count, one) for one in articles for name, count in policy.over_budget(one) if name == check]
    if over:
        count, worst = max(over, key=lambda pair: (pair[0] / max(1, pair[1].words), pair[1].id))
        yield (
            f"{number(len(over), 'article')} went over the {check} budget of {budget:g} findings per 1,000 words; "
            f"the worst is {_name(worst)} with {count} in {number(worst.words, 'word')}."
        )


def _unread(articles: Sequence[AuditedArticle], problems: Sequence[Problem]) -> Iterator[str]:
    inside = [
        problem
        for one in articles
        if _is_unread(one)
        for problem in one.problems[:1] or (Problem(one.path or one.id, "of no known reason"),)
    ]
    unread = [*inside, *problems]
    if unread:
        first = unread[0]
        where = f"{first.path}:{first.line}" if first.line else first.path
        which = "it is" if len(unread) == 1 else "the first is"
        yield f"{number(len(unread), 'source')} could not be read; {which} {where}: {first.message}."


def _not_run(articles: Sequence[AuditedArticle], policy: _Policy, checks: Mapping[str, CheckStatus]) -> Iterator[str]:
    read = [one for one in articles if one.article is not None]
    for name in sorted(policy.required):
        failed = [one for one in read if name in policy.not_run(one)]
        overall = checks.get(name)
        if failed:
            status = failed[0].checks[name]
            where = "" if len(failed) == len(read) else f" on {len(failed)} of {number(len(read), 'article')}"
            yield _could_not_run(name, where, status)
        elif overall is not None and overall.status is Status.FAILED:
            yield _could_not_run(name, "", overall)


def _could_not_run(name: str, where: str, status: CheckStatus) -> str:
    because = f", because {status.reason}" if status.reason else ""
    return f"{name} could not run{where}{because}. {status.remedy}".strip()
