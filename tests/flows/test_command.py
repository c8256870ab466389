"""The command as a shell sees it: exit codes, what goes where, and how little it takes to start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = "# The tide gauge\n\nThe keeper reads the gauge each morning and writes the height in a ledger.\n"
BROKEN = "# The tide gauge\n\nThe keeper reads the gauge each morning.\n\nTODO: say where the ledger is kept\n"

QUICK = ("--check", "residue")


def copydesk(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "clean.md").write_text(CLEAN, "utf-8")
    (tmp_path / "broken.md").write_text(BROKEN, "utf-8")
    return tmp_path


def test_a_clean_article_passes(articles: Path) -> None:
    done = copydesk(articles, "check", *QUICK, "clean.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "passes" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_our_characters_shows_others(articles: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-c", "from flows.cli import main; main()", "check", *QUICK, "broken.md"]
    done = subprocess.run(command, cwd=articles, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"? The article fails." in done.stdout
    done = subprocess.run([*command, "“nosuch→”"], cwd=articles, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_what_machines_read_is_utf8_whatever_the_terminal_has(articles: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-c", "from flows.cli import main; main()", "check", *QUICK]
    command += ["broken.md", "--output", "markdown"]
    done = subprocess.run(command, cwd=articles, env=environment, capture_output=True, check=False)
    assert "## ❌ The article fails." in done.stdout.decode("utf-8")


def test_the_gate_fails_on_the_severity_asked_for(articles: Path) -> None:
    assert copydesk(articles, "check", *QUICK, "--fail-on", "suggestion", "broken.md").returncode == 1
    assert copydesk(articles, "check", *QUICK, "--fail-on", "never", "broken.md").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nosuch.md",), "nosuch.md does not exist"),
        (("--check", "residu", "clean.md"), 'Did you mean "residue"?'),
        (("--output", "jsom", "clean.md"), "Did you mean json?"),
        (("--output", "html", "clean.md"), "--output html=DIR"),
        (("--since", "HEAD", "clean.md"), "git"),
        (("--baseline", "none.json", "clean.md"), "none.json"),
        (("--fail-on", "sometimes", "clean.md"), "sometimes"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_to_do(articles: Path, arguments: tuple[str, ...], said: str) -> None:
    done = copydesk(articles, "check", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_what_cannot_be_read_makes_the_audit_incomplete_and_the_rest_is_audited(articles: Path) -> None:
    (articles / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    done = copydesk(articles, "check", *QUICK, "--fail-on", "never", "--output", "json", ".")
    assert done.returncode == 3
    audit = json.loads(done.stdout)
    assert {article["path"] for article in audit["articles"] if article["words"]} == {"clean.md", "broken.md"}
    assert "picture.md" in done.stderr
    allowed = copydesk(articles, "check", *QUICK, "--fail-on", "never", "--allow-incomplete", ".")
    assert allowed.returncode == 0


def test_standard_output_holds_the_asked_for_format_alone(articles: Path) -> None:
    done = copydesk(articles, "check", *QUICK, "--fail-on", "never", "--output", "json", "--verbose", "broken.md")
    assert json.loads(done.stdout)["schema"] == "copydesk/audit/1"
    assert "Settings:" in done.stderr


def test_quiet_says_nothing(articles: Path) -> None:
    done = copydesk(articles, "check", *QUICK, "--quiet", "--output", "json=audit.json", "broken.md")
    assert (done.stdout, done.stderr) == ("", "")
    assert (articles / "audit.json").exists()


def test_standard_input_is_an_article(articles: Path) -> None:
    done = copydesk(articles, "check", *QUICK, "--output", "json", "-", stdin=BROKEN)
    assert [article["id"] for article in json.loads(done.stdout)["articles"]] == ["-"]
    assert any(finding["quote"].startswith("TODO") for finding in json.loads(done.stdout)["articles"][0]["findings"])


def test_comments_in_standard_input_switch_rules_off(articles: Path) -> None:
    told = "Research suggests that goats sleep for nine hours a day in winter."
    for comment, code in (("", 1), ("<!-- copydesk-disable citations -->\n\n", 0)):
        options = ("--check", "citations", "--fail-on", "suggestion", "--min-confidence", "0")
        assert copydesk(articles, "check", *options, "-", stdin=f"{comment}{told}\n").returncode == code


def test_a_baseline_lets_only_new_findings_fail(articles: Path) -> None:
    strict = (*QUICK, "--fail-on", "suggestion")
    assert copydesk(articles, "baseline", *QUICK, ".").returncode == 0
    baseline = ("--baseline", "copydesk-baseline.json")
    assert copydesk(articles, "check", *strict, *baseline, ".").returncode == 0
    (articles / "clean.md").write_text(CLEAN + "\nThe harbour master agrees.Nobody else does.\n", "utf-8")
    done = copydesk(articles, "check", *strict, *baseline, "--output", "json", ".")
    assert done.returncode == 1
    new = [finding for one in json.loads(done.stdout)["articles"] for finding in one["findings"] if finding["new"]]
    assert {finding["rule"] for finding in new} == {"residue/missing-space"}


@pytest.mark.git
def test_since_counts_only_changed_lines(articles: Path) -> None:
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run([*git, *arguments], cwd=articles, check=True)
    strict = (*QUICK, "--fail-on", "suggestion", "--since", "HEAD")
    assert copydesk(articles, "check", *strict, ".").returncode == 0
    (articles / "broken.md").write_text(BROKEN + "\nTBD: who keeps it now\n", "utf-8")
    done = copydesk(articles, "check", *strict, "--output", "json", ".")
    assert done.returncode == 1
    new = [finding for one in json.loads(done.stdout)["articles"] for finding in one["findings"] if finding["new"]]
    assert {finding["line"] for finding in new} == {7}


def test_a_quick_check_imports_nothing_heavy(articles: Path) -> None:
    program = (
        "import sys; from flows.cli import cli; cli.main(['check', '--check', 'residue', '--quiet', 'clean.md'],"
        " standalone_mode=False); print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'prefect', 'textstat', 'nltk', 'language_tool_python', 'numpy', 'requests', 'jinja2', 'rich'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=articles, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_rules_are_listed_and_explained(articles: Path) -> None:
    listed = copydesk(articles, "rules")
    assert "residue/placeholder" in listed.stdout
    explained = copydesk(articles, "rules", "residue/placeholder")
    assert "Why" in explained.stdout
    assert json.loads(copydesk(articles, "rules", "--format", "json").stdout)
    wrong = copydesk(articles, "rules", "residue/plaeholder")
    assert (wrong.returncode, "residue/placeholder" in wrong.stderr) == (2, True)


def test_init_writes_settings_that_the_next_check_reads(articles: Path) -> None:
    assert copydesk(articles, "init").returncode == 0
    settings = articles / "copydesk.toml"
    assert copydesk(articles, "check", *QUICK, "clean.md").returncode == 0
    assert copydesk(articles, "init").returncode == 2
    settings.write_text("chekcs = ['residue']\n", "utf-8")
    wrong = copydesk(articles, "check", "clean.md")
    assert wrong.returncode == 2
    assert all(word in wrong.stderr for word in ("copydesk.toml", "chekcs", "checks"))


DISGUISE = """
import os, signal, time
import flows.command

def run_rules(*_):
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(10)
    except KeyboardInterrupt:
        raise ValueError("a library turned the interrupt into an error of its own") from None

signal.signal(signal.SIGINT, signal.default_int_handler)
flows.command.run_rules = run_rules
flows.cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot interrupt itself there")
def test_an_interrupt_is_one_also_when_a_library_disguises_it(tmp_path: Path) -> None:
    program = f"import flows.cli\n{DISGUISE}"
    done = subprocess.run(
        [sys.executable, "-c", program, "rules"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (130, "copydesk: interrupted\n")


def test_an_empty_since_is_a_wrong_call_and_not_a_wish_for_all(articles: Path) -> None:
    done = copydesk(articles, "check", *QUICK, "--since", "", "broken.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--since needs a commit." in done.stderr


@pytest.mark.parametrize(("output", "said"), [("json=folder", "is a folder"), ("html=broken.md", "is a file")])
def test_an_output_that_cannot_be_is_told_before_anything_is_checked(articles: Path, output: str, said: str) -> None:
    (articles / "folder").mkdir()
    done = copydesk(articles, "check", *QUICK, "nosuch.md", "--output", output)
    assert done.returncode == 2
    assert said in done.stderr
    assert "nosuch.md" not in done.stderr
