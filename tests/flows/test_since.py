"""What changed since a commit, as a real git tells it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.position import Span
from flows.errors import UsageError
from flows.since import Changes, changed_lines, only_changed
from reports.audit import AuditedArticle, Verdict

pytestmark = pytest.mark.git

LINES = "".join(f"This is line {number}.\n" for number in range(1, 11))


def git(*arguments: str) -> str:
    plain = {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
        "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    }
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], capture_output=True, text=True, check=True, env=os.environ | plain)
    return done.stdout.strip()


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def commit(message: str = "A change") -> str:
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", message)
    return git("rev-parse", "HEAD")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository with an article of ten lines."""
    top = tmp_path / "a repository"
    top.mkdir()
    monkeypatch.chdir(top)
    git("init", "-q", "-b", "main")
    write("a.md", LINES)
    commit()
    return top


def changes(path: str = "a.md", ref: str = "HEAD") -> Changes:
    return changed_lines(ref, [path])[path]


def test_an_unchanged_file_has_no_changes() -> None:
    assert not changes()


def test_edited_and_added_lines_are_changed() -> None:
    write(
        "a.md",
        LINES.replace("line 3.", "line three.").replace(
            "This is line 7.\n", "This is line 7.\nAnother.\nAnd another.\n"
        ),
    )
    assert changes().ranges == ((3, 3), (8, 9))


def test_where_lines_were_taken_out_their_neighbours_are_changed() -> None:
    write("a.md", LINES.replace("This is line 5.\nThis is line 6.\n", ""))
    assert changes().ranges == ((4, 5),)


def test_where_the_first_lines_were_taken_out_the_new_first_line_is_changed() -> None:
    write("a.md", LINES.replace("This is line 1.\n", ""))
    assert changes().ranges == ((1, 1),)


def test_staged_committed_and_uncommitted_changes_all_count() -> None:
    base = git("rev-parse", "HEAD")
    write("a.md", LINES.replace("line 1.", "line one."))
    commit()
    write("a.md", Path("a.md").read_text("utf-8").replace("line 5.", "line five."))
    git("add", "a.md")
    write("a.md", Path("a.md").read_text("utf-8").replace("line 9.", "line nine."))
    assert changes(ref=base).ranges == ((1, 1), (5, 5), (9, 9))


def test_what_happened_on_the_other_branch_meanwhile_does_not_count() -> None:
    git("checkout", "-q", "-b", "mine")
    write("a.md", LINES.replace("line 2.", "line two."))
    commit()
    git("checkout", "-q", "main")
    write("a.md", LINES.replace("line 9.", "line nine."))
    commit()
    git("checkout", "-q", "mine")
    assert changes(ref="main").ranges == ((2, 2),)


def test_files_that_git_does_not_track_are_new_as_a_whole() -> None:
    write("new.md", LINES)
    write(".gitignore", "ignored.md\n")
    write("ignored.md", LINES)
    assert changes("new.md").whole
    assert changes("ignored.md").whole


def test_an_added_file_is_changed_on_all_its_lines() -> None:
    write("new.md", LINES)
    git("add", "new.md")
    assert changes("new.md").ranges == ((1, 10),)


def test_a_renamed_file_is_changed_only_where_it_was_edited() -> None:
    git("mv", "a.md", "b.md")
    assert not changes("b.md")
    write("b.md", LINES.replace("line 4.", "line four."))
    assert changes("b.md").ranges == ((4, 4),)


@pytest.mark.parametrize(
    "name", ["with space.md", "über.md", 'quo"te.md', "tab\there.md", "back\\slash.md", "日本/記事.md", "b/a.md"]
)
def test_names_are_read_as_git_writes_them(name: str) -> None:
    write(name, LINES)
    commit()
    write(name, LINES.replace("line 4.", "line four."))
    assert changes(name).ranges == ((4, 4),)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "true"),
        ("core.quotePath", "true"),
        ("diff.renames", "false"),
    ],
)
def test_what_the_user_configured_does_not_matter(key: str, value: str) -> None:
    write("über.md", LINES)
    commit()
    git("config", key, value)
    git("mv", "über.md", "öfter.md")
    write("öfter.md", LINES.replace("line 4.", "line four."))
    assert changes("öfter.md").ranges == ((4, 4),)


def test_lines_that_look_like_a_diff_are_text() -> None:
    write("a.md", "++ b/other.md\n" + LINES.replace("line 9.", "line nine."))
    assert changes().ranges == ((1, 1), (10, 10))
    odd = "@@ -1 +1 @@\ndiff --git a/x b/x\n+++ b/x\n--- a/x\n"
    write("a.md", LINES + odd)
    assert changes().ranges == ((11, 14),)
    commit()
    write("a.md", LINES.replace("line 2.", "line two.") + odd.replace("+++ b/x", "+++ b/y"))
    assert changes().ranges == ((2, 2), (13, 13))


def test_text_that_git_takes_for_binary_is_compared_by_line() -> None:
    write(".gitattributes", "*.md -diff\n")
    write("a.md", LINES.replace("line 4.", "line four."))
    assert changes().ranges == ((4, 4),)


