"""An audit of articles in several languages: what ran, what did not, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flows import direct
from flows.progress import Silent
from flows.request import Request
from reports import json as as_json
from reports import text
from reports.audit import Verdict

TEXTS = Path(__file__).parents[1] / "checks" / "languages" / "texts"
ENGLISH = "# The ferry\n\nThe ferry leaves at six. It is late, and nobody on the island minds.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("english.md").write_text(ENGLISH, "utf-8")
    Path("french.md").write_text((TEXTS / "fr.md").read_text("utf-8"), "utf-8")


def check(*paths: str) -> tuple[Verdict, dict[str, Any], str]:
    """Return the verdict of an audit without grammar, the audit as data, and what a terminal shows."""
    audit = direct.check(Request(paths, changes={"skip-checks": ["grammar"]}), Silent())
    return audit.run.verdict, as_json.as_data(audit), text.render(audit)


def test_an_article_in_french_leaves_an_english_audit_complete() -> None:
    verdict, audit, _ = check("english.md", "french.md")
    assert verdict is Verdict.PASSED
    english, french = audit["articles"]
    assert (english["language"], french["language"]) == ("en", "fr")
    assert {check["status"] for check in english["checks"].values()} == {"ran"}


def test_each_check_says_what_it_did_not_look_at() -> None:
    _, audit, shown = check("english.md", "french.md")
    statuses = audit["articles"][1]["checks"]
    assert statuses["superlatives"]["status"] == statuses["citations"]["status"] == "skipped"
    assert statuses["superlatives"]["reason"] == "it does not know French (fr)"
    assert statuses["readability"]["status"] == statuses["duplication"]["status"] == "ran"
    assert "English only" in statuses["readability"]["reason"]
    assert audit["articles"][1]["claims"] == []
    assert audit["run"]["checks"]["citations"]["status"] == "ran"
    assert audit["run"]["checks"]["citations"]["reason"] == "it does not know French (fr) (on 1 of 2 articles)"
    assert "Citations: it does not know French (fr) (on 1 of 2 articles)." in " ".join(shown.split())


def test_where_no_article_suits_it_a_check_did_not_run() -> None:
    verdict, audit, shown = check("french.md")
    assert verdict is Verdict.PASSED
    assert audit["run"]["checks"]["superlatives"]["status"] == "skipped"
    assert "Superlatives did not run: it does not know French (fr)." in " ".join(shown.split())


def test_an_english_audit_says_nothing_of_languages() -> None:
    _, audit, shown = check("english.md")
    assert "know" not in shown
    assert {check["reason"] for name, check in audit["run"]["checks"].items() if name != "grammar"} == {""}


def test_a_passage_in_french_is_not_looked_at_in_an_english_article() -> None:
    # In English the sentence would be praise without support, and a claim.
    praise = "The world's best and most revolutionary ferry has saved 90 percent of all islanders since 2019."
    foreign = "Le meilleur bateau du monde a sauvé 90 pour cent des habitants de l'île depuis 2019, et il est beau."
    for name, quoted in (("plain", praise), ("marked", f'<p lang="fr">{praise}</p>'), ("told", foreign)):
        Path(f"{name}.md").write_text(f"{ENGLISH}\n{quoted}\n\nThat is all that there is to say today.\n", "utf-8")
    _, audit, _ = check("plain.md", "marked.md", "told.md")
    found = {
        one["path"]: {finding["check"] for finding in one["findings"] if finding["line"] == 5}
        for one in audit["articles"]
    }
    assert "superlatives" in found["plain.md"]
    # Only that the sentence stands in all three is told.
    assert found["marked.md"] <= {"duplication"}
    assert found["told.md"] <= {"duplication"}


def test_copies_are_found_in_any_language() -> None:
    french = Path("french.md").read_text("utf-8")
    Path("again.md").write_text(french.replace("mars", "mai"), "utf-8")
    paragraph = french.split("\n\n")[2]
    Path("twice.md").write_text(f"{french}\n\nEntre les deux, une phrase de plus.\n\n{paragraph}\n", "utf-8")
    _, audit, _ = check("french.md", "again.md", "twice.md")
    rules = {one["path"]: {finding["rule"] for finding in one["findings"]} for one in audit["articles"]}
    assert "duplication/near-duplicate" in rules["again.md"]
    assert "duplication/repeated-passage" in rules["twice.md"]


def test_a_wrong_code_is_named_with_its_line_and_what_to_write() -> None:
    Path("wrong.md").write_text(f"---\ntitle: The ferry\nlang: english\n---\n\n{ENGLISH}", "utf-8")
    _, audit, shown = check("wrong.md")
    (finding,) = (one for one in audit["articles"][0]["findings"] if one["rule"] == "residue/unknown-language")
    assert (finding["line"], finding["column"], finding["quote"], finding["replacements"]) == (3, 7, "english", ["en"])
    assert finding["fix"] == "Write “lang: en”."
    assert "3:7" in shown


def test_a_wrong_code_in_a_record_is_named_with_its_line() -> None:
    lines = [{"id": "a", "text": ENGLISH, "language": "en-GB"}, {"id": "b", "text": ENGLISH, "language": "english"}]
    lines = [line | {"format": "md"} for line in lines]
    Path("corpus.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    verdict, audit, _ = check("corpus.jsonl")
    assert verdict is Verdict.INCOMPLETE
    assert [one["id"] for one in audit["articles"]] == ["a"]
    (problem,) = audit["problems"]
    assert (problem["line"], problem["message"]) == (2, 'there is no language "english"')
    assert '"language": "en"' in problem["remedy"]
