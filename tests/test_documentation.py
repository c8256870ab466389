"""What is documented is so, and what is there is documented."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from checks.article import Article
from checks.parsing import parse
from checks.registry import all_checks
from flows.cli import cli
from flows.exit import Exit
from flows.settings import load
from reports.formats import FORMATS
from tests.documentation import DOCS, pages

ROOT = DOCS.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BOOTSTRAP = "python3 -m flows.bootstrap "


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", text)


def shell_lines(text: str) -> Iterator[list[str]]:
    """Yield the words of each command in the shell blocks, comments left out."""
    for block in blocks(text, "sh"):
        for line in block.splitlines():
            if words := shlex.split(line, comments=True):
                yield words


def rows(heading: str) -> dict[str, str]:
    """Return a table of the README, found by its heading row, as first cell to second."""
    table = README.partition(f"{heading}\n")[2].partition("\n\n")[0].splitlines()[1:]
    cells = ([cell.strip() for cell in row.strip("|").split("|")] for row in table)
    return {first.strip("`"): second for first, second in cells}


@pytest.mark.parametrize("name", list(pages()))
def test_generated_page_is_current(name: str) -> None:
    current = (DOCS / name).read_text(encoding="utf-8") == pages()[name]
    assert current, "run: python -m tests.documentation"


def test_the_two_commands_stand_in_the_readme_and_ci_runs_the_tests_with_the_second() -> None:
    first, second = (" ".join(words) for words in shell_lines(README) if " ".join(words).startswith(BOOTSTRAP))
    assert first.removeprefix(BOOTSTRAP) == "copydesk audit tests/articles"
    assert (ROOT / "tests" / "articles").is_dir()
    assert second == f"{BOOTSTRAP}pytest"
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f'{BOOTSTRAP}"$@"' in script
    assert [line for line in script.splitlines() if line.startswith("in_environment ")][-1] == "in_environment pytest"


def scripts(pipeline: object) -> Iterator[str]:
    """Yield the lines of a pipeline's configuration that call copydesk."""
    if isinstance(pipeline, str):
        yield from (line for line in pipeline.splitlines() if line.startswith("copydesk "))
    elif isinstance(pipeline, dict | list):
        for part in pipeline.values() if isinstance(pipeline, dict) else pipeline:
            yield from scripts(part)


def test_every_command_line_shown_is_understood() -> None:
    typed = [words[words.index("copydesk") :] for words in shell_lines(README) if "copydesk" in words]
    piped = [shlex.split(line) for block in blocks(README, "yaml") for line in scripts(yaml.safe_load(block))]
    assert typed
    assert piped
    for _, name, *options in [*typed, *piped]:
        command = cli.commands[name]
        assert isinstance(command.make_context(name, options), click.Context)


def test_hook_is_understood() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, name, *options = shlex.split(hook["entry"])
    assert program == "copydesk"
    assert isinstance(cli.commands[name].make_context(name, [*options, "article.md"]), click.Context)
    assert f"id: {hook['id']}\n" in README


def test_exit_codes_are_documented() -> None:
    assert [int(code) for code in rows("| exit code | meaning |")] == sorted(Exit)


def test_formats_are_documented() -> None:
    assert tuple(rows("| format | for |")) == FORMATS


def test_checks_are_documented() -> None:
    assert sorted(rows("| check | looks for |")) == sorted(all_checks())


def test_settings_shown_are_settings(tmp_path: Path) -> None:
    file = tmp_path / "copydesk.toml"
    for shown in blocks(README, "toml"):
        file.write_text(shown, encoding="utf-8")
        said = load(file).model_dump(mode="json", by_alias=True)
        for table, keys in tomllib.loads(shown).items():
            if isinstance(keys, dict):
                assert said[table] | keys == said[table]


def test_suppressions_shown_are_suppressions() -> None:
    comments, front_matter = (
        parse(source, name="article.md")
        for source in (blocks(README, "markdown")[0], f"---\n{blocks(README, 'yaml')[0]}---\n\nText.\n")
    )
    assert isinstance(comments, Article)
    assert [one.action for one in comments.directives] == ["disable-next-line", "disable", "enable"]
    assert front_matter.metadata["copydesk"] == {"disable": ["citations/missing-citation"]}


@pytest.mark.parametrize(
    "page", sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
)
def test_links_lead_somewhere(page: str) -> None:
    text = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", (ROOT / page).read_text(encoding="utf-8"))
    targets = re.findall(r"\]\(([^)#\s]+)", text)
    gone = [target for target in targets if "://" not in target and not (ROOT / page).parent.joinpath(target).exists()]
    assert gone == []


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (DOCS / "decisions" / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in (DOCS / "decisions").glob("0*.md"))
