"""Write an audit in the formats that were asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from flows.errors import UsageError
from flows.request import Output
from reports.audit import Audit
from reports.formats import render
from reports.write import write_html, write_text


def write(audit: Audit, outputs: Sequence[Output]) -> tuple[Path, ...]:
    """Write all files and return their paths, that of an HTML report's first page.

    Raises:
        UsageError: when a file cannot be written.
    """
    return tuple(_write(audit, output.format, output.target) for output in outputs if output.target)


def _write(audit: Audit, name: str, target: Path) -> Path:
    try:
        return write_html(audit, target) if name == "html" else write_text(target, render(name, audit))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{target}: the {name} report cannot be written: {reason}.") from error


def show(audit: Audit, outputs: Sequence[Output], *, verbose: bool) -> None:
    """Print what was asked for without a file: text as the terminal has it, what machines read as UTF-8.

    On the terminal each finding is listed only where `verbose`; of those that another one sums up the worst suffice.
    """
    for output in outputs:
        if output.target is not None:
            continue
        if output.format == "text":
            sys.stdout.write(_terminal(audit, verbose=verbose))
            sys.stdout.flush()
        else:
            sys.stdout.buffer.write(render(output.format, audit).encode())
    sys.stdout.buffer.flush()


def _terminal(audit: Audit, *, verbose: bool) -> str:
    from reports import text

    return text.render(audit, colour=sys.stdout.isatty(), width=_width(), folded=not verbose)


def tell(audit: Audit, outputs: Sequence[Output], *, verbose: bool) -> None:
    """Say on standard error how the audit ended, unless the terminal has been told, and where the reports are."""
    from reports import text

    if not any(output.format == "text" and output.target is None for output in outputs):
        click.echo(text.render(audit, colour=sys.stderr.isatty(), width=_width(), findings=False), nl=False, err=True)
    for output in outputs:
        if output.target is not None:
            first = output.target / "index.html" if output.format == "html" else output.target
            click.echo(f"Report: {first}", err=True)
    if verbose:
        for line in _details(audit):
            click.echo(line, err=True)


def _details(audit: Audit) -> Iterator[str]:
    yield f"Settings: {audit.run.settings}. " + ", ".join(f"{name} {value}" for name, value in audit.tool.items())
    for name, status in audit.run.checks.items():
        yield f"{name}: {status.status}, {status.seconds:.2f} s over all articles" + (
            f", {status.reason}" if status.reason else ""
        )
    for name, value in audit.run.provenance.items():
        yield f"{name}: {value}"


def _width() -> int:
    import shutil

    return min(120, shutil.get_terminal_size((100, 24)).columns)
