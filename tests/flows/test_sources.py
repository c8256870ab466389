"""Articles come as they lie, from whatever path, each once."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.article import Format
from flows.sources import Gathered, gather


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay(files: Mapping[str, str] | list[str]) -> None:
    """Write files; those of a list hold a sentence each."""
    for path in files:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(files[path] if isinstance(files, Mapping) else f"This is {path}.\n", "utf-8")


def paths(gathered: Gathered) -> list[str]:
    assert gathered.problems == ()
    return [raw.path for raw in gathered.articles]


def test_a_file_is_read_as_it_lies() -> None:
    source = "\ufeffOne line,\r\nanother\rand “quotes” 🌊\n\n"
    Path("a.md").write_bytes(source.encode())
    (raw,) = gather(["a.md"]).articles
    assert raw.source == source
    assert raw.sha256 == hashlib.sha256(source.encode()).hexdigest()
    assert (raw.id, raw.path, raw.format) == ("a.md", "a.md", Format.MARKDOWN)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", Format.MARKDOWN),
        ("a.markdown", Format.MARKDOWN),
        ("A.MD", Format.MARKDOWN),
        ("a.html", Format.HTML),
        ("a.htm", Format.HTML),
        ("a.txt", None),
        ("notes.rst", None),
        ("README", None),
    ],
)
def test_the_name_tells_the_format_where_it_can(name: str, form: Format | None) -> None:
    lay([name])
    assert [raw.format for raw in gather([name]).articles] == [form]


def test_a_folder_yields_its_articles_sorted_and_nothing_else() -> None:
    lay(["b.md", "a/z.html", "a/b/c.txt", "a.markdown", "photo.jpeg", "a/script.py", "data.json"])
    assert paths(gather(["."])) == ["a.markdown", "a/b/c.txt", "a/z.html", "b.md"]


def test_no_path_means_the_working_directory() -> None:
    lay(["a.md", "b/c.md"])
    assert paths(gather([])) == ["a.md", "b/c.md"]


def test_hidden_and_dependency_folders_are_passed_over() -> None:
    lay(["a.md", ".hidden.md", ".venv/b.md", ".git/c.md", "node_modules/d.md", "env/pyvenv.cfg", "env/lib/e.md"])
    assert paths(gather(["."])) == ["a.md"]


def test_what_is_named_is_read_even_where_a_search_would_leave_it_out() -> None:
    lay([".hidden.md", "node_modules/d.md", "out/x.md", "drafts/y.md"])
    lay({".gitignore": "out/\n"})
    named = [".hidden.md", "drafts/y.md", "node_modules", "out"]
    assert paths(gather(named, exclude=["drafts/"])) == [".hidden.md", "drafts/y.md", "node_modules/d.md", "out/x.md"]


def test_each_file_comes_once() -> None:
    lay(["a/one.md", "a/two.md"])
    Path("a/alias.md").symlink_to("two.md")
    named = ["a/two.md", "a", "./a/two.md", "a/*.md", str(Path("a/one.md").resolve()), "a/../a"]
    assert paths(gather(named)) == ["a/one.md", "a/two.md"]


def test_a_symlink_that_alone_leads_to_a_text_is_an_article() -> None:
    lay(["NOTES"])
    Path("notes.md").symlink_to("NOTES")
    assert paths(gather(["."])) == ["notes.md"]


def test_a_folder_symlink_within_the_folder_is_not_walked_twice() -> None:
    lay(["a/one.md"])
    Path("b").symlink_to("a")
    assert paths(gather(["."])) == ["a/one.md"]
    assert paths(gather(["b"])) == ["b/one.md"]


def test_a_path_outside_is_shown_relative_to_the_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(["content/a.md", "tools/b.md"])
    monkeypatch.chdir("tools")
    assert paths(gather(["../content", "."])) == ["../content/a.md", "b.md"]


def test_a_path_elsewhere_is_shown_in_full() -> None:
    (problem,) = gather([os.devnull]).problems
    assert problem.path == os.devnull


def test_a_very_deep_folder_is_walked() -> None:
    deep = "/".join(["d"] * 400)
    lay([f"{deep}/a.md"])
    assert paths(gather(["."])) == [f"{deep}/a.md"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.md", ["a.md"]),
        ("content/*.md", ["content/b.md"]),
        ("content/*", ["content/b.md", "content/c.html", "content/deep/d.md"]),
        ("**/*.md", ["a.md", "content/b.md", "content/deep/d.md"]),
        ("content/**/*.md", ["content/b.md", "content/deep/d.md"]),
        ("content/[bc].*", ["content/b.md", "content/c.html"]),
        ("conten?/b.md", ["content/b.md"]),
        ("content/*.rst", ["content/e.rst"]),
    ],
)
def test_globs(pattern: str, found: list[str]) -> None:
    lay(["a.md", "content/b.md", "content/c.html", "content/deep/d.md", "content/e.rst", "content/f.png"])
    assert paths(gather([pattern])) == found


def test_a_file_whose_name_looks_like_a_glob_is_a_file() -> None:
    lay(["[draft] a.md", "d.md"])
    assert paths(gather(["[draft] a.md"])) == ["[draft] a.md"]


def test_globs_respect_gitignore_and_exclude() -> None:
    lay(["a/one.md", "a/two.md", "a/three.md"])
    lay({".git/HEAD": "", ".gitignore": "one.md\n"})
    assert paths(gather(["a/*.md"], exclude=["/a/two.md"])) == ["a/three.md"]


def test_exclude_is_seen_from_its_root_wherever_we_stand(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    lay(["site/a.md", "site/drafts/b.md", "site/posts/drafts/c.md"])
    monkeypatch.chdir("site")
    assert paths(gather(["."], exclude=["/site/drafts"], root=here)) == ["a.md", "posts/drafts/c.md"]
    assert paths(gather(["."], exclude=["drafts/"], root=here)) == ["a.md"]


GITIGNORE = {
    ".gitignore": "*.txt\n!keep.txt\nbuild/\n/top.md\n**/cache/*.md\n# comment\n\\#odd.md\n",
    "docs/.gitignore": "!special.txt\nlocal.md\n",
    "docs/deep/.gitignore": "!local.md\n",
}
TREE = [
    *("a.md", "a.txt", "keep.txt", "top.md", "docs/top.md", "build/b.md", "docs/build/b.md", "docs/special.txt"),
    *("docs/local.md", "docs/deep/local.md", "docs/deep/x.txt", "x/cache/c.md", "cache/c.md", "#odd.md"),
]


@pytest.mark.git
@pytest.mark.parametrize("start", [".", "docs", "docs/deep", "build"])
def test_gitignore_means_what_it_means_to_git(start: str, here: Path) -> None:
    lay(TREE)
    lay(GITIGNORE)
    git("init", "-q")
    kept = git("ls-files", "-co", "--exclude-standard", "--", start if start != "build" else ".").splitlines()
    expected = sorted(path for path in kept if not Path(path).name.startswith("."))
    if start == "build":  # git ignores it; who names it wants it
        expected = ["build/b.md"]
    assert paths(gather([start])) == expected


NAMES = st.sampled_from(["a", "b", "c.md", "*.md", "*", "a*"])
PATTERNS = st.builds(
    lambda bang, root, parts, end: f"{bang}{root}{'/'.join(parts)}{end}",
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "/", "**/"]),
    st.lists(NAMES, min_size=1, max_size=2),
    st.sampled_from(["", "/", "/**"]),
)
IGNORING = st.lists(PATTERNS, max_size=3).map("\n".join)


@pytest.mark.git
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=IGNORING, middle=IGNORING, deep=IGNORING, start=st.sampled_from([".", "a", "a/b"]))
def test_any_gitignore_files_mean_what_they_mean_to_git(top: str, middle: str, deep: str, start: str) -> None:
    lay(["c.md", "b.md", "a/c.md", "a/x.md", "a/b/c.md", "a/b/b.md", "b/c.md", "b/a/x.md"])
    lay({".gitignore": top, "a/.gitignore": middle, "a/b/.gitignore": deep})
    git("init", "-q")
    kept = {path for path in git("ls-files", "-co", "--exclude-standard").splitlines() if path.endswith(".md")}
    if start != "." and git("check-ignore", "--no-index", start, check=False):
        return
    inside = sorted(path for path in kept if start == "." or path.startswith(f"{start}/"))
    assert [raw.path for raw in gather([start]).articles] == inside


def test_gitignore_of_another_repository_above_does_not_count(here: Path) -> None:
    lay({".gitignore": "*.md\n", "inner/a.md": "An article.", "inner/.git/HEAD": ""})
    assert paths(gather(["inner"])) == ["inner/a.md"]


def test_a_pattern_that_git_cannot_read_is_passed_over() -> None:
    lay({".gitignore": "!\nb.md\n", "a.md": "An article.", "b.md": "Another."})
    assert paths(gather(["."])) == ["a.md"]


def git(*arguments: str, check: bool = True) -> str:
    plain = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=check, env=plain).stdout


RECORD = {
    "id": "a-1",
    "text": "A *sentence*.",
    "format": "md",
    "title": "Tides",
    "url": "https://example.org/",
    "language": "en-GB",
}


def test_a_record_becomes_an_article() -> None:
    lay({"corpus.jsonl": f"\ufeff{json.dumps(RECORD)}\n\n{json.dumps({'id': 'b', 'text': 'Plain.', 'extra': [1]})}"})
    one, two = gather(["corpus.jsonl"]).articles
    assert (one.id, one.path, one.source, one.format) == ("a-1", "corpus.jsonl", "A *sentence*.", Format.MARKDOWN)
    assert (one.title, one.url, one.language, one.line) == ("Tides", "https://example.org/", "en-GB", 1)
    assert (two.id, two.format, two.title, two.line) == ("b", None, "", 3)
    assert two.sha256 == hashlib.sha256(b"Plain.").hexdigest()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("markdown", Format.MARKDOWN),
        ("MD", Format.MARKDOWN),
        ("html", Format.HTML),
        ("htm", Format.HTML),
        ("plain", Format.PLAIN),
        ("text", Format.PLAIN),
        ("txt", Format.PLAIN),
        (None, None),
    ],
)
def test_the_formats_of_records(name: str | None, form: Format | None) -> None:
    lay({"corpus.jsonl": json.dumps(RECORD | {"format": name})})
    assert [raw.format for raw in gather(["corpus.jsonl"]).articles] == [form]


def test_records_keep_their_order_among_files_sorted_by_path() -> None:
    lay(
        {
            "b.jsonl": "".join(json.dumps({"id": name, "text": "x"}) + "\n" for name in ("z", "a", "m")),
            "a.md": "A.",
            "c.md": "C.",
        }
    )
    assert [raw.id for raw in gather(["."]).articles] == ["a.md", "z", "a", "m", "c.md"]


def test_a_big_jsonl_file_of_small_records_is_read() -> None:
    lay({"corpus.jsonl": "".join(json.dumps({"id": str(n), "text": "word " * 50}) + "\n" for n in range(50))})
    assert len(gather(["corpus.jsonl"], max_bytes=1_000).articles) == 50


@pytest.mark.parametrize("name", ["corpus.ndjson", "corpus", "corpus.txt"])
def test_records_are_known_by_their_content(name: str) -> None:
    lay({name: json.dumps(RECORD)})
    assert [raw.id for raw in gather([name]).articles] == ["a-1"]


def test_prose_with_braces_is_prose() -> None:
    lay({"a.txt": "{ A note } stands first."})
    assert [raw.id for raw in gather(["a.txt"]).articles] == ["a.txt"]


def test_standard_input_is_an_article_and_stays_open() -> None:
    stream = io.BytesIO("Über Flut und Ebbe.\r\n".encode())
    (raw,) = gather(["-", "-"], stdin=stream).articles
    assert (raw.id, raw.path, raw.source, raw.format) == ("-", "", "Über Flut und Ebbe.\r\n", None)
    assert not stream.closed


def test_standard_input_may_hold_records() -> None:
    stream = io.BytesIO(f"{json.dumps(RECORD)}\n{json.dumps(RECORD | {'id': 'b'})}\n".encode())
    assert [raw.id for raw in gather(["-"], stdin=stream).articles] == ["a-1", "b"]


def test_bad_standard_input_is_a_problem() -> None:
    assert [problem.path for problem in gather(["-"], stdin=io.BytesIO(b"caf\xe9")).problems] == ["-"]


def test_a_name_that_is_not_utf8_is_shown_all_the_same() -> None:
    Path(os.fsdecode(b"caf\xe9.md")).write_text("An article.", "utf-8")
    (raw,) = gather(["."]).articles
    assert raw.path == "caf\ufffd.md"
    assert raw.source == "An article."
