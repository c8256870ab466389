"""Front matter: YAML between `---` lines, TOML between `+++` lines."""

from __future__ import annotations

import re

from checks.parsing.error import ParseError

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")


def front_matter(source: str, start: int) -> tuple[dict[str, object], int]:
    """Return the metadata at `start` and where the text after it begins.

    Raises:
        ParseError: when it is not YAML or TOML.
    """
    opening = _FENCE.match(source, start)
    if opening is None:
        return {}, start
    fence = re.escape(opening[1])
    closing = re.compile(rf"^{fence}[ \t]*(?:\r?\n|\Z)", re.MULTILINE).search(source, opening.end())
    if closing is None:
        return {}, start
    body = source[opening.end() : closing.start()]
    return _load(body, opening[1]), closing.end()


def _load(body: str, fence: str) -> dict[str, object]:
    if fence == "+++":
        import tomllib

        try:
            return tomllib.loads(body)
        except tomllib.TOMLDecodeError as error:
            raise ParseError(f"the front matter is not TOML: {error}", "Mend the lines between +++ and +++.") from error
    import yaml

    try:
        loaded = yaml.load(body, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else None
        problem = getattr(error, "problem", None) or str(error)
        raise ParseError(f"the front matter is not YAML: {problem}", "Mend the lines between --- and ---.", line) from error
    return loaded if isinstance(loaded, dict) else {}
