"""The baseline covers what was accepted, and only that, however text and files move."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.finding import Finding, Severity, fingerprinted
from checks.parsing import parse
from checks.position import Span
from flows import baseline_file
from flows.baseline import Entry, compare, entries, updated
from flows.errors import UsageError
from reports.audit import AuditedArticle, CheckStatus, Status, Verdict

HERE = Path()
TEXT = (
    "The old harbour is the finest in the region. Experts say that it will stay so. The old pier is the finest too.\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def audited(
    source: str,
    *flagged: str,
    path: str = "a.md",
    id: str = "",
    rule: str = "superlatives/puffery",
    checks: Mapping[str, Status] | None = None,
) -> AuditedArticle:
    """Return an article whose findings are all places of the words `flagged`."""
    article = parse(source, id=id or path, name=path)
    found = [_finding(rule, source, span) for words in flagged for span in _places(source, words)]
    statuses = {name: CheckStatus(status) for name, status in (checks or {"superlatives": Status.RAN}).items()}
    return AuditedArticle(
        article.id,
        path,
        "0" * 64,
        article,
        Verdict.PASSED,
        100,
        findings=tuple(fingerprinted(article, found)),
        checks=statuses,
    )


def _places(source: str, words: str) -> list[Span]:
    starts = [at for at in range(len(source)) if source.startswith(words, at)]
    assert starts, words
    return [Span(at, at + len(words)) for at in starts]


def _finding(rule: str, source: str, span: Span) -> Finding:
    return Finding(rule, Severity.WARNING, 0.9, "Message.", "Why.", "Fix.", span, source[span.start : span.end])


def new_after(before: Sequence[AuditedArticle], now: Sequence[AuditedArticle]) -> list[str]:
    """Return the quotations of what is new when `before` was accepted."""
    compared = compare(entries(before, HERE), now, HERE)
    return [finding.quote for article in compared.articles for finding in article.findings if finding.new]


BEFORE = [audited(TEXT, "finest", "Experts say")]


def test_nothing_is_new_when_nothing_changed() -> None:
    compared = compare(entries(BEFORE, HERE), BEFORE, HERE)
    assert not any(finding.new for finding in compared.articles[0].findings)
    assert compared.unused == ()


def test_everything_is_new_without_entries() -> None:
    assert all(finding.new for finding in compare((), BEFORE, HERE).articles[0].findings)


def test_findings_that_move_within_their_article_are_known() -> None:
    assert new_after(BEFORE, [audited("# News\n\nA first paragraph.\n\n" + TEXT, "finest", "Experts say")]) == []


def test_findings_of_a_renamed_article_are_known() -> None:
    assert new_after(BEFORE, [audited(TEXT, "finest", "Experts say", path="moved/b.md")]) == []


def test_a_finding_whose_surroundings_change_is_known() -> None:
    assert (
        new_after(BEFORE, [audited(TEXT.replace("that it will stay so", "otherwise"), "finest", "Experts say")]) == []
    )


def test_a_further_finding_of_the_same_words_is_new() -> None:
    assert new_after(BEFORE, [audited(TEXT + "\nThe new bridge is the finest of all.\n", "finest", "Experts say")]) == [
        "finest"
    ]


def test_a_finding_of_another_rule_at_the_same_place_is_new() -> None:
    now = [audited(TEXT, "finest", "Experts say", rule="superlatives/absolute-claim")]
    assert len(new_after(BEFORE, now)) == 3


def test_the_same_words_in_another_article_are_new() -> None:
    now = [*BEFORE, audited("Here too Experts say so, and who they are is not told.\n", "Experts say", path="b.md")]
    assert new_after(BEFORE, now) == ["Experts say"]


LONG = "Experts say that the harbour will be the finest in the whole region by next year."


def test_a_slip_mended_in_a_long_quotation_leaves_it_known() -> None:
    mended = LONG.replace("harbour", "harbor").replace("next year", "the next year")
    assert new_after([audited(LONG, LONG)], [audited(mended, mended)]) == []


def test_a_long_quotation_that_was_rewritten_is_new() -> None:
    other = "Experts say that nobody can tell what a barrel of herring will fetch at auction."
    assert new_after([audited(LONG, LONG)], [audited(other, other)]) == [other]


@pytest.mark.parametrize(("length", "known"), [(19, False), (20, True)])
def test_quotations_are_compared_by_likeness_from_their_least_length(length: int, *, known: bool) -> None:
    before = "the finest old harbour of all"[:length]
    after = before.replace("old", "odd")
    assert (new_after([audited(before, before)], [audited(after, after)]) == []) is known


def test_short_quotations_are_not_compared_by_likeness() -> None:
    assert new_after([audited("It is the finest pier.", "finest")], [audited("It is the finer pier.", "finer")]) == [
        "finer"
    ]


def test_an_entry_covers_one_finding_only() -> None:
    footer = "Our town is the finest of all.\n"
    one, two, three = (audited(footer, "finest", path=f"{name}.md") for name in "abc")
    assert new_after([one, two], [one, two, three]) == ["finest"]
    compared = compare(entries([one, two], HERE), [one, two, three], HERE)
    assert [article.path for article in compared.articles if article.findings[0].new] == ["c.md"]


def test_a_finding_about_the_whole_article_is_known_by_rule_and_article() -> None:
    def whole(path: str) -> AuditedArticle:
        head = Finding("citations/no-sources", Severity.WARNING, 0.9, "Message.", "Why.", "Fix.", None, "")
        base = audited(TEXT, path=path)
        assert base.article
        return replace(base, findings=tuple(fingerprinted(base.article, [head])))

    assert new_after([whole("a.md")], [whole("a.md")]) == []
    assert new_after([whole("a.md")], [whole("a.md"), whole("b.md")]) == [""]


def test_suppressed_findings_are_neither_accepted_nor_compared() -> None:
    article = audited(TEXT, "Experts say")
    hidden = replace(article, findings=tuple(replace(one, suppressed=True) for one in article.findings))
    assert entries([hidden], HERE) == ()
    assert compare(entries([article], HERE), [hidden], HERE).unused == entries([article], HERE)


# -- unused entries


def test_an_entry_whose_finding_is_gone_is_unused() -> None:
    compared = compare(entries(BEFORE, HERE), [audited(TEXT.replace("Experts", "People"), "finest")], HERE)
    assert [entry.quote for entry in compared.unused] == ["Experts say"]


def test_an_entry_of_an_article_that_was_not_audited_is_not_unused_unless_its_file_is_gone() -> None:
    Path("a.md").write_text(TEXT, "utf-8")
    elsewhere = [audited("Nothing here.", path="b.md")]
    assert compare(entries(BEFORE, HERE), elsewhere, HERE).unused == ()
    Path("a.md").unlink()
    assert compare(entries(BEFORE, HERE), elsewhere, HERE).unused == entries(BEFORE, HERE)


@pytest.mark.parametrize("status", [Status.FAILED, Status.SKIPPED])
def test_an_entry_of_a_check_that_did_not_run_is_not_unused(status: Status) -> None:
    now = audited(TEXT, checks={"superlatives": status})
    assert compare(entries(BEFORE, HERE), [now], HERE).unused == ()


def test_an_entry_of_what_only_the_network_tells_is_not_unused() -> None:
    ran = {"citations": Status.RAN}
    before = [audited(TEXT, "finest", rule="citations/dead-link", checks=ran)]
    assert compare(entries(before, HERE), [audited(TEXT, checks=ran)], HERE).unused == ()
    known = entries(before, HERE)
    assert updated(known, [audited(TEXT, checks=ran)], HERE) == known


def test_an_entry_of_a_record_that_is_gone_from_its_file_is_unused() -> None:
    one, two = (audited(TEXT, "Experts say", path="corpus.jsonl", id=name) for name in ("r1", "r2"))
    known = entries([one, two], HERE)
    assert [entry.id for entry in known] == ["r1", "r2"]
    assert [entry.id for entry in compare(known, [two], HERE).unused] == ["r1"]


def test_updating_replaces_what_was_audited_and_keeps_the_rest() -> None:
    for path in ("a.md", "b.md"):
        Path(path).write_text(TEXT, "utf-8")
    other = audited("It is simply the finest.", "finest", path="b.md")
    known = entries([*BEFORE, other], HERE)
    now = updated(known, [audited(TEXT, "Experts say")], HERE)
    assert [(entry.path, entry.quote) for entry in now] == [("a.md", "Experts say"), ("b.md", "finest")]


def test_paths_are_seen_from_the_baselines_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path.cwd()
    known = entries([audited(TEXT, "Experts say", path="site/a.md")], folder)
    assert [entry.path for entry in known] == ["site/a.md"]
    Path("site").mkdir()
    monkeypatch.chdir("site")
    assert compare(known, [audited(TEXT, path="a.md")], folder).unused == known


@given(st.lists(st.sampled_from(["finest", "Experts say", "best", "one day"]), max_size=8), st.randoms())
def test_what_was_accepted_is_never_new_in_any_order_of_paragraphs(words: list[str], random: Random) -> None:
    """Each paragraph has surroundings of its own, so that fingerprints hold whatever the order."""
    paragraphs = [
        f"Paragraph {number} of the story says {word} here, number {number}." for number, word in enumerate(words)
    ]
    shuffled = list(paragraphs)
    random.shuffle(shuffled)
    flagged = sorted(set(words))
    before, now = (audited("\n\n".join(text) or "x", *flagged) for text in (paragraphs, shuffled))
    assert new_after([before], [now]) == []
    assert compare(entries([before], HERE), [now], HERE).unused == ()


# -- the file


def test_the_file_gives_back_what_was_written_and_reads_well() -> None:
    written = [
        Entry("b.md", "", "citations/x", "He said “so” \\ 🌊", "f"),
        Entry("a.jsonl", "r1", "citations/x", "line", "0"),
    ]
    baseline_file.write(Path("base.json"), written)
    assert baseline_file.read(Path("base.json")) == tuple(sorted(written))
    lines = Path("base.json").read_text("utf-8").splitlines()
    assert lines[3:5] == [
        '    {"path": "a.jsonl", "id": "r1", "rule": "citations/x", "quote": "line", "fingerprint": "0"},',
        '    {"path": "b.md", "rule": "citations/x", "quote": "He said “so” \\\\ 🌊", "fingerprint": "f"}',
    ]


def test_an_empty_baseline_is_a_baseline() -> None:
    baseline_file.write(Path("base.json"), ())
    assert json.loads(Path("base.json").read_text("utf-8")) == {"schema": "copydesk/baseline/1", "findings": []}
    assert baseline_file.read(Path("base.json")) == ()


def test_long_quotations_are_cut() -> None:
    (entry,) = entries([audited("word " * 100 + "end", "word " * 100 + "end")], HERE)
    assert entry.quote == ("word " * 24).rstrip()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "the baseline cannot be read: no such file or directory"),
        ("{", "the baseline is not JSON"),
        ("[" * 100_000, "the baseline is not JSON"),
        (b"caf\xe9", "the baseline is not JSON"),
        ("[]", "this is not a baseline"),
        ('{"schema": "copydesk/baseline/2", "findings": []}', 'its "schema" is not "copydesk/baseline/1"'),
        ('{"schema": "copydesk/baseline/1"}', 'the baseline has no list of "findings"'),
        (
            '{"schema": "copydesk/baseline/1", "findings": [7]}',
            "finding 1 of the baseline is not as copydesk writes it",
        ),
        ('{"schema": "copydesk/baseline/1", "findings": [{"path": 1}]}', "finding 1 of the baseline is not as"),
    ],
)
def test_a_file_that_is_no_baseline_is_a_wrong_call(content: str | bytes | None, message: str) -> None:
    if content is not None:
        Path("base.json").write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UsageError, match=r"base\.json: ") as caught:
        baseline_file.read(Path("base.json"))
    assert message in caught.value.message
    assert "copydesk baseline" in caught.value.remedy


def test_a_baseline_that_cannot_be_written_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="the baseline cannot be written: no such file or directory"):
        baseline_file.write(Path("nowhere/base.json"), ())


@pytest.mark.parametrize(("accepted", "stays"), [(4, False), (3, False), (1, True)])
def test_a_new_sum_of_what_was_accepted_is_no_finding_of_its_own(accepted: int, *, stays: bool) -> None:
    bare = audited("One. Two. Six. Ten.", "One", "Two", "Six", "Ten")
    members = tuple(replace(one, group="s") for one in bare.findings)
    head = replace(
        members[0], rule="citations/few-sources", fingerprint="head", group="", sums="s", span=None, quote=""
    )
    known = entries([replace(bare, findings=members[:accepted])], HERE)
    [marked] = compare(known, [replace(bare, findings=(head, *members))], HERE).articles
    assert any(one.sums for one in marked.findings) is stays
    assert sum(not one.new for one in marked.findings) == accepted
    known = entries([replace(bare, findings=(head, *members))], HERE)
    [marked] = compare(known, [replace(bare, findings=(head, *members))], HERE).articles
    assert [one.new for one in marked.findings] == [False] * 5, "a sum that was accepted stays"
