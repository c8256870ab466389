"""Whatever lies in the way of an audit is named, with file and line, and costs nothing else."""

from __future__ import annotations

import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.errors import UsageError
from flows.sources import Gathered, gather
from reports.audit import Problem

GOOD = "The tide gauge was read at noon.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: bytes | str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)


def only_problem(gathered: Gathered) -> Problem:
    """Return the one problem there is; it says what to do."""
    (problem,) = gathered.problems
    assert problem.remedy
    return problem


def audited_beside(name: str) -> Problem:
    """Return the problem that the file `name` causes in a folder whose other article is still read."""
    write("content/good.md", GOOD)
    gathered = gather(["content"])
    assert [raw.path for raw in gathered.articles] == ["content/good.md"]
    problem = only_problem(gathered)
    assert problem.path == f"content/{name}"
    return problem


def test_a_path_that_does_not_exist_is_a_wrong_call(here: Path) -> None:
    write("content/press/harbour.md", GOOD)
    with pytest.raises(UsageError) as caught:
        gather(["content/pres/harbour.md"])
    assert str(caught.value) == "content/pres/harbour.md does not exist; did you mean content/press/harbour.md?"


def test_a_path_unlike_any_other_is_told_its_nearest_folder(here: Path) -> None:
    write("content/press/harbour.md", GOOD)
    with pytest.raises(UsageError, match=r"content/zzz/q does not exist; content is the nearest folder"):
        gather(["content/zzz/q"])


def test_the_working_directory_is_not_told_as_the_nearest_folder(here: Path) -> None:
    write("content/press/harbour.md", GOOD)
    with pytest.raises(UsageError, match=r"^zzz does not exist\.$"):
        gather(["zzz"])


def test_all_missing_paths_are_named_at_once(here: Path) -> None:
    write("a.md", GOOD)
    with pytest.raises(UsageError) as caught:
        gather(["a.md", "one.md", "two.md"])
    assert [line.split()[0] for line in str(caught.value).splitlines()] == ["one.md", "two.md"]


@pytest.mark.parametrize("pattern", ["content/*.html", "nowhere/*.md"])
def test_a_glob_without_a_match_is_a_wrong_call(here: Path, pattern: str) -> None:
    write("content/a.md", GOOD)
    with pytest.raises(UsageError, match="match"):
        gather([pattern])


def test_an_empty_folder_says_what_was_looked_for(here: Path) -> None:
    Path("content").mkdir()
    problem = only_problem(gather(["content"]))
    assert problem.path == "content"
    assert ".md" in problem.message
    assert ".jsonl" in problem.message


