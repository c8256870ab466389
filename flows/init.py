"""`copydesk init`: a settings file with every key, its meaning and its default, written from the model itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from flows.errors import UsageError
from flows.profiles import names
from flows.settings.file import NAME, PROJECT, has_table
from flows.settings.model import model

WIDTH = 100
INTRODUCTION = """\
# Settings of copydesk, for all articles below this folder.
# A line such as "#jobs = 0" shows a key with its default: take the "#" away to set it.
# Lines that begin with "# " explain. `copydesk rules` lists what can be found.
"""
EXAMPLES: Mapping[str, str] = {
    "rules": '"superlatives/puffery" = "error"\nreadability = "off"',
    "gate.budgets": "grammar = 2.5",
    "overrides": """\
[[overrides]]
paths = ["press/", "*.draft.md"]
profile = "marketing"
rules = { "citations/missing-citation" = "off" }
""",
}
"""What can be written where the default is nothing, by table."""


def write(folder: Path, *, force: bool = False) -> Path:
    """Write a commented `copydesk.toml` into `folder` and return its path.

    Raises:
        UsageError: when there are settings already and `force` does not say to replace them, or it cannot be written.
    """
    file = folder / NAME
    if has_table(folder / PROJECT) and not force:
        raise UsageError(
            f"{folder / PROJECT} has a table [tool.copydesk], which a {NAME} would hide; nothing was written.",
            "To write it all the same: copydesk init --force",
        )
    try:
        with file.open("w" if force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text())
    except FileExistsError as error:
        raise UsageError(
            f"{file} is there already; nothing was written.", "To replace it: copydesk init --force"
        ) from error
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    return file


def text() -> str:
    """Return the settings file: all keys commented out, all tables in place."""
    return INTRODUCTION + "".join(f"{line}\n" for line in _table("", model()))


def _table(name: str, table: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a table, then the tables in it: TOML wants that order."""
    inner: dict[str, FieldInfo] = {}
    for field_name, field in table.model_fields.items():
        key = field.alias or field_name
        if _is_table(field) or key == "overrides":
            inner[key] = field
        else:
            yield ""
            yield from _comment(_description(key, field))
            yield f"#{key} = {_toml(field.get_default(call_default_factory=True))}"
    for key, field in inner.items():
        full = f"{name}.{key}" if name else key
        yield ""
        yield from _comment(_description(key, field))
        yield from (f"#     {line}" for line in EXAMPLES.get(full, "").splitlines())
        if full != "overrides":
            yield f"[{full}]"
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _table(full, field.annotation)


def _is_table(field: FieldInfo) -> bool:
    return isinstance(field.get_default(call_default_factory=True), BaseModel | Mapping)


def _description(key: str, field: FieldInfo) -> str:
    choices = names() if key == "profile" else get_args(field.annotation) if _is_choice(field) else ()
    return " ".join((field.description or "", f"One of: {', '.join(choices)}." if choices else "")).strip()


def _is_choice(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is Literal


def _comment(prose: str) -> Iterator[str]:
    return (f"# {line}" for line in wrap(prose, WIDTH - 2, break_on_hyphens=False))


def _toml(value: object) -> str:
    """Return a default as TOML: strings, numbers and arrays are written as JSON writes them."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
