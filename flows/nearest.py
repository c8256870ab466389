"""The name that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(wrong: str, names: Iterable[str]) -> str | None:
    """Return the name most like `wrong`, or None when none is like it."""
    from difflib import get_close_matches

    known = {name.casefold(): name for name in names}
    close = get_close_matches(wrong.casefold(), known, n=1, cutoff=0.6)
    return known[close[0]] if close else None


def did_you_mean(wrong: str, names: Iterable[str]) -> str:
    """Return `Did you mean "…"?` for the nearest name, or nothing."""
    name = nearest(wrong, names)
    return f'Did you mean "{name}"?' if name else ""
