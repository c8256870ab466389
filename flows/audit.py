"""The audit as a Prefect flow.

    gather articles ─► check batch (mapped) ─► compare articles ─► judge ─► write reports ─► publish artifacts

Runs without a server, against Prefect's own server or Cloud, from the command
line or from a deployment. Results stay in memory: they are written as reports,
not to Prefect's result storage. Requirements: none but the paths; LanguageTool
starts with the run and ends with it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from prefect import flow, task, unmapped
from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows import interrupt, output
from flows.collect import collect
from flows.conclude import conclude
from flows.examining import Examining
from flows.job import Job, prepared
from flows.pipeline import Examined, batches, compare
from flows.progress import EXAMINING, observer
from flows.request import Output, Request
from flows.sources import STANDARD_INPUT, Gathered, Raw, gather
from flows.toolbox import Toolbox
from reports.audit import Audit, Problem, Verdict

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

T = TypeVar("T")
Batches = list[PrefectFuture[tuple[Examined, ...]]]

BATCH_ARTICLES = 50
BATCH_SIZE = 400_000
"""Code points; about 60,000 words, which LanguageTool reads in some ten seconds on four processors."""

BATCHES_PER_WORKER = 2
"""In a small run; each task costs Prefect some two tenths of a processor's second."""

REPORT = "html=copydesk-report"


@flow(name="copydesk audit", validate_parameters=False, persist_result=False)
def audit(
    paths: Sequence[str],
    config: str | None = None,
    changes: dict[str, Any] | None = None,
    baseline: str | None = None,
    since: str | None = None,
    outputs: Sequence[str] = (REPORT,),
) -> State[Any]:
    """Audit articles, write the reports and hold the audit against the gate.

    The run ends as *Completed* when the gate passed and as *Failed*, named
    after the verdict, when it did not, so that Prefect's automations can act
    on it.

    Args:
        paths: files, folders, globs and JSONL files, seen from the working directory.
        config: settings file; None: the nearest one from the first path upwards.
        changes: settings that win over the file, shaped as it is, e.g. `{"gate": {"fail-on": "warning"}}`.
        baseline: file of findings accepted earlier.
        since: commit; only findings on lines changed since then count as new.
        outputs: formats to write, `FORMAT=FILE`.
    """
    request = Request(
        tuple(paths),
        Path(config) if config else None,
        changes or {},
        Path(baseline) if baseline else None,
        since,
        tuple(map(Output.parse, outputs)),
    )
    stdin = sys.stdin.buffer if STANDARD_INPUT in request.paths else None
    with prepared(request, observer(), stdin, gather_articles) as job:
        examined = _examine_all(job)
        together = compare_articles(_whole(examined), _whole(job.tools))
        made = judge_audit(_whole(job), _whole(together))
    written = write_reports(_whole(made), _whole(request.outputs))
    _publish(made, written)
    collect(made)
    return _state(made)


def _whole(value: T) -> T:
    """Hand `value` to a task as it is; Prefect would search each article's blocks and words for futures."""
    return cast("T", quote(value))


@task(name="gather articles", cache_policy=NO_CACHE, persist_result=False)
def gather_articles(paths: Sequence[str], **how: Any) -> Gathered:  # noqa: ANN401 - as `gather` takes them
    """Read all articles that `paths` stand for."""
    return gather(paths, **how)


@dataclass(frozen=True, slots=True)
class _Work:
    """The batches, and what examines them."""

    batches: tuple[tuple[Raw, ...], ...]
    examining: Examining


@task(name="check batch", cache_policy=NO_CACHE, persist_result=False, retries=1, retry_delay_seconds=1)
def check_batch(number: int, work: _Work) -> tuple[Examined, ...]:
    """Wait for what comes of the articles of one batch.

    Only what is not the articles' fault can fail here, so a retry, which
    examines again what failed, is worth it.
    What may hang, LanguageTool, has a time limit of its own: Prefect cannot
    stop a thread, and warns for each task that asks it to.
    """
    return tuple(work.examining.result(raw) for raw in work.batches[number])


