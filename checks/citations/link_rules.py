"""The rules on what links lead to, with their examples. They find nothing unless links are asked over the network."""

from __future__ import annotations

from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule
from checks.web import Answer, Outcome

_TIDES = "https://www.harbour-tides.net/tables/2019"
_FOUND = Answer(Outcome.ANSWERED, 200)
_NOT_FOUND = Answer(Outcome.ANSWERED, 404)

DEAD = Rule(
    name="citations/dead-link",
    summary="Flags a link that leads nowhere: page or host is gone, redirects never end, or browsers warn of it.",
    why="The source that is to support a statement cannot be read, and a reader cannot tell whether it ever could.",
    fix="Find the page's new address or an archived copy, cite another source, or take the link out.",
    source="RFC 9110, 15.5.5 and 15.5.11 (404, 410); RFC 8020 (names that do not exist); RFC 9525 (certificates).",
    severity=Severity.WARNING,
    online=True,
    flagged=(
        Example(f"High water came at [[[half past four]({_TIDES})]].", answers={_TIDES: _NOT_FOUND}),
        Example(
            f'<p>High water came at [[<a href="{_TIDES}">half past four</a>]].</p>',
            format=Format.HTML,
            answers={_TIDES: Answer(Outcome.NO_HOST)},
        ),
        Example(
            f"High water came at [[[half past four]({_TIDES})]], the day after at five ([tables]({_TIDES})).",
            note="One address, one finding; the other place is named with it.",
            answers={_TIDES: Answer(Outcome.ASTRAY, 302, "redirects go round in a circle")},
        ),
        Example(
            f"The quay under water: [[![The quay]({_TIDES}.jpg)]]",
            note="A picture that does not load.",
            answers={f"{_TIDES}.jpg": Answer(Outcome.ANSWERED, 410)},
        ),
        Example(
            f"High water came at [[[half past four]({_TIDES})]].",
            answers={_TIDES: Answer(Outcome.INSECURE, reason="certificate has expired")},
        ),
    ),
    passed=(
        Example(f"High water came at [half past four]({_TIDES}).", answers={_TIDES: _FOUND}),
        Example(
            f"High water came at [half past four]({_TIDES}).",
            note="Not known to be dead: see `citations/unchecked-link`.",
            answers={_TIDES: Answer(Outcome.ANSWERED, 403)},
        ),
    ),
)

UNCHECKED = Rule(
    name="citations/unchecked-link",
    summary="Names a link whose host turned the question away or did not answer, so that somebody has to look.",
    why="Many sites refuse programs and serve readers, so this is no sign of a dead link; but nobody has seen it.",
    fix="Open it in a browser. If it is well, leave it out of the next run with citations.links.exclude.",
    source="RFC 9110, 15.5 and 15.6 (4xx and 5xx); RFC 6585 (429): refusals and faults that say nothing of the page.",
    severity=Severity.SUGGESTION,
    online=True,
    flagged=(
        Example(f"High water came at [[[half past four]({_TIDES})]].", answers={_TIDES: Answer(Outcome.ANSWERED, 403)}),
        Example(
            f"High water came at [[[half past four]({_TIDES})]] and [five]({_TIDES}/05).",
            note="One finding for all links that a host answers alike.",
            answers=dict.fromkeys((_TIDES, f"{_TIDES}/05"), Answer(Outcome.SILENT, reason="no answer in 20 seconds")),
        ),
        Example(
            "High water came at [[[half past four](https://ada:pw@www.harbour-tides.net/)]].",
            answers={
                "https://ada:pw@www.harbour-tides.net/": Answer(Outcome.LEFT_OUT, reason="there is a user name in it")
            },
        ),
    ),
    passed=(
        Example(f"High water came at [half past four]({_TIDES}).", answers={_TIDES: _NOT_FOUND}),
        Example(
            f"High water came at [half past four]({_TIDES}).",
            note="For a page that needs a login, or is for members only, the address still says enough.",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/login")},
        ),
    ),
)

MOVED = Rule(
    name="citations/moved-link",
    summary="Flags a link whose page has moved for good, and names its new address.",
    why="Redirects are kept up for some years and then dropped; who links to the new address keeps the source.",
    fix="Look whether the new page is still the source that you mean, and link to it.",
    source="RFC 9110, 15.4.2 and 15.4.9 (301 and 308: clients ought to use the new address).",
    severity=Severity.SUGGESTION,
    online=True,
    flagged=(
        Example(
            f"High water came at [[[half past four]({_TIDES})]].",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://tides.port-office.net/2019", permanent=True)},
        ),
        Example(
            f"High water came at half past four ([[{_TIDES}]]).",
            answers={
                _TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/archive", permanent=True)
            },
        ),
    ),
    passed=(
        Example(
            f"High water came at [half past four]({_TIDES}).",
            note="For the time being only.",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/today")},
        ),
        Example(
            f"High water came at [half past four]({_TIDES}).",
            note="The same address but for its last stroke.",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", f"{_TIDES}/", permanent=True)},
        ),
        Example(
            f"High water came at [half past four]({_TIDES}).",
            note="What readers are asked first, not where the page is.",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/login", permanent=True)},
        ),
    ),
)

