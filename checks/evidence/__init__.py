"""Evidence: what supports a statement, where that stands, and which statements need it.

Citations and superlatives both ask it, and the report shows the answer as the
article's table of claims. Everything is derived once an article. From below:

- `sources`: what an article names, links to, quotes or shows, and whose it is;
- `statements`: what a sentence says, and whether that is a claim at all;
- `support`: what bears statements out, and how far it reaches;
- `wordings`: superlatives, praise and certainties, and what they mean there.

`need` weighs statements by a model, `claims` holds them against their support.
"""

from checks.evidence.claims import Claim, claims, praised
from checks.evidence.need import bars
from checks.evidence.support.reach import reached
from checks.evidence.support.supports import Support
from checks.evidence.support.survey import survey

__all__ = ["Claim", "Support", "bars", "claims", "praised", "reached", "survey"]