def test_a_folder_whose_articles_are_all_left_out_says_so(here: Path) -> None:
    write("content/a.md", GOOD)
    write("content/b.md", GOOD)
    problem = only_problem(gather(["content"], exclude=["*.md"]))
    assert "2 were left out" in problem.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b" \r\n\t\n", "nothing but white space"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\x00\x01", "binary"),
        (b"\x00" * 100, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document"),
        (b"PK\x03\x04\x14\x00\x06\x00", "office document"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        ("\ufeffTide".encode("utf-16-le"), "UTF-16"),
        ("\ufeffTide".encode("utf-16-be"), "UTF-16"),
        ("\ufeffTide".encode("utf-32-le"), "UTF-32"),
        (("Tide tables. " * 9).encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (("Tide tables. " * 9).encode("utf-16-be"), "UTF-16 without a byte order mark"),
    ],
)
def test_what_is_not_utf8_text_is_named(here: Path, content: bytes, message: str) -> None:
    write("content/bad.md", content)
    assert message in audited_beside("bad.md").message


def test_a_nul_byte_is_found_by_its_line(here: Path) -> None:
    write("content/bad.md", b"One line.\nTwo\x00 lines.\n")
    assert audited_beside("bad.md").line == 2


def test_invalid_utf8_is_found_by_line_and_column(here: Path) -> None:
    write("content/bad.md", "Zwei Zeilen.\r\nDie zweite für".encode() + b" M\xfcller.\n")
    problem = audited_beside("bad.md")
    assert problem.line == 2
    assert problem.message == "the file is not UTF-8: byte 0xFC in column 17"
    assert "WINDOWS-1252" in problem.remedy


def test_bytes_that_no_western_text_holds_get_no_wrong_advice(here: Path) -> None:
    write("content/bad.md", b"A line with \x81 in it.\n")
    assert "WINDOWS-1252" not in audited_beside("bad.md").remedy


def test_a_file_cut_inside_a_character_is_said_to_be_cut(here: Path) -> None:
    write("content/bad.md", "Two lines.\nThe price is 5 €".encode()[:-1])
    problem = audited_beside("bad.md")
    assert problem.line == 2
    assert "middle of a character" in problem.message


def test_a_file_of_50_megabytes_is_named_with_its_size_and_the_limit(here: Path) -> None:
    write("content/bad.md", b"A word and \n" * 4_200_000)
    problem = audited_beside("bad.md")
    assert problem.message == "the article is 50.4 MB; the limit is 10.0 MB"
    assert "max-bytes" in problem.remedy


def test_the_limit_itself_is_within_the_limit(here: Path) -> None:
    write("a.md", b"x" * 100)
    assert gather(["a.md"], max_bytes=100).articles
    assert only_problem(gather(["a.md"], max_bytes=99)).path == "a.md"


def test_a_symlink_to_its_own_folder_is_a_loop(here: Path) -> None:
    write("content/deep/a.md", GOOD)
    Path("content/deep/again").symlink_to(Path("content").resolve())
    assert "leads back to itself" in _beside_deep("deep/again")


def test_a_symlink_to_itself_is_a_loop(here: Path) -> None:
    write("content/deep/a.md", GOOD)
    Path("content/loop.md").symlink_to("loop.md")
    assert "leads back to itself" in _beside_deep("loop.md")


def _beside_deep(name: str) -> str:
    gathered = gather(["content"])
    assert [raw.path for raw in gathered.articles] == ["content/deep/a.md"]
    problem = only_problem(gathered)
    assert problem.path.endswith(name)
    return problem.message


def test_a_symlink_loop_that_is_named_is_a_problem_too(here: Path) -> None:
    Path("loop.md").symlink_to("loop.md")
    assert "leads back to itself" in only_problem(gather(["loop.md"])).message


def test_a_dangling_symlink_says_where_it_leads(here: Path) -> None:
    Path("content").mkdir()
    Path("content/gone.md").symlink_to("elsewhere.md")
    assert "elsewhere.md does not exist" in audited_beside("gone.md").message


def test_a_symlink_out_of_the_folder_is_not_followed(here: Path) -> None:
    write("private/notes.md", GOOD)
    Path("content").mkdir()
    Path("content/link.md").symlink_to(Path("private/notes.md").resolve())
    assert "leads out of the folder" in audited_beside("link.md").message


def test_a_named_pipe_does_not_block(here: Path) -> None:
    Path("content").mkdir()
    os.mkfifo("content/pipe.md")
    assert "a named pipe" in audited_beside("pipe.md").message


def test_a_device_does_not_block(here: Path) -> None:
    problem = only_problem(gather([os.devnull]))
    assert "a device" in problem.message
    assert "copydesk check -" in problem.remedy


def test_a_socket_is_not_an_article(here: Path) -> None:
    Path("content").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("content/socket.md")
        assert "a socket" in audited_beside("socket.md").message


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in a folder as a user without privileges, for root can read everything."""
    folder = Path(tempfile.mkdtemp())
    monkeypatch.chdir(folder)
    me = os.geteuid()
    if me == 0:
        folder.chmod(0o755)
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(me)
    monkeypatch.undo()
    shutil.rmtree(folder)


NOBODY = 65534


def test_a_file_without_permission_is_named(nobody: Path) -> None:
    write("content/secret.md", GOOD)
    Path("content/secret.md").chmod(0)
    assert "permission denied" in audited_beside("secret.md").message


def test_a_folder_without_permission_is_named(nobody: Path) -> None:
    Path("content/secret").mkdir(parents=True)
    Path("content/secret").chmod(0)
    try:
        assert "permission denied" in audited_beside("secret").message
    finally:
        Path("content/secret").chmod(0o700)


def test_a_file_that_fails_while_it_is_read_is_named() -> None:
    """Linux gives an error of its own for reading a process's memory at address 0, whoever asks."""
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("there is no /proc here")
    assert only_problem(gather([str(memory)])).message.startswith("reading failed: ")


def record(**fields: object) -> str:
    return json.dumps({"id": "a", "text": "A sentence."} | fields)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "b", "text": ', "the line is not JSON: Expecting value in column 20"),
        ("[1, 2]", "the line is a list, not an object"),
        ('"text"', "the line is a string, not an object"),
        ('{"id": "b"}', 'the record has no "text"'),
        ('{"text": "A sentence."}', 'the record has no "id"'),
        ('{"id": 7, "text": "A sentence."}', '"id" is a number, not a string'),
        ('{"id": null, "text": "A sentence."}', '"id" is null, not a string'),
        ('{"id": "b", "text": ["A sentence."]}', '"text" is a list, not a string'),
        ('{"id": "b", "text": "  "}', '"text" is empty'),
        ('{"id": "", "text": "A sentence."}', '"id" is empty'),
        ('{"id": "b", "text": "Half \\ud83d of it."}', '"text" holds half of a character (a lone surrogate)'),
        ('{"id": "b", "text": "x", "format": "mrkdown"}', 'there is no format "mrkdown"'),
        ('{"id": "b", "text": "x", "title": 3}', '"title" is a number, not a string'),
        (
            '{"id": "b", "text": "x", "n": ' + "[" * 100_000 + "}",
            "the line is nested too deep or holds too long a number",
        ),
        (
            '{"id": "b", "text": "x", "n": ' + "9" * 5_000 + "}",
            "the line is nested too deep or holds too long a number",
        ),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(here: Path, line: str, message: str) -> None:
    write("corpus.jsonl", f"{record(id='first')}\n\n{line}\n{record(id='last')}\n")
    gathered = gather(["corpus.jsonl"])
    assert [raw.id for raw in gathered.articles] == ["first", "last"]
    problem = only_problem(gathered)
    assert (problem.path, problem.line, problem.message) == ("corpus.jsonl", 3, message)


def test_the_nearest_right_key_and_format_are_told(here: Path) -> None:
    write("corpus.jsonl", '{"id": "a", "txt": "x"}\n' + record(id="b", format="markdwn"))
    assert [problem.remedy.split("?")[0] for problem in gather(["corpus.jsonl"]).problems] == [
        'Did you mean "txt"',
        'Did you mean "markdown"',
    ]


def test_a_line_that_is_not_utf8_is_named_and_the_others_are_read(here: Path) -> None:
    write("corpus.jsonl", record(id="a").encode() + b'\n{"id": "b", "text": "caf\xe9"}\n' + record(id="c").encode())
    gathered = gather(["corpus.jsonl"])
    assert [raw.id for raw in gathered.articles] == ["a", "c"]
    assert only_problem(gathered).line == 2


def test_a_line_over_the_limit_is_named_and_the_others_are_read(here: Path) -> None:
    write("corpus.jsonl", f"{record(id='a')}\n{record(id='b', text='word ' * 1_000)}\n{record(id='c')}\n")
    gathered = gather(["corpus.jsonl"], max_bytes=1_000)
    assert [raw.id for raw in gathered.articles] == ["a", "c"]
    assert only_problem(gathered).line == 2


def test_a_duplicate_id_names_both_lines(here: Path) -> None:
    write("corpus.jsonl", f"{record(text='First.')}\n{record(id='b')}\n{record(text='Second.')}\n")
    gathered = gather(["corpus.jsonl"])
    assert [raw.source for raw in gathered.articles] == ["First.", "A sentence."]
    problem = only_problem(gathered)
    assert problem.line == 3
    assert 'the id "a" is taken: line 1 has it too' in problem.message


def test_a_duplicate_id_in_another_file_names_that_file(here: Path) -> None:
    write("one.jsonl", record())
    write("two.jsonl", record())
    problem = only_problem(gather(["one.jsonl", "two.jsonl"]))
    assert problem.path == "two.jsonl"
    assert "line 1 of one.jsonl" in problem.message


def test_an_id_that_is_another_articles_path_is_a_duplicate(here: Path) -> None:
    write("a.md", GOOD)
    write("corpus.jsonl", record(id="a.md"))
    assert only_problem(gather(["."])).path == "corpus.jsonl"


def test_a_jsonl_file_without_records_is_empty(here: Path) -> None:
    write("corpus.jsonl", "\n\n")
    assert "no records" in only_problem(gather(["corpus.jsonl"])).message