HOME_PAGE = Rule(
    name="citations/home-page-redirect",
    summary="Flags a link to a page that ends at a home page or at a page for errors: gone in all but name.",
    why="The link works and yet shows nothing of what is cited. Sites do this when they drop pages.",
    fix="Find the page's new address or an archived copy, or cite another source.",
    source="Bar-Yossef et al., “Sic transit gloria telae” (WWW 2004), on soft 404s.",
    severity=Severity.WARNING,
    online=True,
    flagged=(
        Example(
            f"High water came at [[[half past four]({_TIDES})]].",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/")},
        ),
        Example(
            f"High water came at [[[half past four]({_TIDES})]].",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/page-not-found")},
        ),
    ),
    passed=(
        Example(
            "High water came at [half past four](https://harbour-tides.net/home).",
            note="It was a home page from the beginning.",
            answers={
                "https://harbour-tides.net/home": Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/")
            },
        ),
        Example(
            f"High water came at [half past four]({_TIDES}).",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, "", "https://www.harbour-tides.net/today")},
        ),
    ),
    gaps=(
        Example(
            f"High water came at [[[half past four]({_TIDES})]].",
            note="A page that stays where it is, answers that all is well, and says in words that it is gone.",
            answers={_TIDES: _FOUND},
        ),
    ),
)

DOI_UNKNOWN = Rule(
    name="citations/unresolved-doi",
    summary="Flags a DOI that is registered nowhere: the resolver at doi.org does not know it.",
    why="A DOI is given once and kept for good, so one that is not known is mistyped or made up.",
    fix="Look the work up by its title and copy its DOI. If there is no such work, the source does not exist.",
    source="DOI Handbook, on resolution: doi.org answers 404 for a name that is not registered.",
    severity=Severity.ERROR,
    online=True,
    flagged=(
        Example(
            "Tides slow the Earth ([[[Marsh 2016](https://doi.org/10.5555/tides.2016.99)]]).",
            answers={"https://doi.org/10.5555/tides.2016.99": _NOT_FOUND},
        ),
        Example(
            "Tides slow the Earth (Marsh 2016, [[doi:10.5555/TIDES.2016.99]]).",
            answers={"https://doi.org/10.5555/tides.2016.99": _NOT_FOUND},
        ),
    ),
    passed=(
        Example(
            "Tides slow the Earth ([Marsh 2016](https://doi.org/10.5555/tides.2016.4)).",
            answers={
                "https://doi.org/10.5555/tides.2016.4": Answer(
                    Outcome.ANSWERED, 302, "", "https://journal.port-office.net/a/4"
                )
            },
        ),
        Example(
            "Tides slow the Earth ([Marsh 2016](https://doi.org/10.5555/tides.2016.4)).",
            note="The resolver has a fault; this says nothing of the DOI.",
            answers={"https://doi.org/10.5555/tides.2016.4": Answer(Outcome.ANSWERED, 503)},
        ),
    ),
)

PRIVATE = Rule(
    name="citations/private-link",
    summary="Flags a link to an address that is not public, such as a test server's or an intranet's.",
    why="It works where the article was written and nowhere else.",
    fix="Link to the public page. For an intranet's own readers name the host in citations.links.allow-hosts.",
    source="RFC 6890 (special-purpose addresses) and IANA's registries of them.",
    severity=Severity.WARNING,
    online=True,
    flagged=(
        Example(
            "The tables are [[[on the test server](http://192.168.20.5/tables)]].",
            answers={"http://192.168.20.5/tables": Answer(Outcome.PRIVATE, reason="192.168.20.5 is not public")},
        ),
        Example(
            "The tables are [[[in the wiki](https://wiki.port-office.net/tables)]].",
            answers={"https://wiki.port-office.net/tables": Answer(Outcome.PRIVATE, reason="10.1.2.3 is not public")},
        ),
    ),
    passed=(
        Example("The tables are [here](https://8.8.4.4/tables).", answers={"https://8.8.4.4/tables": _FOUND}),
        Example(f"The tables are [here]({_TIDES}).", answers={_TIDES: _FOUND}),
    ),
)

ANCHOR = Rule(
    name="citations/missing-anchor",
    summary="Flags a link to a place in a page that the page does not have (with citations.links.anchors).",
    why="The reader lands at the top of a long page and has to search for what is cited.",
    fix="Open the page and copy the address of the heading that you mean, or leave out what follows the #.",
    source="HTML Living Standard, “Scrolling to a fragment”.",
    severity=Severity.SUGGESTION,
    online=True,
    flagged=(
        Example(
            f"High water came at [[[half past four]({_TIDES}#may)]].",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, place=False)},
        ),
        Example(
            f'<p>High water came at [[<a href="{_TIDES}#may">half past four</a>]].</p>',
            format=Format.HTML,
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, place=False)},
        ),
    ),
    passed=(
        Example(
            f"High water came at [half past four]({_TIDES}#may).",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200, place=True)},
        ),
        Example(
            f"High water came at [half past four]({_TIDES}#may).",
            note="Not a page of HTML, or too long to tell.",
            answers={_TIDES: Answer(Outcome.ANSWERED, 200)},
        ),
    ),
)

ALL = (DEAD, UNCHECKED, MOVED, HOME_PAGE, DOI_UNKNOWN, PRIVATE, ANCHOR)
