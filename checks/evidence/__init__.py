"""Evidence: what supports a statement, where that stands, and which statements need it.

Citations and superlatives both ask it, and the report shows the answer as the
article's table of claims. Everything is derived once an article.
"""

from checks.evidence.claims import Claim, claims, praised
from checks.evidence.need import bars
from checks.evidence.reach import reached
from checks.evidence.supports import Support
from checks.evidence.survey import survey

__all__ = ["Claim", "Support", "bars", "claims", "praised", "reached", "survey"]
