"""The rules of the citations check, in the order in which they are shown."""

from __future__ import annotations

from checks.citations.address_rules import DOI, EMPTY_LINK, IDENTIFIER, MISLEADING_LINK, URL
from checks.citations.reference_rules import DANGLING, DUPLICATE, PLACEHOLDER, UNUSED
from checks.citations.statement_rules import FEW_SOURCES, MISSING, NO_SOURCES, QUOTATION, VAGUE

ALL = (
    NO_SOURCES,
    FEW_SOURCES,
    MISSING,
    VAGUE,
    QUOTATION,
    DANGLING,
    UNUSED,
    DUPLICATE,
    PLACEHOLDER,
    DOI,
    IDENTIFIER,
    URL,
    EMPTY_LINK,
    MISLEADING_LINK,
)
