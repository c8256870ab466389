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
  model had not seen: the curves below. It is told of all text of a kind together: what an editor lets pass in a
  newspaper or a blog is harder to foresee, and there a missing citation from 0.8 on was right little more than half the
  time by the strictest of our readers. That of a vague attribution rises from 0.5 to 0.9 with how much its sentence
  needs a source. Those of other rules were set by reading what they find on real articles, and are the same for
  each finding of a kind; in languages other than English they were chosen, not measured.
- `--min-confidence 0.8` (`gate.min-confidence`) leaves out what is less sure, before anything is counted: scores,
  budgets and the gate know nothing of it. Claims in an article without any source are summed up in one finding,
  which is as sure as the surest of them, and as grave as the gravest: it is left out only when all of them are, and
  never counts one that is.
- Severity is another matter: how much it would matter. See below.
- A finding weighs in the score by its confidence.

## What is an error

A source that is missing, a certainty and a ranking are errors only where readers act on what they read, in articles on
health, law or money, and only from a confidence of {sure}. `--fail-on error`, the default, fails an article for those,
and for what is an error whatever an article is about, such as a source that is still to be filled in.

| rule | in other articles | in articles on health, law or money |
|---|---|---|
| `citations/missing-citation` | a warning where it needs a source by {strong} or more, or by {likely} where it states \
an effect on health, money or rights; else a suggestion | an error from {sure}, a warning from {likely}, else a \
suggestion |
| `citations/vague-attribution` | a warning; a suggestion where its sentence states little | an error from {sure}, a \
warning from {likely} |
| `citations/no-sources`, `citations/few-sources` | as grave as the gravest claim that they sum up | the same |
| `superlatives/absolute-claim` | a warning | an error from {sure}, else a warning |
| `superlatives/unsupported-superlative` | a warning | an error from {sure} where its sentence speaks of health, law \
or money, else a warning |
| `superlatives/factual-superlative` | a suggestion | a suggestion |
| `superlatives/puffery` | a warning; a suggestion below {doubtful} | the same |

What topic an article has is told by its words. `citations.standard = "strict"`, as the profiles `health`, `finance`,
`legal` and `academic` have it, holds any article to the right-hand column for sources; `stricter` in `[rules]` makes a
finding a step more severe by the same bounds, a warning from {likely} and an error from {sure}. Where one finding
speaks for another one in its place, it is as grave and as sure as the graver of them. A note that a named source lacks
is a suggestion, and a warning where the strict standard holds.
"""


def _confidence() -> Iterator[str]:
    from checks import superlatives
    from checks.citations.statements import STRONG
    from checks.finding import LIKELY, SURE

    yield CONFIDENCE.format(likely=LIKELY, sure=SURE, strong=STRONG, doubtful=superlatives.SURE)
    for name, title in (("claims", "Claims without a source"), ("praise", "Praise, rankings, certainties")):
        card = (files("checks.evidence") / "models" / f"{name}.md").read_text("utf-8")
        _, _, section = card.partition("## What a confidence means\n")
        told, _, _ = section.partition("\n## ")
        assert told.strip(), f"the card of {name} does not tell what a confidence means"
        link = f"[{name}.md](../checks/evidence/models/{name}.md)"
        yield from (f"## {title}", "", told.strip(), "")
        yield from (f"The model, what it does on each of these texts, and its limits: {link}.", "")


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