def _examine_all(job: Job) -> tuple[Examined, ...]:
    """Wait for all batches, as many at a time as the settings have workers; so the runner is not the flow's own."""
    raws, total = job.gathered.articles, len(job.gathered.articles)
    work = _Work(tuple(batches(raws, BATCH_SIZE, _batch_articles(total, job.workers))), job.examining)
    examined: list[Examined] = []
    parameters = {"number": range(len(work.batches)), "work": unmapped(_whole(work))}
    with ThreadPoolTaskRunner[tuple[Examined, ...]](max_workers=job.workers) as runner:
        futures = list(runner.map(check_batch, parameters))
        for batch, future in zip(work.batches, cast("Batches", futures), strict=True):
            examined += _result(batch, future)
            interrupt.heed()
            observer().step(EXAMINING, len(examined), total)
    return tuple(examined)


def _batch_articles(total: int, workers: int) -> int:
    """Return how many articles make a batch: few enough that one which fails costs a part of the run only."""
    return max(1, min(BATCH_ARTICLES, -(-total // (workers * BATCHES_PER_WORKER))))


def _result(batch: tuple[Raw, ...], future: PrefectFuture[tuple[Examined, ...]]) -> tuple[Examined, ...]:
    """Return what came of a batch; articles of one that failed twice count as not read."""
    try:
        return future.result()
    except Exception as error:  # noqa: BLE001 - one batch must not cost the others
        message = f"its batch could not be checked: {type(error).__name__}: {error}"
        return tuple(
            Examined(raw, None, problems=(Problem(raw.path or raw.id, message, "Run the audit again."),))
            for raw in batch
        )


@task(name="compare articles", cache_policy=NO_CACHE, persist_result=False)
def compare_articles(examined: tuple[Examined, ...], tools: Toolbox) -> tuple[Examined, ...]:
    """Look for what articles share."""
    return compare(examined, tools)


@task(name="judge", cache_policy=NO_CACHE, persist_result=False)
def judge_audit(job: Job, examined: tuple[Examined, ...]) -> Audit:
    """Hold all findings against the gate."""
    return conclude(job, examined)


@task(name="write reports", cache_policy=NO_CACHE, persist_result=False, retries=1)
def write_reports(made: Audit, outputs: tuple[Output, ...]) -> tuple[Path, ...]:
    """Write the files that were asked for."""
    return output.write(made, outputs)


ARTIFACT_ROWS = 500
"""Articles in the artifact's table at most; the report has all."""


def _publish(made: Audit, written: Sequence[Path]) -> None:
    """Leave a table of the run and links to its reports in Prefect."""
    create_table_artifact(_rows(made), key="copydesk-audit", description=_told(made))
    for path in written:
        create_link_artifact(path.absolute().as_uri(), link_text=path.name, key=_key(path))
    get_run_logger().info(_told(made))


def _rows(made: Audit) -> list[dict[str, Any]]:
    worst_first = sorted(
        made.articles, key=lambda one: (one.verdict is Verdict.PASSED, -1 if one.score is None else one.score)
    )
    return [
        {
            "article": one.title,
            "path": one.path,
            "verdict": one.verdict.value,
            "score": one.score,
            "words": one.words,
            "findings": len(one.counted),
            "new": sum(finding.new for finding in one.counted),
        }
        for one in worst_first[:ARTIFACT_ROWS]
    ]


def _key(path: Path) -> str:
    kind = "html" if path.name == "index.html" else path.suffix.lstrip(".") or "report"
    return f"copydesk-report-{''.join(char for char in kind.casefold() if char.isalnum())}"


def _told(made: Audit) -> str:
    return " ".join((f"The audit {made.run.verdict}.", *made.run.gate.reasons))


def _state(made: Audit) -> State[Any]:
    told = _told(made)
    if made.run.verdict is Verdict.PASSED:
        return Completed(message=told)
    return Failed(name=made.run.verdict.value.capitalize(), message=told)
