"""What the commands do, once their options are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from flows.exit import Exit, code
from flows.progress import Lines, Observer, Silent, observed_by, terminal
from flows.request import Output, Request
from reports.audit import Audit, Verdict

REPORT = Path("copydesk-report")
"""Where `copydesk audit` writes the HTML report unless told otherwise."""


class Call(NamedTuple):
    """A request and how much to say about it."""

    request: Request
    quiet: bool
    verbose: bool


def call(
    paths: Sequence[str],
    config: Path | None,
    checks: Sequence[str],
    skipped: Sequence[str],
    profile: str | None,
    min_confidence: float | None,
    jobs: int | None,
    *,
    quiet: bool,
    verbose: bool,
    fail_on: str | None = None,
    baseline: Path | None = None,
    since: str | None = None,
    allow_incomplete: bool = False,
    outputs: Sequence[Output] = (),
) -> Call:
    """Return the request that options of the command line make."""
    gate = {"min-confidence": min_confidence, "fail-on": fail_on, "allow-incomplete": allow_incomplete or None}
    changes: dict[str, Any] = {
        "checks": list(checks) or None,
        "skip-checks": list(skipped) or None,
        "profile": profile,
        "jobs": jobs,
        "gate": {key: value for key, value in gate.items() if value is not None} or None,
    }
    said = {key: value for key, value in changes.items() if value is not None}
    return Call(Request(tuple(paths), config, said, baseline, since, tuple(outputs)), quiet, verbose)


def run_check(outputs: Sequence[str], **given: Any) -> int:
    """Check without Prefect; findings go to standard output unless another output is asked for."""
    from flows.direct import check

    wanted = tuple(map(Output.parse, outputs)) or (Output("text", None),)
    asked = call(outputs=wanted, **given)
    with _following(asked) as observer:
        made = check(asked.request, observer, sys.stdin.buffer)
    return _finish(made, asked)


def run_audit(outputs: Sequence[str], **given: Any) -> int:
    """Audit in a Prefect flow."""
    from flows.orchestrate import audit

    wanted = tuple(map(Output.parse, outputs)) or (Output("html", REPORT),)
    asked = call(outputs=wanted, **given)
    with _following(asked) as observer:
        made = audit(asked.request, observer)
    return _finish(made, asked, written=True)


@contextmanager
def _following(asked: Call) -> Iterator[Observer]:
    """Show progress on a terminal; elsewhere only what deserves a line; nothing when quiet."""
    if asked.quiet:
        yield Silent()
    elif sys.stderr.isatty():
        with terminal() as bars:
            yield bars
    else:
        yield Lines()


def _finish(made: Audit, asked: Call, *, written: bool = False) -> int:
    """Write and print what was asked for, and return the exit code."""
    from flows import output

    if not written:
        output.write(made, asked.request.outputs)
    output.show(made, asked.request.outputs)
    if not asked.quiet:
        output.tell(made, asked.request.outputs, verbose=asked.verbose)
    allowed = made.run.verdict is Verdict.INCOMPLETE and made.run.gate.allow_incomplete
    return Exit.PASSED if allowed else code(made.run.verdict)


def run_baseline(file: Path | None, *, prune: bool, **given: Any) -> int:
    """Accept today's findings, or drop what is no longer needed from the baseline."""
    from flows import baseline, baseline_file
    from flows.direct import check
    from flows.job import settings_of

    asked = call(**given)
    named = settings_of(asked.request).gate.baseline
    target = file or (settings_of(asked.request).beside(named) if named else Path(baseline.NAME))
    known = baseline_file.read(target) if target.exists() else ()
    with _following(asked) as observer:
        made = check(asked.request, observer, sys.stdin.buffer)
    if prune:
        unused = baseline.compare(known, made.articles, target.parent).unused
        kept = tuple(entry for entry in known if entry not in unused)
        told = f"{target}: {len(unused)} entries dropped, {len(kept)} kept."
    else:
        kept = baseline.updated(known, made.articles, target.parent)
        told = f"{target}: {len(kept)} findings accepted. Commit it, and name it with --baseline or gate.baseline."
    baseline_file.write(target, kept)
    if not asked.quiet:
        print(told, file=sys.stderr)
    return Exit.PASSED


def run_rules(rule: str | None, form: str) -> int:
    """List the rules, or explain one."""
    from flows import rules

    sys.stdout.write(rules.explain(rule, form) if rule else rules.table(form))
    return Exit.PASSED


def run_doctor(config: Path | None) -> int:
    """Say what works on this machine."""
    from flows import doctor

    return doctor.run(config)


def run_init(folder: Path, *, force: bool) -> int:
    """Write a settings file."""
    from flows import init

    print(f"{init.write(folder, force=force)}: every setting with its default, commented out.", file=sys.stderr)
    return Exit.PASSED
