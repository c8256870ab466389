"""The settings' JSON Schema, for editors and for our own messages: `python -m flows.settings` writes it anew."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

from checks.registry import all_checks, all_rules
from flows.profiles import names
from flows.settings.errors import Key
from flows.settings.model import Level, model

FILE = Path(__file__).parent.parent / "copydesk.schema.json"
"""Where the schema lies in the package."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of a `copydesk.toml`, names of profiles, checks and rules included."""
    made = model().model_json_schema(by_alias=True)
    made = {"$schema": DIALECT, "$id": "copydesk.schema.json", **made, "title": "copydesk.toml"}
    for node in (made, made["$defs"]["Override"]):
        properties = node["properties"]
        for key in ("checks", "skip-checks", "advisory"):
            if key in properties:
                properties[key]["items"] = {"type": "string", "enum": list(all_checks())}
        properties["profile"]["enum"] = ["", *names()]
        properties["rules"] |= _rules()
    made["$defs"]["Gate"]["properties"]["budgets"]["propertyNames"] = {"enum": list(all_checks())}
    return made


def _rules() -> dict[str, Any]:
    level = {"type": "string", "enum": list(get_args(Level))}
    named = {name: check.summary for name, check in all_checks().items()}
    named |= {name: rule.summary for name, rule in all_rules().items()}
    # A proofreader's own rules have names that no list holds.
    open_ended = [name for name, check in all_checks().items() if check.needs_proofreader]
    return {
        "properties": {name: {**level, "description": summary} for name, summary in sorted(named.items())},
        "patternProperties": {f"^{name}/": level for name in open_ended},
        "additionalProperties": False,
    }


def node_at(node: dict[str, Any], key: Key) -> dict[str, Any]:
    """Return the part of a schema that describes the value at `key`; empty where there is none."""
    top = schema()
    node = _resolved(top, node)
    for part in key:
        if isinstance(part, int):
            node = node.get("items", {})
        else:
            more = node.get("additionalProperties")
            node = node.get("properties", {}).get(part) or (more if isinstance(more, dict) else {})
        node = _resolved(top, node)
    return node


def _resolved(top: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in node:
        node = next(one for one in node["anyOf"] if one.get("type") != "null")
    if "$ref" in node:
        found: dict[str, Any] = top["$defs"][node["$ref"].rpartition("/")[2]]
        return found
    return node


def text() -> str:
    """Return the schema as it lies in the package."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
