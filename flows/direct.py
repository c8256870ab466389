"""An audit in this process, without Prefect: what `copydesk check` runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from flows.conclude import conclude
from flows.job import Job, prepared
from flows.pipeline import Examined, compare
from flows.progress import EXAMINING, Observer
from flows.request import Request
from reports.audit import Audit


def check(request: Request, observer: Observer, stdin: BinaryIO | None = None) -> Audit:
    """Carry out a request.

    Raises:
        UsageError: when the request cannot be carried out as it stands.
    """
    with prepared(request, observer, stdin) as job:
        return conclude(job, compare(tuple(_examine_all(job, observer)), job.tools))


def _examine_all(job: Job, observer: Observer) -> Iterator[Examined]:
    raws = job.gathered.articles
    for done, raw in enumerate(raws, 1):
        yield job.examining.result(raw)
        observer.step(EXAMINING, done, len(raws))
