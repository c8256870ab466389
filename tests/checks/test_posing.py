"""What a link leads to decides whether the study that it is called by stands behind a statement."""

from __future__ import annotations

import pytest

from checks.citations import CitationsOptions, run
from checks.evidence import claims
from checks.evidence.sources.links import kind_of
from checks.evidence.sources.naming import misleading
from checks.parsing import parse
from checks.rule import Context

OWN = "https://www.lofoten-naps.net/guide/naps"


@pytest.mark.parametrize(
    ("shown", "target", "leads_to"),
    [
        ("2019 Harvard study", "/guide/hearts", "a page of the same site"),
        ("a study in the Lancet", "https://www.lofoten-naps.net/guide/lancet", "a page of the same site"),
        ("according to NASA", "/guide/nasa", "a page of the same site"),
        ("trial at Stanford", "https://www.pillow-outlet.com/naps", "pillow-outlet.com, a shop"),
        ("Gartner", "https://blog.dozer.io/why", "blog.dozer.io, a blog"),
        ("University of Oslo", "https://dora.substack.com/p/naps", "dora.substack.com, a blog"),
        ("Dozer researchers", "https://www.tiktok.com/@naps/1", "tiktok.com, a social network"),
        ("2019 Harvard study", "https://chatgpt.com/share/naps", "chatgpt.com, a chat assistant"),
        ("Stanford trial", "https://www.google.com/search?q=naps", "google.com, a page of search results"),
        ("section 9 of the Rest Act", "https://youtu.be/nap", "youtu.be, a video"),
        ("General Data Protection Regulation", "https://medium.com/@dora/gdpr", "medium.com, a blog"),
        ("WHO sleep guideline", "https://www.tiktok.com/@naps/1", "tiktok.com, a social network"),
        ("World Health Organization's sleep guideline", "https://youtu.be/nap", "youtu.be, a video"),
        ("the FDA's drug label", "https://www.pillow-outlet.com/naps", "pillow-outlet.com, a shop"),
        ("NHS nap leaflet on beds", "https://medium.com/@dora/naps", "medium.com, a blog"),
        ("CDC sleep statistics, 2021", "https://www.tiktok.com/@naps/1", "tiktok.com, a social network"),
        ("Nap Keepers Association bed standard", "https://www.tiktok.com/@naps/1", "tiktok.com, a social network"),
        ("the Rest Trust's rest recommendations", "https://youtu.be/nap", "youtu.be, a video"),
        ("the clinical studies", "/shop/pillows", "the same site, a shop"),
        ("clinical trials", "https://www.pillow-outlet.com/naps", "pillow-outlet.com, a shop"),
        ("Dozer documentation", "https://medium.com/@dora/naps", "medium.com, a blog"),
        ("Dozer manual on naps", "https://www.reddit.com/r/naps", "reddit.com, a social network"),
        ("Lund et al. 2019", "https://youtu.be/nap", "youtu.be, a video"),
        ("Lund & Berg (2019a)", "https://www.pillow-outlet.com/naps", "pillow-outlet.com, a shop"),
        ("New York Times", "https://www.theguardian.com/naps", "theguardian.com"),
        ("the Washington Post", "https://www.nytimes.com/naps", "nytimes.com"),
        ("www.nhs.uk", "https://www.pillow-outlet.com/nhs", "pillow-outlet.com"),
        ("nhs.uk", "https://www.pillow-outlet.com/naps", "pillow-outlet.com"),
    ],
)
def test_a_link_that_poses_as_a_source_misleads(shown: str, target: str, leads_to: str) -> None:
    message, sure = misleading(shown, target, OWN)
    assert message.endswith(f"but the link leads to {leads_to}.")
    assert 0.5 < sure < 1