def test_paths_are_seen_from_where_we_stand(monkeypatch: pytest.MonkeyPatch, repository: Path) -> None:
    write("deep/b.md", LINES)
    commit()
    write("deep/b.md", LINES.replace("line 4.", "line four."))
    monkeypatch.chdir("deep")
    found = changed_lines("HEAD", ["b.md", "../a.md", str(repository / "deep" / "b.md")])
    assert [one.ranges for one in found.values()] == [((4, 4),), (), ((4, 4),)]


# -- errors


def test_outside_of_a_repository_is_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="needs a git repository") as caught:
        changes()
    assert "--baseline" in caught.value.remedy


def test_a_wrong_ref_is_told_the_nearest_right_one() -> None:
    git("branch", "release/spring")
    with pytest.raises(UsageError, match='knows no commit "release/sprng"') as caught:
        changes(ref="release/sprng")
    assert caught.value.remedy == 'Did you mean "release/spring"?'


@pytest.mark.parametrize("ref", ["zzzzzz", "", "--all", "HEAD~99"])
def test_a_ref_that_is_none_is_a_wrong_call(ref: str) -> None:
    with pytest.raises(UsageError, match="knows no commit"):
        changes(ref=ref)


def test_a_shallow_clone_is_told_how_to_get_the_rest(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git("rev-parse", "HEAD")
    commit("Another")
    git("clone", "-q", "--depth", "1", repository.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    with pytest.raises(UsageError) as caught:
        changes(ref=first)
    assert "git fetch --unshallow" in caught.value.remedy
    assert "fetch-depth: 0" in caught.value.remedy


def test_branches_without_common_history_are_a_wrong_call() -> None:
    git("checkout", "-q", "--orphan", "other")
    commit("Another beginning")
    with pytest.raises(UsageError, match="no history in common"):
        changes(ref="main")


def test_without_git_the_baseline_is_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="not on the PATH") as caught:
        changes()
    assert "--baseline" in caught.value.remedy


# -- findings


def audited(source: str, *spans: Span | None, path: str = "a.md", id: str = "", new: bool = True) -> AuditedArticle:
    article = parse(source, id=id or path, name=path)
    found = tuple(Finding("a/b", Severity.ERROR, 0.9, "Message.", "Why.", "Fix.", span, "", new=new) for span in spans)
    return AuditedArticle(article.id, path, "0" * 64, article, Verdict.PASSED, 100, findings=found)


def still_new(article: AuditedArticle, changed: Changes, record: int | None = None) -> list[bool]:
    records = {article.id: record} if record else None
    (marked,) = only_changed([article], {"a.md": changed}, records)
    return [finding.new for finding in marked.findings]


def on(*lines: int) -> Sequence[Span]:
    """Return the spans of whole lines of `LINES`, without their ends."""
    starts = [0]
    for line in LINES.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return [Span(starts[line - 1], starts[line] - 1) for line in lines]


def test_findings_on_changed_lines_are_new() -> None:
    article = audited(LINES, *on(1, 2, 3, 4))
    assert still_new(article, Changes(((2, 3),))) == [False, True, True, False]


def test_a_finding_over_several_lines_is_new_when_one_of_them_changed() -> None:
    (first,), (last,) = on(3), on(6)
    assert still_new(audited(LINES, Span(first.start, last.end)), Changes(((6, 9),))) == [True]
    assert still_new(audited(LINES, Span(first.start, last.end)), Changes(((7, 9),))) == [False]


def test_a_finding_that_ends_with_its_line_does_not_touch_the_next() -> None:
    (one,) = on(3)
    assert still_new(audited(LINES, Span(one.start, one.end + 1)), Changes(((4, 4),))) == [False]


def test_lines_are_counted_as_git_counts_them() -> None:
    source = "One\rstill one\r\nTwo\u2028still two\nThree\n"
    at = [source.index(word) for word in ("One", "still one", "Two", "still two", "Three")]
    article = audited(source, *(Span(start, start + 3) for start in at))
    assert still_new(article, Changes(((2, 2),))) == [False, False, True, True, False]


def test_a_finding_about_the_whole_article_is_new_when_its_file_changed() -> None:
    assert still_new(audited(LINES, None), Changes(((9, 9),))) == [True]
    assert still_new(audited(LINES, None), Changes()) == [False]


def test_what_is_in_the_baseline_stays_old_on_changed_lines() -> None:
    assert still_new(audited(LINES, *on(2), new=False), Changes(((2, 2),))) == [False]
    assert still_new(audited(LINES, *on(2), new=False), Changes(whole=True)) == [False]


def test_a_record_is_new_as_a_whole_when_its_line_changed() -> None:
    article = audited(LINES, *on(1, 9), None, id="r")
    assert still_new(article, Changes(((3, 3),)), record=3) == [True, True, True]
    assert still_new(article, Changes(((4, 9),)), record=3) == [False, False, False]


def test_standard_input_is_new_as_a_whole() -> None:
    (marked,) = only_changed([audited(LINES, *on(1), path="", id="-")], {})
    assert [finding.new for finding in marked.findings] == [True]


EDITS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=EDITS, after=EDITS)
def test_every_line_that_was_not_there_before_is_changed(before: list[str], after: list[str]) -> None:
    """A line that the old text does not hold at all must be in a range, whatever git makes of the rest."""
    write("a.md", "".join(f"{line}\n" for line in before))
    commit()
    write("a.md", "".join(f"{line}\n" for line in after))
    found = changes()
    assert all(found.touch(number, number) for number, line in enumerate(after, 1) if line not in before)
    assert bool(found) == (before != after)
