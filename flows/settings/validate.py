"""Hold settings against the model and put pydantic's findings into an editor's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from flows.nearest import did_you_mean, nearest
from flows.settings.errors import Key, Wrong
from flows.settings.model import Settings, model
from flows.settings.schema import node_at, schema

LONGEST = 60
"""Code points of a wrong value that a message shows."""


WANTED = {
    "bool_type": "must be true or false",
    "dict_type": "must be a table",
    "float_type": "must be a number",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "int_type": "must be a whole number",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be at most {le:g}",
    "model_type": "must be a table",
    "string_pattern_mismatch": "must be written like {pattern}",
    "string_type": "must be a text in quotes",
    "too_short": "must have at least {min_length} entry",
    "tuple_type": "must be a list in brackets",
}
"""What a value must be, by pydantic's types of error; others are told in pydantic's words."""


class Invalid(Exception):
    """Settings that do not fit the model."""

    def __init__(self, wrongs: tuple[Wrong, ...]) -> None:
        super().__init__(f"{len(wrongs)} wrong settings")
        self.wrongs = wrongs


def validated(data: Mapping[str, Any]) -> Settings:
    """Return `data` as settings.

    Types are taken strictly, as TOML has them: a number in quotes is not a number.

    Raises:
        Invalid: when something in them is wrong.
    """
    try:
        return model().model_validate_json(json.dumps(data, default=str), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Invalid(tuple(_wrong(one) for one in error.errors())) from error


def _wrong(error: ErrorDetails) -> Wrong:
    key: Key = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "extra_forbidden":
        return Wrong(key, "there is no such key", _unknown_key(key))
    if error["type"] == "literal_error":
        choices = [str(choice) for choice in node_at(schema(), key).get("enum", ())]
        hint = did_you_mean(error["input"], choices) if isinstance(error["input"], str) else ""
        return Wrong(
            key, f"{_shown(error['input'])} is not one of {', '.join(choices) or error['ctx']['expected']}", hint
        )
    if error["type"] == "missing":
        return Wrong(key, "this key must be there")
    wanted = WANTED.get(error["type"], "must be otherwise ({said})")
    return Wrong(key, f"{wanted.format(said=error['msg'], **error.get('ctx', {}))}, not {_shown(error['input'])}")


def _unknown_key(key: Key) -> str:
    """Say what was probably meant: a key of the same table, or the same key of another."""
    name = str(key[-1])
    beside = node_at(schema(), key[:-1]).get("properties", {})
    if close := nearest(name.replace("_", "-"), beside):
        return f'Did you mean "{close}"?'
    elsewhere = [table for table in _tables_with(name.replace("_", "-")) if table != ".".join(map(str, key[:-1]))]
    if elsewhere:
        return f"It belongs in {' or '.join(f'[{table}]' if table else 'no table' for table in elsewhere)}."
    return f"There are: {', '.join(beside)}." if beside else ""


def _tables_with(name: str) -> Iterator[str]:
    top = schema()
    for table in ("", *top["properties"]):
        node = node_at(top, (table,) if table else ())
        if name in node.get("properties", {}):
            yield table


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