@pytest.mark.parametrize(
    ("shown", "target", "own"),
    [
        ("2019 Harvard study", "https://www.hsph.harvard.edu/naps", OWN),
        ("2019 Harvard study", "/files/harvard-naps.pdf", OWN),
        ("Stanford study", "https://medium.com/@stanford/naps", OWN),
        ("Moz study", "https://moz.com/blog/naps", OWN),
        ("Dozer study", "/guide/our-study", OWN),
        ("according to the CDC", "/flu/2019", ""),
        ("How a Harvard Study Was Made", "/guide/harvard-study", OWN),
        ("our own study", "/guide/study", OWN),
        ("Housing Act 1988", "/guide/housing-act", OWN),
        ("a video of the trial", "https://youtu.be/nap", OWN),
        ("FDA drug label", "https://dailymed.nlm.nih.gov/dailymed/naps", OWN),
        ("WHO sleep guideline", "https://www.youtube.com/c/WHO/naps", OWN),
        ("Nap Keepers Association bed standard", "https://www.napkeepers.org/standard", OWN),
        ("Nap Keepers Association bed standard", "https://www.youtube.com/c/napkeepersassociation", OWN),
        ("Bed standard", "https://youtu.be/nap", OWN),
        ("How the Rest Trust sets standards", "https://youtu.be/nap", OWN),
        ("WHO video on guidelines and naps", "https://youtu.be/nap", OWN),
        ("clinical trials", "https://clinicaltrials.gov/study/NCT01234567", OWN),
        ("Dozer documentation", "https://medium.com/dozer/naps", OWN),
        ("Lund et al. 2019", "https://doi.org/10.1000/182", OWN),
        ("New York Times", "https://en.wikipedia.org/wiki/The_New_York_Times", OWN),
        ("New York Times", "https://www.nytimes.com/naps", OWN),
        ("www.nhs.uk", "https://web.archive.org/web/2020/https://www.nhs.uk/naps", OWN),
        ("nhs.uk", "https://l.example.com/?to=https%3A%2F%2Fwww.nhs.uk%2Fnaps", OWN),
        ("dozernaps.com", "https://www.etsy.com/shop/dozernaps", OWN),
        ("main.rs", "https://www.rust-lang.org/naps", OWN),
    ],
)
def test_a_link_that_may_be_what_it_is_called_does_not(shown: str, target: str, own: str) -> None:
    assert misleading(shown, target, own) == ("", 0)


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        ("A [2019 Harvard study](/guide/hearts) found that naps cut the risk of a stroke by 37 percent.", False),
        ("Naps cut the risk of a stroke by 37 percent, according to [Gartner](https://blog.dozer.io/why).", False),
        ("A 2019 Harvard study found that naps cut the risk of a stroke by 37 percent ([more](/guide/hearts)).", True),
        ("Naps cut the risk of a stroke by 37 percent ([source](https://chatgpt.com/share/naps)).", False),
        ("Naps cut the risk of a stroke by 37 percent ([study](https://www.bing.com/search?q=naps)).", False),
        ("Naps cut the risk of a stroke by 37 percent ([memo](file:///home/ida/naps.pdf)).", False),
        ("A [2019 Harvard study](https://doi.org/10.1000/182) found that naps cut strokes by 37 percent.", True),
    ],
)
def test_the_name_in_such_a_link_is_no_support_but_one_in_the_words_around_is(
    sentence: str, *, supported: bool
) -> None:
    [claim] = claims(parse(f"# Naps\n\n{sentence}\n", name="naps.md", url=OWN))
    assert claim.supported is supported


@pytest.mark.parametrize("address", ["/shop", "/shop/", "https://www.dozer.io/store"])
def test_the_front_of_a_store_is_a_shop(address: str) -> None:
    assert kind_of(address, OWN) == "shop"


def misled(source: str) -> list[str]:
    """Return what is said of links that mislead in a text."""
    found = run(parse(source), Context(CitationsOptions()))
    return [one.message for one in found if one.rule == "citations/misleading-link"]


def test_a_name_on_the_address_of_another_that_is_named_beside_it_misleads() -> None:
    nap = "[Nap Keepers Bureau](https://www.mybeds.co.uk/) and [MyBeds](https://www.mybeds.co.uk/)"
    [message] = misled(f"Two offices keep lists: the {nap}.")
    assert message == (
        "The text names Nap Keepers Bureau, but the link leads to the address of MyBeds, which is named beside it."
    )


@pytest.mark.parametrize(
    "links",
    [
        "[My Beds Bureau](https://www.mybeds.co.uk/) and [Rest](https://www.rest.org/)",
        "[Nap Keepers Bureau](https://www.nkb.org/) and [NKB](https://www.nkb.org/)",
        "[what a bureau does](https://www.mybeds.co.uk/bureau) and [MyBeds](https://www.mybeds.co.uk/)",
        "[Nap Keepers Bureau](https://www.mybeds.co.uk/). It is larger than [MyBeds](https://www.mybeds.co.uk/)",
    ],
)
def test_other_names_on_one_address_may_belong_there(links: str) -> None:
    assert misled(f"Offices keep lists: the {links}.") == []
