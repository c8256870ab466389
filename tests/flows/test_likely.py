"""In which languages articles are likely to be, at a glance."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.parsing import parse
from flows.likely import glance, likely
from flows.settings import Settings, load
from flows.sources.raw import Raw, fingerprint

TEXTS = Path(__file__).parents[1] / "checks" / "languages" / "texts"


def raw(source: str, path: str = "one.md", language: str = "") -> Raw:
    return Raw(path, path, source, fingerprint(source), language=language)


@pytest.mark.parametrize("path", sorted(TEXTS.iterdir()), ids=lambda path: path.name)
def test_a_glance_tells_what_parsing_tells(path: Path) -> None:
    source = path.read_text("utf-8")
    assert glance(raw(source, path.name), Settings()) == parse(source, name=path.name).language


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("---\ntitle: Markt\nlang: de_AT\n---\nKurz.", "de-AT"),
        ('+++\nlanguage = "pt-br"\n+++\nKurz.', "pt-BR"),
        ("<!doctype html><html class=a lang='fr'><body>Court.", "fr"),
        ("---\nlang: klingon\n---\nShort.", "en"),
        ("Say lang: de in front matter.", "en"),
        ("", "en"),
    ],
)
def test_what_an_article_says_of_itself_counts(source: str, language: str) -> None:
    assert glance(raw(source), Settings()) == language


def test_the_settings_choose_varieties_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("copydesk.toml").write_text(
        'language = "de"\n[grammar]\nvarieties = ["de-AT"]\n'
        '[[overrides]]\npaths = ["br/"]\nlanguage = "pt"\n[overrides.grammar]\nvarieties = ["pt-BR"]\n'
        '[[overrides]]\npaths = ["uk/"]\nlanguage = "en"\n[overrides.grammar]\ndialect = "en-GB"\n',
        "utf-8",
    )
    settings = load()
    paths = ("wien.md", "br/rio.md", "uk/leeds.md", "br/sao.md")
    assert likely([raw("Short.", path) for path in paths], settings) == {"de-AT", "pt-BR", "en-GB"}


def test_a_language_that_nobody_proofreads_is_not_asked_for() -> None:
    assert likely([raw("Krátké.", language="cs"), raw("Kort.", language="sv")], Settings()) == {"sv"}
