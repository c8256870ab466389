"""What a probe finds out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from flows.errors import UsageError


class Health(StrEnum):
    """How well something does."""

    OK = "ok"
    WARN = "warn"
    """Works, or is not needed by everybody, but somebody should know."""
    FAIL = "fail"
    """An audit cannot be complete, or cannot run."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found out about one thing."""

    name: str
    health: Health
    detail: str
    remedy: str = ""


Finding = tuple[Health, str] | tuple[Health, str, str]
"""Health, detail and, where there is one, remedy."""


def examined(name: str, probe: Callable[[], Finding]) -> Diagnosis:
    """Return what `probe` finds; a probe that itself breaks is a finding, too."""
    try:
        return Diagnosis(name, *probe())
    except UsageError as error:
        return Diagnosis(name, Health.FAIL, error.message, error.remedy)
    except Exception as error:  # noqa: BLE001 - the doctor is called when things are broken
        first = (str(error).splitlines() or [""])[0]
        return Diagnosis(
            name, Health.FAIL, f"{type(error).__name__}: {first}", "Install copydesk anew, or report this."
        )
