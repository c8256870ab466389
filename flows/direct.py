"""An audit in this process, without Prefect: what `copydesk check` runs."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import BinaryIO

from flows.conclude import conclude
from flows.job import Job, prepared
from flows.pipeline import Examined, compare, examine
from flows.progress import EXAMINING, Observer
from flows.request import Request
from reports.audit import Audit


def check(request: Request, observer: Observer, stdin: BinaryIO | None = None) -> Audit:
    """Carry out a request.

    Raises:
        UsageError: when the request cannot be carried out as it stands.
    """
    with prepared(request, observer, stdin) as job:
        return conclude(job, compare(_examine_all(job, observer), job.tools))


def _examine_all(job: Job, observer: Observer) -> Sequence[Examined]:
    raws = job.gathered.articles
    pool = ThreadPoolExecutor(job.workers, thread_name_prefix="examine")
    try:
        futures = [pool.submit(examine, raw, job.tools) for raw in raws]
        for done, _ in enumerate(as_completed(futures), 1):
            observer.step(EXAMINING, done, len(raws))
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
