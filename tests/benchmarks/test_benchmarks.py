"""The benchmarks measure what they say."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checks.registry import all_checks
from tests.benchmarks import judging
from tests.benchmarks.library_start import lay_out
from tests.benchmarks.measure import CommandFailed, Cost, measure, typical
from tests.benchmarks.speed import MEBIBYTE, per_1000_words
from tests.benchmarks.training.labels import spoken

BURN = "import time\nheld = bytearray(80 << 20)\nwhile time.process_time() < 0.6: pass"
FAMILY = f"import subprocess, sys\nsys.exit(subprocess.call([sys.executable, '-c', {BURN!r}]))"


def test_a_commands_children_count() -> None:
    cost = measure([sys.executable, "-c", FAMILY])
    assert cost.cpu > 0.4
    assert cost.peak > 80 * MEBIBYTE


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(CommandFailed, match="the reason"):
        measure([sys.executable, "-c", "import sys; sys.exit('the reason')"])


def test_the_median_of_each_figure_counts() -> None:
    assert typical([Cost(1, 9, 5), Cost(3, 7, 5), Cost(2, 8, 6)]) == Cost(2, 8, 5)


def test_findings_per_1000_words_leave_out_checks_that_did_not_run() -> None:
    audit = {
        "run": {
            "checks": {"grammar": {"status": "ran"}, "residue": {"status": "ran"}, "citations": {"status": "skipped"}}
        },
        "articles": [
            {"words": 300, "findings": [{"check": "grammar"}, {"check": "grammar"}]},
            {"words": 700, "findings": [{"check": "grammar"}]},
        ],
    }
    assert dict(per_1000_words(audit)) == {"grammar": 3.0, "residue": 0.0}


def test_language_tool_python_takes_the_folder_for_a_languagetool(tmp_path: Path) -> None:
    jars = [tmp_path / f"a folder with a long name {number}" / "library.jar" for number in range(5)]
    lay_out(tmp_path, jars, "6.8")
    with zipfile.ZipFile(tmp_path / "LanguageTool-6.8" / "languagetool-server.jar") as jar:
        lines = jar.read("META-INF/MANIFEST.MF").decode().split("\r\n")
    assert all(len(line.encode()) <= 72 for line in lines)
    assert "".join(lines).replace(" ", "").endswith("".join(path.as_uri() for path in jars).replace(" ", ""))


@pytest.mark.parametrize("module", ["speed", "judging", "accuracy"])
def test_commands_tell_how_they_are_used(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", "--help"], check=True, capture_output=True
    )
    assert b"usage: python -m tests.benchmarks." in done.stdout


def test_each_check_is_timed_over_all_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "harbor.md").write_text("Ships called at the harbor twice as often in 1990.\n", encoding="utf-8")
    (tmp_path / "ferry.txt").write_text("The ferry is world-class.\n", encoding="utf-8")
    assert judging.main([str(tmp_path), "--runs", "1"]) == 0
    first, *rows = capsys.readouterr().out.splitlines()
    assert first == "2 articles, 14 words"
    timed = [row.split(" | ")[0].removeprefix("| ") for row in rows[3:]]
    assert timed[-1] == "citations and superlatives"
    assert set(timed[:-1]) == {name for name, check in all_checks().items() if check.run} - {"grammar"}


def test_each_sentence_of_our_debates_has_one_label_and_both_labels_are_there() -> None:
    sentences = list(spoken())
    assert len({text for text, _ in sentences}) == len(sentences)
    assert {label for _, label in sentences} == {0, 1}
