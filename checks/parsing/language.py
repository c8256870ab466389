"""Language tags (BCP 47)."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")


def language_tag(value: object) -> str:
    """Return a well-formed language tag in its usual case, or nothing."""
    text = value.strip() if isinstance(value, str) else ""
    if not _TAG.fullmatch(text):
        return ""
    primary, *others = text.replace("_", "-").split("-")
    cased = (one.upper() if len(one) == 2 else one.title() if len(one) == 4 and one.isalpha() else one.lower() for one in others)
    return "-".join((primary.lower(), *cased))


def same_language(one: str, two: str) -> bool:
    """Tell whether two tags name one language, whatever the region."""
    return one.partition("-")[0].lower() == two.partition("-")[0].lower()
