"""Exit codes of the command."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.audit import Verdict


class Exit(IntEnum):
    """What a shell is told."""

    PASSED = 0
    FAILED = 1
    """The gate failed."""
    USAGE = 2
    """The call or the settings are wrong; nothing was audited."""
    INCOMPLETE = 3
    """A check could not run or an article could not be read."""
    INTERRUPTED = 130


def code(verdict: Verdict) -> Exit:
    """Return the exit code of a verdict."""
    from reports.audit import Verdict

    return {Verdict.PASSED: Exit.PASSED, Verdict.FAILED: Exit.FAILED, Verdict.INCOMPLETE: Exit.INCOMPLETE}[verdict]
