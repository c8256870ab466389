"""Front matter: YAML between `---` lines, TOML between `+++` lines, at the start of a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

from checks.parsing.error import ParseError

_OPENING = re.compile("\ufeff?(?:[ \\t]*[\\r\\n]){0,8}(---|\\+\\+\\+)[ \\t]*(?:\\r\\n|\\n|\\r)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY = re.compile(r"""(?:\s|#[^\r\n]*[\r\n])*["']?[\w.-]+["']?[ \t]*[:=]""")
_TOML_LINE = re.compile(r"at line (\d+)")

_NESTING = "[{-:?"
SHALLOW = 500
"""Such characters in front matter up to which it cannot be nested dangerously; the longest of real ones has 200."""

LONGEST = 200_000
"""Code points of front matter that are read; nobody writes more by hand."""


def front_matter(source: str) -> tuple[Mapping[str, object], int]:
    """Return the metadata of a source, and where its text begins.

    What merely looks like front matter (a rule, some text, a rule) is text.

    Raises:
        ParseError: when it has keys but is not YAML or TOML.
    """
    start = 1 if source.startswith("\ufeff") else 0
    opening = _OPENING.match(source)
    if opening is None:
        return {}, start
    fence = opening[1]
    closing = _CLOSING[fence].search(source.replace("\r", "\n"), opening.end())
    if closing is None or not _is_written(source, opening.end(), closing.start()):
        return {}, start
    body = source[opening.end() : closing.start()]
    if len(body) > LONGEST:
        raise ParseError(f"the front matter is longer than {LONGEST:,} characters", f"Close it with a line {fence}.", 1)
    above = source.count("\n", 0, opening.end()) or 1
    loaded = _toml(body, above) if fence == "+++" else _yaml(body, above)
    if loaded is None:
        return {}, closing.end()
    if not isinstance(loaded, dict):
        return {}, start
    return {str(key): value for key, value in loaded.items()}, closing.end()


def _is_written(source: str, start: int, end: int) -> bool:
    body = source[start:end]
    return not body.strip() or bool(_KEY.match(body))


def _toml(body: str, above: int) -> object:
    import tomllib

    try:
        return tomllib.loads(body.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        at = _TOML_LINE.search(str(error))
        problem = str(error).partition(" (at line")[0] if at else "it is nested too deeply or holds an impossible value"
        raise _error("TOML", problem, above + int(at[1]) if at else above, "+++") from error


def _yaml(body: str, above: int) -> object:
    import yaml

    try:
        return _loaded(body)
    except yaml.MarkedYAMLError as error:
        line = above + error.problem_mark.line + 1 if error.problem_mark else above
        raise _error("YAML", error.problem or "it cannot be read", line, "---") from error
    except yaml.reader.ReaderError as error:
        line = above + body.count("\n", 0, error.position) + 1
        character = f"U+{ord(body[error.position : error.position + 1] or chr(0)):04X}"
        raise _error("YAML", f"the character {character} is not allowed", line, "---") from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise _error("YAML", "it is nested too deeply or holds an impossible value", above, "---") from error


def _loaded(body: str) -> object:
    """Return what a piece of YAML says, by the loader written in C where that is sure to say the same.

    Deep nesting crashes it, and with it the process; each level takes one of the `_NESTING` characters at least. Tabs
    it takes where the other does not. What it refuses the other one puts into words.

    Raises:
        yaml.YAMLError: when it is not YAML; also ValueError, TypeError or RecursionError.
    """
    import yaml

    fast = getattr(yaml, "CSafeLoader", None)
    if fast is not None and "\t" not in body and sum(map(body.count, _NESTING)) <= SHALLOW:
        with suppress(yaml.YAMLError, ValueError, TypeError, RecursionError):
            return yaml.load(body, Loader=fast)  # noqa: S506 - as safe as the other
    return yaml.safe_load(body)


def _error(kind: str, problem: str, line: int, fence: str) -> ParseError:
    """Return what to raise; `line` is that of the opening fence where no other is known."""
    return ParseError(
        f"the front matter is not {kind}: {problem}",
        f"Mend the lines between {fence} and {fence}, or put text with a colon in quotes.",
        line,
    )
