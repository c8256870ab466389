"""Verbs that do not agree with a subject that stands right before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checks.article import Article
from checks.finding import Finding, Severity
from checks.grammar.confusions import Choice, neighbours
from checks.grammar.context import odds, shape
from checks.grammar.data import words
from checks.grammar.reading import places, reading
from checks.position import Span
from checks.rule import Example, Rule

RULE = Rule(
    name="grammar/verb-agreement",
    summary="A verb in the singular with a subject in the plural, or the other way round.",
    why="Readers go back to see which of the two is meant.",
    fix="Let the verb agree with its subject, or put right the subject.",
    source="A model of contexts fitted on published articles (contexts.txt); looks at short clauses only.",
    severity=Severity.WARNING,
    flagged=(
        Example("The villages [[is]] far from the harbour. The ship [[were]] old."),
        Example("The harbour [[have]] spent the money."),
        Example("The passengers want to [[has]] a new engine. Everyone on the old ferry [[have]] a coat."),
    ),
    passed=(
        Example("If the ship were old, the villages would know. The news is good, and the data are in."),
        Example("The number of villages is small. What the villagers want is a ferry."),
        Example("Does the ship have an engine? The young were on board, and reading books is fun."),
    ),
)

_BEFORE_HAS = re.compile(
    r"\b(?:enough|expect|expects|expected|seem|seems|able|likely|want|wants|wanted|going|continue|need|needs|ought|how"
    r"|have|had|has) to $"
    r"|\b(?:will|would|could|should|must|might|can|does|did|do) (?:not |also |each |always |never |soon |still )?$"
)
CHOICES: Mapping[str, Choice] = {
    "is": Choice("is are", "are", -1, 2.2),
    "are": Choice("is are", "is", 1, 2.2),
    "was": Choice("was were", "were", -1, 2.2),
    "were": Choice("was were", "was", 1, 2.2),
    "has": Choice("has have", "have", -1, 2.0),
    "have": Choice("has have", "has", 1, 2.4),
}
_BEFORE_PLURAL = re.compile(
    r"(?:^|[.!?:;]\s|\n)(?:Anyone|Everyone|Everybody|Anybody|Nobody) (?:with|in|from|at|of|on) "
    r"(?:(?!and |who |that |which |whose |if |when |where |to |they |we |you )[\w.'’-]{1,30} ){1,8}$"
)
WIDE = 160
"""Code points before a verb in which a subject like “anyone with …” may begin."""
_PLURAL_VERBS = frozenset({"are", "were", "have"})
_CLAUSE = re.compile(r"[.,;:?!()“”\"—–…•&]|[-/]")
REACH = 30
"""Code points before has in which what wants an infinitive may stand."""
LONGEST = 5
"""Tokens of a subject that is looked at."""


def find(article: Article) -> Iterator[Finding]:
    """Yield each verb whose subject stands right before it in the other number."""
    text = reading(article).text
    for verb, span in places(article, CHOICES):
        choice = CHOICES[verb]
        before, after = neighbours(text, *span)
        speaks_for_other = choice.sign * odds(choice.pair, before, after) if _is_plain_subject(before, verb) else 0
        if speaks_for_other >= choice.threshold or _follows_everyone(text, verb, span):
            yield _finding(article, span, choice.other)
        elif verb == "has" and _BEFORE_HAS.search(text, max(0, span.start - REACH), span.start):
            yield _finding(article, span, "have")


def _follows_everyone(text: str, verb: str, span: Span) -> bool:
    """Whether a verb in the plural belongs to “anyone with …” or the like at the beginning of a sentence."""
    before = max(0, span.start - WIDE)
    return verb in _PLURAL_VERBS and _BEFORE_PLURAL.search(text, before, span.start) is not None


def _is_plain_subject(before: Sequence[str], verb: str) -> bool:
    """Whether a clause begins near before the verb, and only articles, nouns and the like stand between."""
    subject: list[str] = []
    opener = "^"
    for token in reversed(before):
        low = token.lower()
        if _CLAUSE.fullmatch(token) or low in words("clause-openers.txt"):
            opener = low
            break
        subject.insert(0, token)
    else:
        if len(before) >= LONGEST:
            return False
    return bool(subject) and _may_disagree(subject, opener, verb)


def _may_disagree(subject: Sequence[str], opener: str, verb: str) -> bool:
    low = [token.lower() for token in subject]
    unsure = words("unsure-subjects.txt")
    if any(token in unsure or token[0].isdigit() for token in low) or opener in ("what", "where", "how", "whose"):
        return False
    if verb == "were" and opener in ("if", "though", "as", "unless", "whether", "that"):
        return False
    if opener in ("that", "which", "who") and len(subject) == 1:
        return False
    last = shape(subject[-1])
    if verb in _PLURAL_VERBS:
        return last not in ("NAME", "NAMES", "O", "S", "ED", "LY", "GEN", "#")
    return last == "PL" and not any(shape(token) == "ING" for token in subject)


def _finding(article: Article, span: Span, other: str) -> Finding:
    written = article.slice(span)
    message = f"The subject seems to want “{other}”, not “{written}”."
    return RULE.finding(article, span, message, confidence=0.8, replacements=(other,))
