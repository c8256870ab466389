"""What changed since a commit: findings on other lines are not new.

The base is where the working tree's branch and REF parted (their merge base),
so that what happened on REF meanwhile counts for nobody. A finding is new when
its range touches a changed line; where lines were only taken out, the lines on
either side count as changed, for what they said may be missed there. A finding
about the whole article is new when its file changed, an article in a JSONL
file when its record's line did. A file that git does not track is new from
top to bottom; a renamed one only where it was changed.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from checks.finding import Finding
from flows.errors import UsageError
from flows.nearest import did_you_mean
from reports.audit import AuditedArticle


@dataclass(frozen=True, slots=True)
class Changes:
    """The changed lines of one file; lines as git counts them, ended by a line feed."""

    ranges: tuple[tuple[int, int], ...] = ()
    """First and last line of each range, 1-based, in order."""
    whole: bool = False
    """All of it is new."""

    def __bool__(self) -> bool:
        return self.whole or bool(self.ranges)

    def touch(self, first: int, last: int) -> bool:
        """Return whether one of the lines `first` to `last` is changed."""
        return self.whole or any(start <= last and first <= end for start, end in self.ranges)


def changed_lines(ref: str, paths: Iterable[str]) -> Mapping[str, Changes]:
    """Return the changes since `ref` of each path (relative to the working directory, or absolute).

    Raises:
        UsageError: when a path is in no git repository, `ref` names no commit, or git has not got its history.
    """
    repository = cache(_repository)
    by_repository: dict[Path, list[str]] = defaultdict(list)
    for path in paths:
        by_repository[repository(Path(path).absolute().parent)].append(path)
    found: dict[str, Changes] = {}
    for top, inside in by_repository.items():
        changes, tracked = _changes(top, _base(top, ref)), _tracked(top)
        for path in inside:
            name = (Path(path).absolute().parent.resolve() / Path(path).name).relative_to(top).as_posix()
            found[path] = changes.get(name, Changes()) if name in tracked else Changes(whole=True)
    return found


def only_changed(
    articles: Sequence[AuditedArticle], changes: Mapping[str, Changes], records: Mapping[str, int] | None = None
) -> tuple[AuditedArticle, ...]:
    """Return `articles`; findings that touch no changed line are no longer new.

    Args:
        articles: the audited articles; those with no path (standard input) are new as a whole.
        changes: what `changed_lines` says of their paths.
        records: by article id, the line in its JSONL file of an article that is a record there.
    """
    return tuple(
        _marked(one, changes.get(one.path, Changes(whole=not one.path)), (records or {}).get(one.id))
        for one in articles
    )


def _marked(article: AuditedArticle, changes: Changes, record: int | None) -> AuditedArticle:
    if record is not None:
        changes = Changes(whole=changes.touch(record, record))
    if changes.whole or article.article is None:
        return article
    newlines = [match.start() for match in re.finditer("\n", article.article.source)]
    findings = (replace(one, new=one.new and _touches(one, changes, newlines)) for one in article.findings)
    return replace(article, findings=tuple(findings))


def _touches(finding: Finding, changes: Changes, newlines: Sequence[int]) -> bool:
    if finding.span is None:
        return bool(changes)
    first = bisect_left(newlines, finding.span.start) + 1
    last = bisect_left(newlines, max(finding.span.start, finding.span.end - 1)) + 1
    return changes.touch(first, last)


def _git() -> str:
    from shutil import which

    found = which("git")
    if found is None:
        raise UsageError("--since needs git, which is not on the PATH.", "Install git, or use --baseline instead.")
    return found


def _run(top: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [_git(), "-C", str(top), *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL
    )


def _said(top: Path, *arguments: str) -> bytes:
    done = _run(top, *arguments)
    if done.returncode:
        raise UsageError(f"git {' '.join(arguments)} failed: {_complaint(done)}.")
    return done.stdout


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip()


def _repository(folder: Path) -> Path:
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done.returncode and "dubious ownership" in _complaint(done):
        trust = f"Trust it with: git config --global --add safe.directory {folder}"
        raise UsageError(f"git refuses the repository of {folder}, for it belongs to another user.", trust)
    if done.returncode:
        raise UsageError(f"--since needs a git repository, and {folder} is in none.", "Use --baseline instead.")
    return Path(os.fsdecode(done.stdout.rstrip(b"\n")))


_DEEPEN = "This clone is shallow: run git fetch --unshallow (in GitHub Actions: actions/checkout with fetch-depth: 0)."


def _base(top: Path, ref: str) -> str:
    """Return the commit where REF and HEAD parted."""
    shallow = _said(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
    known = _run(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if known.returncode:
        names = os.fsdecode(_said(top, "for-each-ref", "--format=%(refname:short)")).split()
        remedy = did_you_mean(ref, names) or (_DEEPEN if shallow else "Is it written right, and fetched?")
        raise UsageError(f'--since: git knows no commit "{ref}".', remedy)
    base = _run(top, "merge-base", known.stdout.decode().strip(), "HEAD")
    if base.returncode:
        remedy = _DEEPEN if shallow else "Name a commit of this branch's history."
        raise UsageError(f'--since: "{ref}" and the checked-out commit have no history in common.', remedy)
    return base.stdout.decode().strip()


def _tracked(top: Path) -> frozenset[str]:
    return frozenset(map(os.fsdecode, _said(top, "ls-files", "-z").split(b"\0")))


_DIFF = (
    *("-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text"),
    *("--find-renames", "--src-prefix=a/", "--dst-prefix=b/"),
)
"""Whatever the user's configuration of git says, the output has this shape."""
_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


def _changes(top: Path, base: str) -> Mapping[str, Changes]:
    ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
    name, in_header = "", False
    for line in _said(top, *_DIFF, base, "--").split(b"\n"):
        if line.startswith(b"diff --git "):
            in_header = True
        elif in_header and line.startswith(b"+++ "):
            name = _name(line[4:])
        elif hunk := _HUNK.match(line):
            in_header = False
            ranges[name].append(_range(int(hunk[1]), int(hunk[2] or 1)))
    return {name: Changes(tuple(of_file)) for name, of_file in ranges.items()}


def _range(first: int, count: int) -> tuple[int, int]:
    """Return the lines that a hunk leaves; one that only removes leaves the neighbours of the gap."""
    return (first, first + count - 1) if count else (max(first, 1), first + 1)


def _name(field: bytes) -> str:
    """Return the path in a `+++` line, without its prefix; git quotes as C does when there are odd characters in it."""
    field = field.rstrip(b"\t")
    if field.startswith(b'"'):
        field = _ESCAPE.sub(_character, field[1:-1])
    return os.fsdecode(field[2:])


def _character(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes((int(code, 8),)) if code.isdigit() else _LETTERS.get(code, code)
