"""Settings are found, layered and applied as documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.finding import Finding, Severity
from checks.parsing import parse
from checks.position import Span
from checks.readability.options import ReadabilityOptions
from checks.registry import all_checks
from checks.rule import Context
from flows.settings import Settings, SettingsError, apply, digest, level, load
from flows.settings.file import find


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, the top of its repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str, file: str = "copydesk.toml") -> Path:
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def readability(settings: Settings) -> ReadabilityOptions:
    options = settings.options("readability")
    assert isinstance(options, ReadabilityOptions)
    return options


# -- where settings come from


def test_without_a_file_the_defaults_are_in_force(here: Path) -> None:
    settings = load()
    assert settings.file is None
    assert settings.root == here
    assert settings.selected == tuple(sorted(all_checks()))
    assert settings.options("readability") == ReadabilityOptions()


def test_the_nearest_file_wins_and_nothing_is_merged() -> None:
    write('profile = "news"\n[gate]\nfail-on = "warning"')
    write("jobs = 3", "site/copydesk.toml")
    write("An article.", "site/posts/a.md")
    settings = load(start=Path("site/posts/a.md"))
    assert (settings.jobs, settings.profile, settings.gate.fail_on) == (3, "", "error")
    assert settings.root == Path("site").absolute()


def test_a_project_file_counts_only_with_a_table_of_ours() -> None:
    write("jobs = 3")
    write('[project]\nname = "site"\n# tool.copydesk is not set here', "site/pyproject.toml")
    assert load(start=Path("site")).jobs == 3
    write("[tool.copydesk.gate]\nleast-score = 60", "site/pyproject.toml")
    assert load(start=Path("site")).gate.least_score == 60


def test_in_one_folder_our_own_file_comes_first() -> None:
    write("jobs = 3")
    write("[tool.copydesk]\njobs = 4", "pyproject.toml")
    assert load().jobs == 3


def test_the_search_ends_at_the_top_of_the_repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("jobs = 3")
    Path("inner/.git").mkdir(parents=True)
    monkeypatch.chdir("inner")
    assert load().file is None


@pytest.mark.parametrize("start", ["nowhere/a.md", "posts/*.md"])
def test_a_start_that_does_not_exist_means_the_working_directory(start: str) -> None:
    write("jobs = 3")
    assert load(start=Path(start)).jobs == 3


def test_a_named_file_is_taken_whatever_lies_nearer(here: Path) -> None:
    write("jobs = 3")
    write("jobs = 4", "ci/strict.toml")
    settings = load(Path("ci/strict.toml"))
    assert settings.jobs == 4
    assert settings.root == here / "ci"


def test_a_broken_project_file_of_others_is_not_our_business() -> None:
    write("[project\n", "pyproject.toml")
    assert find(Path()) is None


# -- layers


def test_a_profile_sets_targets_and_the_file_wins_over_it() -> None:
    write('profile = "health"\n[readability]\ntarget-grade = 9\n[rules]\n"citations/vague-attribution" = "warning"')
    settings = load()
    assert readability(settings).target_grade == 9
    assert readability(settings).target_ease == readability(load(changes={"profile": "health"})).target_ease == 60
    assert settings.rules["citations/vague-attribution"] == "warning"
    assert settings.rules["superlatives/absolute-claim"] == "stricter"
    assert settings.options("citations").model_dump()["standard"] == "strict"


def test_the_command_line_wins_over_the_file() -> None:
    write('profile = "health"\njobs = 2\n[gate]\nfail-on = "warning"\nleast-score = 50')
    settings = load(changes={"profile": "academic", "gate": {"fail-on": "never"}})
    assert settings.profile == "academic"
    assert (settings.gate.fail_on, settings.gate.least_score, settings.jobs) == ("never", 50, 2)
    assert readability(settings).target_grade == readability(load(None, None, {"profile": "academic"})).target_grade


def test_a_strict_profile_leaves_what_can_be_looked_up_milder_than_what_is_judged() -> None:
    text = "It is the longest river in the country. It is the finest river in the country."
    check = all_checks()["superlatives"]
    found = tuple(check.run(parse(text, id="a", name="a.md"), Context(check.options())) if check.run else ())
    for profile in ("health", "marketing"):
        fact, judged = apply(load(changes={"profile": profile}), found)
        assert (fact.severity, judged.severity) == (Severity.SUGGESTION, Severity.ERROR)


def test_what_is_said_of_a_check_wins_over_what_a_profile_says_of_its_rules() -> None:
    write('profile = "health"\n[rules]\ncitations = "suggestion"')
    rules = load().rules
    assert level(rules, "citations/missing-citation") == "suggestion"
    assert level(rules, "superlatives/absolute-claim") == "stricter"


def test_checks_to_skip_add_up() -> None:
    write('skip-checks = ["grammar"]')
    assert set(load(changes={"skip-checks": ["residue"]}).selected) == set(all_checks()) - {"grammar", "residue"}


def test_a_selection_narrows_the_run() -> None:
    assert load(changes={"checks": ["residue", "citations"]}).selected == ("citations", "residue")


def test_no_check_left_to_run_is_an_error() -> None:
    write('skip-checks = ["residue"]')
    with pytest.raises(SettingsError, match="no check is left to run"):
        load(changes={"checks": ["residue"]})


def test_advisory_checks_are_not_required() -> None:
    write('advisory = ["grammar"]\nskip-checks = ["residue"]')
    assert load().required == set(all_checks()) - {"grammar", "residue"}


# -- overrides

OVERRIDES = """
profile = "news"
skip-checks = ["residue"]
[readability]
max-sentence-words = 28
[rules]
"citations/missing-citation" = "suggestion"
[[overrides]]
paths = ["press/**", "!press/facts.md"]
profile = "marketing"
language = "en-GB"
rules = { citations = "off" }
[[overrides]]
paths = ["*.draft.md"]
skip-checks = ["grammar"]
readability = { target-grade = 14 }
"""


def test_an_article_that_no_override_names_has_the_settings_of_all() -> None:
    write(OVERRIDES)
    settings = load()
    assert settings.for_path("posts/a.md") is settings
    assert settings.for_path("press/facts.md") is settings
    assert settings.for_path("") is settings


def test_an_override_changes_what_it_names_and_nothing_else() -> None:
    write(OVERRIDES)
    press = load().for_path("press/2026/launch.md")
    assert (press.profile, press.language) == ("marketing", "en-GB")
    assert readability(press).target_grade == 9  # marketing's
    assert readability(press).max_sentence_words == 28  # the file's own, which wins over any profile
    assert level(press.rules, "citations/missing-citation") == "off"
    assert "residue" not in press.selected
    assert "grammar" in press.selected


def test_overrides_add_up_and_later_ones_win() -> None:
    write(OVERRIDES)
    both = load().for_path("press/launch.draft.md")
    assert both.profile == "marketing"
    assert readability(both).target_grade == 14
    assert set(both.selected) == set(all_checks()) - {"residue", "grammar"}


def test_the_command_line_wins_over_overrides() -> None:
    write(OVERRIDES)
    assert load(changes={"profile": "academic"}).for_path("press/launch.md").profile == "academic"


def test_override_paths_are_seen_from_the_settings_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write(OVERRIDES)
    Path("press").mkdir()
    monkeypatch.chdir("press")
    assert load().for_path("launch.md").profile == "marketing"
    assert load().for_path("../posts/launch.md").profile == "news"


def test_the_same_overrides_are_made_once() -> None:
    write(OVERRIDES)
    settings = load()
    assert settings.for_path("press/a.md") is settings.for_path("press/b.md")


# -- vocabulary


def test_words_come_from_the_file_and_from_files_beside_it() -> None:
    write(
        '[vocabulary]\naccept = ["Tideway"]\nfiles = ["words/house.txt"]',
        "site/copydesk.toml",
    )
    write("\ufeff# house words\nEbbflow\n\nKelpline # a product\n", "site/words/house.txt")
    settings = load(start=Path("site"))
    assert settings.words == {"Tideway", "Ebbflow", "Kelpline"}
    assert settings.for_path("site/a.md").words == settings.words


@pytest.mark.parametrize("content", [None, b"caf\xe9\n"])
def test_a_vocabulary_file_that_cannot_be_read_is_an_error(content: bytes | None) -> None:
    write('[vocabulary]\nfiles = [\n  "words.txt",\n]')
    if content:
        Path("words.txt").write_bytes(content)
    with pytest.raises(SettingsError, match=r"copydesk.toml:2: vocabulary.files\[1\]: words.txt cannot be read: "):
        load()


# -- what settings do


def finding(rule: str, severity: Severity = Severity.WARNING, confidence: float = 0.9) -> Finding:
    return Finding(rule, severity, confidence, "Message.", "Why.", "Fix.", Span(0, 4), "Tide")


def test_rules_that_are_off_are_dropped_and_severities_are_changed() -> None:
    write('[rules]\n"residue/truncated" = "suggestion"\n"superlatives/puffery" = "error"\nsuperlatives = "off"')
    kept = apply(
        load(),
        map(finding, ("residue/truncated", "superlatives/puffery", "superlatives/absolute-claim", "citations/x")),
    )
    assert [(one.rule, one.severity) for one in kept] == [
        ("residue/truncated", Severity.SUGGESTION),
        ("superlatives/puffery", Severity.ERROR),
        ("citations/x", Severity.WARNING),
    ]


def test_stricter_is_a_step_worse_and_makes_an_error_only_of_what_is_sure() -> None:
    settings = load(changes={"rules": {"superlatives": "stricter"}})
    given = [
        finding("superlatives/puffery", severity, sure)
        for severity in (Severity.SUGGESTION, Severity.WARNING, Severity.ERROR)
        for sure in (0.49, 0.5, 0.79, 0.8)
    ]
    suggested, warned, failed = (
        [one.severity.value for one in apply(settings, given)][at : at + 4] for at in (0, 4, 8)
    )
    assert suggested == ["suggestion", "warning", "warning", "warning"]
    assert warned == ["warning", "warning", "warning", "error"]
    assert failed == ["error"] * 4


def test_findings_less_sure_than_the_least_confidence_are_dropped() -> None:
    settings = load(changes={"gate": {"min-confidence": 0.6}})
    assert len(apply(settings, [finding("a/b", confidence=sure) for sure in (0.59, 0.6, 0.61)])) == 2


def test_the_digest_changes_with_what_can_change_findings_and_with_nothing_else() -> None:
    plain = digest(load())
    write("jobs = 7")
    assert digest(load()) == plain
    write("[readability]\nmax-sentence-words = 34")
    assert digest(load()) != plain
    write('[vocabulary]\nfiles = ["words.txt"]')
    write("Ebbflow", "words.txt")
    first = digest(load())
    write("Kelpline", "words.txt")
    assert digest(load()) != first
