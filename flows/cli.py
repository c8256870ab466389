"""The command line. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from flows import interrupt

Command = TypeVar("Command", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path, dir_okay=False)
_SEVERITIES = click.Choice(["error", "warning", "suggestion", "never"])
_PATHS = click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
_CONFIG = click.option(
    "--config",
    type=_FILE,
    help="Settings file; otherwise copydesk.toml or pyproject.toml, from the first PATH upwards.",
)


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_CHOICE = _all(
    _PATHS,
    _CONFIG,
    click.option("--check", "checks", multiple=True, metavar="NAME", help="Run only this check; repeatable."),
    click.option("--skip-check", "skipped", multiple=True, metavar="NAME", help="Leave this check out; repeatable."),
    click.option("--profile", metavar="NAME", help="Settings for a kind of writing: news, health, marketing, …"),
    click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out findings that are less sure."),
    click.option("--check-links", is_flag=True, help="Ask over the network whether links still lead somewhere."),
    click.option("--no-cache", is_flag=True, help="Proofread every paragraph anew; remember nothing."),
    click.option(
        "--jobs", type=click.IntRange(1), metavar="N", help="Articles to check at once.  [default: processors]"
    ),
)

_WHAT = _all(
    _CHOICE,
    click.option("--quiet", is_flag=True, help="Say nothing but errors and the output asked for."),
    click.option(
        "--verbose", is_flag=True, help="List every finding; say which settings are in force and what took how long."
    ),
)

_GATE = _all(
    click.option("--fail-on", type=_SEVERITIES, help="Mildest severity that fails the gate.  [default: error]"),
    click.option("--baseline", type=_FILE, help="Findings accepted earlier; only others count as new."),
    click.option("--since", metavar="REF", help="Only findings on lines changed since this commit count as new."),
    click.option("--allow-incomplete", is_flag=True, help="Exit with 0 although something could not be checked."),
    click.option(
        "--output",
        "outputs",
        multiple=True,
        metavar="FORMAT[=FILE]",
        help="html=DIR, json, sarif, junit, github, gitlab, markdown or text, to FILE or standard output; repeatable.",
    ),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="copydesk", message="%(prog)s %(version)s")
def cli() -> None:
    """Audit the quality of articles: readability, grammar, duplication, superlatives, citations, paste residue.

    PATH is a file, a folder (searched, .gitignore honoured), a glob, a .jsonl file or - for standard input.

    Exit codes: 0 passed, 1 the gate failed, 2 wrong call or settings, 3 incomplete, 130 interrupted.
    """


@cli.command(short_help="Audit articles in a Prefect flow and write the HTML report.")
@_WHAT
@_GATE
def audit(**given: Any) -> int:  # noqa: ANN401 - fields of Call, here and below
    """Audit articles in a Prefect flow and write the HTML report to copydesk-report/."""
    from flows.command import Call, run_audit

    return run_audit(Call(**given))


@cli.command(short_help="Check articles in this process, without Prefect.")
@_WHAT
@_GATE
def check(**given: Any) -> int:  # noqa: ANN401
    """Check articles in this process, without Prefect; no HTML report unless asked for."""
    from flows.command import Call, run_check

    return run_check(Call(**given))


@cli.command()
@_WHAT
@click.option(
    "--file", type=_FILE, help="The baseline.  [default: the settings' gate.baseline, or copydesk-baseline.json]"
)
@click.option("--prune", is_flag=True, help="Only drop entries that cover nothing any more; accept nothing new.")
def baseline(file: Path | None, *, prune: bool, **given: Any) -> int:  # noqa: ANN401
    """Accept today's findings: later runs count only new ones."""
    from flows.command import Call, run_baseline

    return run_baseline(file, Call(**given), prune=prune)


@cli.command(short_help="Let a Prefect server start audits, on a schedule or at any time.")
@_CHOICE
@_GATE
@click.option("--name", help="Name of the deployment.  [default: the working folder's]")
@click.option("--cron", metavar="EXPRESSION", help='When to audit, e.g. "0 6 * * 1-5"; otherwise when told to only.')
@click.option("--timezone", metavar="ZONE", default="UTC", show_default=True, help="Time zone of --cron.")
def serve(name: str | None, cron: str | None, timezone: str, **given: Any) -> int:  # noqa: ANN401
    """Let a Prefect server start audits, on a schedule or at any time, for as long as this runs.

    The server is the one that PREFECT_API_URL or Prefect's profile names. Reports are written where this runs.
    """
    from flows.command import Call, run_serve

    return run_serve(Call(**given), name, cron, timezone)


@cli.command()
@click.argument("rule", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(rule: str | None, form: str) -> int:
    """List the rules, or explain one."""
    from flows.command import run_rules

    return run_rules(rule, form)


@cli.command(short_help="Try out what copydesk needs on this machine.")
@_CONFIG
def doctor(config: Path | None) -> int:
    """Try out what copydesk needs on this machine, with the remedy for what does not work."""
    from flows.command import run_doctor

    return run_doctor(config)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--force", is_flag=True, help="Overwrite a settings file that is there.")
def init(folder: Path, *, force: bool) -> int:
    """Write a commented copydesk.toml."""
    from flows.command import run_init

    return run_init(folder, force=force)


def _replace_what_a_terminal_lacks() -> None:
    """Let a terminal or pipe that has no “ or ✔ show a question mark, not end the command."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def main() -> None:
    """Run the command and end the process with its exit code."""
    interrupt.watch()
    from flows.errors import UsageError
    from flows.exit import Exit

    _replace_what_a_terminal_lacks()
    try:
        result = cli.main(standalone_mode=False)
        code = result if isinstance(result, int) else Exit.PASSED
    except UsageError as error:
        click.echo(f"copydesk: {error.message}", err=True)
        if error.remedy:
            click.echo(error.remedy, err=True)
        code = Exit.USAGE
    except click.ClickException as error:
        error.show()
        code = Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("copydesk: interrupted", err=True)
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; say nothing more, as other tools do.
        code = Exit.PASSED
    except Exception:
        # An interrupt that meets pydantic at work comes back as an error of pydantic's.
        if not interrupt.happened():
            raise
        click.echo("copydesk: interrupted", err=True)
        code = Exit.INTERRUPTED
    if code == Exit.INTERRUPTED:
        # All that was started has been ended; threads may be busy for long, and Python would wait for them.
        sys.stdout.flush()
        os._exit(code)
    sys.exit(code)
