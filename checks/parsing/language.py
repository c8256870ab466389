"""Language tags (BCP 47)."""

from __future__ import annotations

import re

REGION, SCRIPT = 2, 4
"""Letters in these subtags."""

_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")


def language_tag(value: object) -> str:
    """Return a well-formed language tag in its usual case, or nothing."""
    text = value.strip() if isinstance(value, str) else ""
    if not _TAG.fullmatch(text):
        return ""
    primary, *others = text.replace("_", "-").split("-")
    return "-".join((primary.lower(), *map(_cased, others)))


def _cased(subtag: str) -> str:
    """Return a region in upper case, a script in title case, the rest in lower case."""
    if len(subtag) == REGION:
        return subtag.upper()
    return subtag.title() if len(subtag) == SCRIPT and subtag.isalpha() else subtag.lower()


def same_language(one: str, two: str) -> bool:
    """Tell whether two tags name one language, whatever the region."""
    return one.partition("-")[0].lower() == two.partition("-")[0].lower()
