"""Where a finding stands in a file, as other programs count it."""

from __future__ import annotations

from dataclasses import dataclass

from checks.finding import Finding
from checks.position import Position, Span
from reports.audit import AuditedArticle


@dataclass(frozen=True, slots=True)
class Place:
    """A file and, where a line can be named, a range in it; lines and columns are 1-based, in code points.

    A finding about the whole article has no range, but for one that sums others
    up: that stands where the first of these does, of the new ones where it is
    new. Nor has one in a record of a container such as a JSONL file a range:
    its lines are the record's, not the file's.
    """

    path: str
    start: Position | None = None
    end: Position | None = None
    record: str = ""
    """The article's id within `path`, when the file holds more than one."""

    @property
    def line(self) -> int:
        """The line to show it at: the first where no other is known."""
        return self.start.line if self.start else 1

    @property
    def prefix(self) -> str:
        """What a message needs before it when the place cannot say which record is meant."""
        return f"{self.record}: " if self.record else ""


def place(one: AuditedArticle, finding: Finding | None = None) -> Place:
    """Return where `finding` stands, or the article itself; backslashes become slashes, a leading `./` goes."""
    path = (one.path or one.id).replace("\\", "/").removeprefix("./")
    if one.path and one.id != one.path:
        return Place(path, record=one.id)
    span = stands_at(one, finding) if finding else None
    if one.article is None or span is None:
        return Place(path)
    return Place(path, one.article.position(span.start), one.article.position(span.end))


def stands_at(one: AuditedArticle, finding: Finding) -> Span | None:
    """Return where a finding stands in the source; one that sums others up stands where the first of these does."""
    if finding.span or not finding.sums:
        return finding.span
    spans = [
        member.span
        for member in one.counted
        if member.group == finding.sums and member.span and (member.new or not finding.new)
    ]
    return min(spans, default=None)
