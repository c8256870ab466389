"""What the commands do, once their options are read."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from flows.errors import UsageError
from flows.exit import Exit, code
from flows.progress import Lines, Observer, Silent, terminal
from flows.request import Output, Request
from reports.audit import Audit, Verdict

REPORT = Path("copydesk-report")
"""Where `copydesk audit` writes the HTML report unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Call:
    """What was said on the command line."""

    paths: tuple[str, ...]
    config: Path | None
    checks: tuple[str, ...]
    skipped: tuple[str, ...]
    profile: str | None
    min_confidence: float | None
    check_links: bool
    no_cache: bool
    jobs: int | None
    quiet: bool = False
    verbose: bool = False
    fail_on: str | None = None
    baseline: Path | None = None
    since: str | None = None
    allow_incomplete: bool = False
    outputs: tuple[str, ...] = ()

    def request(self, *otherwise: Output) -> Request:
        """Return the request, with `otherwise` for outputs when none is asked for.

        Raises:
            UsageError: when an output is not one, or --since names nothing.
        """
        if self.since is not None and not self.since.strip():
            raise UsageError("--since needs a commit.", "Is the variable set that should hold it?")
        outputs = tuple(map(Output.parse, self.outputs)) or otherwise
        return Request(self.paths, self.config, self._changes(), self.baseline, self.since, outputs)

    def _changes(self) -> dict[str, Any]:
        gate = _given(
            {
                "min-confidence": self.min_confidence,
                "fail-on": self.fail_on,
                "allow-incomplete": self.allow_incomplete or None,
            }
        )
        return _given(
            {
                "checks": list(self.checks) or None,
                "skip-checks": list(self.skipped) or None,
                "profile": self.profile,
                "citations": {"links": {"check": True}} if self.check_links else None,
                "cache": {"enabled": False} if self.no_cache else None,
                "jobs": self.jobs,
                "gate": gate or None,
            }
        )


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if value is not None}


COLLECTIONS = (100_000, 20, 50)
"""How seldom Python looks for garbage in cycles: what an audit makes lives to its end, and looking through all of it
as often as by default takes a sixth of the time and finds nothing."""


def run_check(asked: Call) -> int:
    """Check without Prefect; findings go to standard output unless another output is asked for."""
    gc.set_threshold(*COLLECTIONS)
    from flows import output
    from flows.direct import check

    request = asked.request(Output("text", None))
    with _following(asked) as observer:
        made = check(request, observer, sys.stdin.buffer)
    output.write(made, request.outputs)
    return _finish(made, request, asked)


def run_audit(asked: Call) -> int:
    """Audit in a Prefect flow, which writes the files."""
    gc.set_threshold(*COLLECTIONS)
    from flows.orchestrate import audit

    request = asked.request(Output("html", REPORT))
    with _following(asked) as observer:
        made = audit(request, observer)
    return _finish(made, request, asked)


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


def _finish(made: Audit, request: Request, asked: Call) -> int:
    """Print what was asked for, say how it ended, and return the exit code."""
    from flows import output

    output.show(made, request.outputs, verbose=asked.verbose)
    if not asked.quiet:
        output.tell(made, request.outputs, verbose=asked.verbose)
    allowed = made.run.verdict is Verdict.INCOMPLETE and made.run.gate.allow_incomplete
    return Exit.PASSED if allowed else code(made.run.verdict)


def run_baseline(file: Path | None, asked: Call, *, prune: bool) -> int:
    """Accept today's findings, or drop what is no longer needed from the baseline."""
    from flows import baseline, baseline_file
    from flows.direct import check
    from flows.job import settings_of
    from reports.summary import number

    request = asked.request()
    settings = settings_of(request)
    named = settings.gate.baseline
    target = file or (settings.beside(named) if named else Path(baseline.NAME))
    known = baseline_file.read(target) if target.exists() else ()
    with _following(asked) as observer:
        made = check(replace(request, changes=_without_baseline(request.changes)), observer, sys.stdin.buffer)
    if prune:
        unused = baseline.compare(known, made.articles, target.parent).unused
        kept = tuple(entry for entry in known if entry not in unused)
        dropped = "1 entry" if len(unused) == 1 else f"{len(unused):,} entries"
        told = f"{target}: {dropped} dropped, {len(kept):,} kept."
    else:
        kept = baseline.updated(known, made.articles, target.parent)
        accepted = number(sum(len(one.counted) for one in made.articles), "finding")
        told = f"{target}: {accepted} accepted. Commit it, and name it with --baseline or gate.baseline."
    baseline_file.write(target, kept)
    if not asked.quiet:
        click.echo(told, err=True)
    return Exit.PASSED


def _without_baseline(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings under which a baseline that is not there yet is not looked for."""
    return {**changes, "gate": {**changes.get("gate", {}), "baseline": ""}}


def run_serve(asked: Call, name: str | None, cron: str | None, timezone: str) -> int:
    """Wait for a Prefect server's word to audit, until stopped."""
    from flows.serve import serve

    serve(asked.request(Output("html", REPORT)), name or Path.cwd().name or "copydesk", cron, timezone)
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

    click.echo(f"{init.write(folder, force=force)}: every setting with its default, commented out.", err=True)
    return Exit.PASSED
