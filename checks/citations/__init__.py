"""Citations: claims without a source, sources without a claim, and broken references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from checks.article import Article
from checks.citations import link_rules, rules
from checks.citations.addresses import addresses
from checks.citations.followed import followed
from checks.citations.identifiers import identifiers
from checks.citations.link_options import LinkOptions
from checks.citations.linked import linked
from checks.citations.severed import severed
from checks.citations.statements import statements
from checks.citations.works import works
from checks.evidence.need import bars
from checks.finding import Finding
from checks.rule import Check, Context, Options


class CitationsOptions(Options):
    """Settings of the citations check."""

    standard: Literal["auto", "strict", "usual"] = Field(
        default="auto",
        description="What claims are held to. strict: more of those without a source are reported, and as errors where "
        "that is sure; auto: strict in articles on health, law or money.",
    )
    least_need: float = Field(
        default=0,
        ge=0,
        le=1,
        description="Score from 0 to 1 from which a sentence without a source in reach is reported; "
        "0 leaves that to the kind of text and the standard.",
    )
    links: LinkOptions = Field(
        default_factory=LinkOptions, description="Whether links still lead somewhere, asked over the network."
    )


def run(article: Article, context: Context[CitationsOptions]) -> Iterator[Finding]:
    """Yield findings on the claims, quotations, references and addresses of an article."""
    yield from statements(article, context.options.least_need or None, strict=_is_strict(context.options))
    yield from works(article)
    yield from addresses(article)
    yield from identifiers(article)


def begin(article: Article, context: Context[CitationsOptions]) -> None:
    """Have the web asked where the links of an article lead, if it is to be asked."""
    if context.web is not None:
        context.web.expect(linked(article, context.options.links))


def finish(article: Article, context: Context[CitationsOptions]) -> Iterator[Finding]:
    """Yield findings on where the links of an article lead, if it was asked."""
    if context.web is None:
        return
    found = []
    for one in followed(article, context.options.links, context.web):
        found.append(one)
        yield one
    bar = context.options.least_need
    least = (bar,) * len(article.sentences) if bar else bars(article, strict=_is_strict(context.options))
    yield from severed(article, found, least)


def _is_strict(options: CitationsOptions) -> bool | None:
    return None if options.standard == "auto" else options.standard == "strict"


CHECK = Check(
    name="citations",
    summary="Claims that need a source and have none, quotations without a speaker, and references that lead nowhere.",
    rules=rules.ALL + link_rules.ALL,
    options=CitationsOptions,
    run=run,
    begin=begin,
    finish=finish,
)
