"""Write the generated pages of `docs/`; `test_documentation.py` holds them to be current.

python -m tests.documentation
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
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
        "confidence.md": "\n".join(_confidence()),
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


CONFIDENCE = """\
# What a confidence means

Each finding says how often findings of its like are right: 0.8 is four times in five. JSON gives it as `confidence`,
SARIF as `rank`, the HTML report in words.

- For a missing citation, praise, rankings and certainties it comes from a model and was held against text that the
  model had not seen: the curves below. That of a vague attribution rises from 0.5 to 0.9 with how much its sentence
  needs a source. Those of other rules were set by reading what they find on real articles, and are the same for
  each finding of a kind; in languages other than English they were chosen, not measured.
- `--min-confidence 0.8` (`gate.min-confidence`) leaves out what is less sure, before anything is counted: scores,
  budgets and the gate know nothing of it. Claims in an article without any source are summed up in one finding,
  which is as sure as the surest of them, and as grave as the gravest: it is left out only when all of them are, and
  never counts one that is.
- Severity is another matter: how much it would matter. A strict standard (`citations.standard`, the profiles
  `health`, `finance`, `legal` and `academic`, or an article on health, law or money) and `stricter` in `[rules]`
  make a warning of a suggestion only from a confidence of {likely}, and an error of a warning only from {sure}.
- A finding weighs in the score by its confidence.
"""


def _confidence() -> Iterator[str]:
    from checks.finding import LIKELY, SURE

    yield CONFIDENCE.format(likely=LIKELY, sure=SURE)
    for name, title in (("claims", "Claims without a source"), ("praise", "Praise, rankings, certainties")):
        card = (files("checks.evidence") / "models" / f"{name}.md").read_text("utf-8")
        _, _, section = card.partition("## What a confidence means\n")
        told, _, _ = section.partition("\n## ")
        assert told.strip(), f"the card of {name} does not tell what a confidence means"
        link = f"The model and its limits: [{name}.md](../checks/evidence/models/{name}.md)."
        yield from (f"## {title}", "", told.strip(), "", link, "")


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
