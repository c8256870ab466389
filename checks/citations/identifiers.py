"""Identifiers: DOIs, ISBNs, ISSNs, arXiv and PubMed numbers that cannot be right by their form."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from checks.article import Article, MarkKind
from checks.citations.address_rules import DOI, IDENTIFIER
from checks.evidence.sources.identifiers import Identifier, identified
from checks.evidence.sources.identifiers import identifiers as found
from checks.evidence.sources.links import fault_in
from checks.finding import Finding
from checks.rule import Rule

SURE = {"DOI": 0.9, "arXiv": 0.9}
SURE_OTHERWISE = 0.95


def identifiers(article: Article) -> Iterator[Finding]:
    """Yield a finding for each identifier, shown or linked to, that cannot be right by its form."""
    told = set()
    for one in identified(article):
        if one.fault:
            told.add(one.key)
            yield _rule(one).finding(article, one.span, one.fault, confidence=SURE.get(one.kind, SURE_OTHERWISE))
    for mark in article.marks:
        if mark.kind is MarkKind.LINK:
            for one in found(unquote(mark.target)):
                if one.fault and one.key not in told and not fault_in(mark.target):
                    yield _rule(one).finding(
                        article,
                        None,
                        one.fault,
                        confidence=SURE.get(one.kind, SURE_OTHERWISE),
                        source_span=mark.source,
                    )


def _rule(identifier: Identifier) -> Rule:
    return DOI if identifier.kind == "DOI" else IDENTIFIER
