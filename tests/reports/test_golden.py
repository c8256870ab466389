"""Each text format of the same audits against a golden file; `pytest tests/reports --update` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.formats import TEXT_FORMATS, render
from tests.reports.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {
    "json": "json",
    "sarif": "sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "markdown": "md",
    "text": "txt",
}


@pytest.fixture
def undeclared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the rules for undeclared, so that a better wording in a rule does not change what is compared here."""
    monkeypatch.setattr("checks.registry.rule", lambda _name: None)


def test_every_text_format_has_a_golden_file() -> None:
    assert ENDINGS.keys() == TEXT_FORMATS.keys()


@pytest.mark.usefixtures("undeclared")
@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize("sample", ["failed", "incomplete"])
def test_golden(sample: str, name: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / f"{sample}.{ENDINGS[name]}"
    rendered = render(name, SAMPLES[sample]())
    if request.config.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(rendered.encode())
    assert rendered.encode() == file.read_bytes()
