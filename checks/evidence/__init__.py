"""Evidence: what supports a statement, where that stands, and which statements need it.

Citations and superlatives both ask it, and the report shows the answer as the
article's table of claims. Everything is derived once an article. From below:

- `sources`: what an article names, links to, quotes or shows, and whose it is;
- `statements`: what a sentence says, and whether that is a claim at all;
- `support`: what bears statements out, and how far it reaches;
- `wordings`: superlatives, praise and certainties, and what they mean there.

`need` weighs statements by a model, `claims` holds them against their support.

What is asked of every word decides how long an article takes, so it is asked
once: the phrases of all lists are looked for together (`sources.heard`), what a
word weighs or looks like stands in one small table that fills with the words
that are met (`checks.known`), and rare patterns are tried only where a word
stands that they need. What costs more is found out for single sentences, when
somebody asks for it (`once_each`).
"""

from checks.evidence.claims import Claim, claims, praised
from checks.evidence.need import bars
from checks.evidence.support.reach import reached
from checks.evidence.support.supports import Support
from checks.evidence.support.survey import survey

__all__ = ["Claim", "Support", "bars", "claims", "praised", "reached", "survey"]
