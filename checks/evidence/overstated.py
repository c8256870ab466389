"""Overstated: claims whose wording is what an editor would mend first, though it is no finding of its own.

"There is no risk in going to court" is about the law, but no law settles it. Where
a sentence is asked for a source anyhow, half a doubt of its wording is enough to
tell what would help.
"""

from __future__ import annotations

from checks.article import Article
from checks.evidence.reasons import Reason
from checks.evidence.wordings.excuses import is_excused
from checks.evidence.wordings.wording import candidates, praising
from checks.tokens import tokens

DOUBTED = 0.3
"""Share of praise from which the wording of a claim is told as what is wrong with it: by reading, for it takes none."""

_SAID = {
    "absolute": ("leaves no room for exceptions", "say how often it holds, for whom and by what evidence"),
    "judged": ("ranks its subject above all others", "say who ranked it and by what measure, or drop the ranking"),
}
"""By section of the lists of wordings, what is said of such a claim, and what would settle it."""


def overstated(article: Article, sentence: int) -> Reason | None:
    """Return by which words a claim says more than any source could bear out; None where it does not."""
    if praising(article, sentence) < DOUBTED:
        return None
    column = tokens(article)
    for one in candidates(column.words, column.sentences[sentence]):
        kind = one.hit.section
        if kind in _SAID and not one.plain and not is_excused(article, column, one.hit, sentence, kind):
            words, settles = _SAID[one.hit.section]
            shown = article.slice(column.span(one.hit.first, one.hit.stop))
            return Reason(f"{words} (“{shown}”)", settles, 0.0, one.hit.section)
    return None
