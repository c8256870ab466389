"""Write the generated pages of `docs/`; `test_documentation.py` holds them to be current.

python -m tests.documentation
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

DOCS = Path(__file__).parent.parent / "docs"
WIDTH = 100


def pages() -> Mapping[str, str]:
    """Return each generated page by its name."""
    from checks.page import handbook
    from checks.registry import all_checks

    return {
        "cli.md": "\n".join(_commands()),
        "profiles.md": "\n".join(_profiles()),
        "rules.md": handbook(all_checks().values()),
        "settings.md": "\n".join(_settings()),
    }


def _commands() -> Iterator[str]:
    from flows.cli import cli

    group = cli.make_context("copydesk", [], resilient_parsing=True, terminal_width=WIDTH)
    yield from ("# Command line", "", *_help(cli, group))
    for name, command in cli.commands.items():
        context = click.Context(command, parent=group, info_name=name, terminal_width=WIDTH)
        yield from (f"## `copydesk {name}`", "", *_help(command, context))


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("```text", command.get_help(context), "```", "")


def _settings() -> Iterator[str]:
    from flows.init import text

    yield from ("# Settings", "", "What `copydesk init` writes: every key with its default.", "")
    yield from ("```toml", text().rstrip("\n"), "```", "")


def _profiles() -> Iterator[str]:
    from flows.profiles import names, told

    yield from (
        "# Profiles",
        "",
        "Named settings for kinds of writing, for `profile` and `--profile`: no more than stands",
    )
    yield from ("here. What you set yourself wins over it.", "")
    for name in names():
        yield from (f"## `{name}`", "", "```toml", told(name).rstrip("\n"), "```", "")


def main() -> None:
    """Write all pages."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
