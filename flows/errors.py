"""Errors in how copydesk was called or set up: the command ends with exit code 2."""

from __future__ import annotations


class UsageError(Exception):
    """Something in the call, the settings or a file they name is wrong; nothing was audited.

    `message` says what, `remedy` what to do about it; both are whole sentences
    or several lines of them.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}" if remedy else message)
        self.message = message
        self.remedy = remedy
