"""Laws: where in the law something stands, cited well enough for a reader to look it up.

A section of an act or a code, a case by its report, a public law or a directive
by its number. An act that is merely named says what it orders, not what came of it.
Sources of the forms: Oxford University Standard for the Citation of Legal
Authorities; The Bluebook; the Interinstitutional Style Guide of the European Union.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.article import Article, once
from checks.position import Span
from checks.tokens import vocabulary

_YEAR = r"(?:1[789]|20)\d\d"
_CASE = re.compile(rf"\[{_YEAR}\] (?:\d{{1,2}} )?[A-Z][A-Za-z]{{1,6}}(?: [A-Z][a-z]{{2,5}})? \d{{1,4}}\b")
_REPORTED = re.compile(
    r"\b\d{1,3} (?:U\.S\.C\.?|C\.F\.R\.|U\.S\.|S\. ?Ct\.|F\.(?: ?Supp\.)?(?: ?[23]d)?|Fed\. Reg\.) "
    r"(?:§§? ?)?\d{1,5}"
    r"|\b\d{1,3} (?:CFR|C\.F\.R\.) (?:(?:[Pp]art|[Ss]ection|§§?) ?)?\d{1,4}(?:\.\d{1,5})?"
    # Without a sign of a section "24 USC 17" is how a game ended.
    r"|\b\d{1,2} USC (?:§§? ?\d{1,5}|\d{3,5})\b"
)
_PUBLIC = re.compile(r"Pub(?:lic|\.) L(?:aw|\.)(?: No\.)? \d{1,3}-\d{1,4}")
_UNION = re.compile(r"(?:Directive|Regulation) (?:\((?:EU|EC|EEC)\) )?(?:No\.? )?\d{1,4}/\d{1,4}(?:/E[CU])?")
_ACTS = ("Act", "Code", "Constitution", "Regulation", "Directive", "Convention", "Treaty", "Charter", "Statute", "GDPR")
_SECTION = re.compile(
    r"\b(?:[Ss]ection|[Aa]rticle|Rule) \d{1,4}[A-Za-z]?(?:\(\w{1,3}\)){0,3} of (?:the )?(?=[A-Z])[\w' ]{0,60}?"
    rf"\b(?:{'|'.join(_ACTS)})s?\b(?:,? (?:of )?{_YEAR})?"
)
_DOCKET = re.compile(
    # A case by the register of a court in Germany or by its number there: 8 AZR 4/21, C-131/12.
    r"\b(?:\d{1,2} |[IVX]{1,4} )[A-Z][A-Za-z]{0,4} \d{1,4}/\d{2}\b|\b[CTF][-‑]\d{1,4}/\d{2}\b"
)
_REPORTS = ("U.S.C", "C.F.R.", "S. Ct.", "S.Ct.", "F.2d", "F.3d", "F. Supp", "Fed. Reg.", " CFR ", " USC ")
_PART = r"(?:\(\w{1,3}\)){0,3}"
_CODE = re.compile(
    # A code by its letters: § 14 Abs. 2 KSchG, Art. 9 GDPR.
    rf"(?:§§? ?|\bArt(?:\.|icle|ikel)? )\d{{1,4}}[a-z]?{_PART}"
    r"(?:,? (?:Abs\.|Absatz|Satz|Nr\.|para\.?) ?\d{1,3}){0,3} (?:of the )?[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,8}[A-ZÄÖÜ]\b"
)
_PLACE = (
    r"\b(?:[Ss]ections? |[Ss]chedule |[Rr]egulations? |[Aa]rticles? |[Pp]art |[Pp]ara(?:graph|\.)? |ss?\.? ?|regs?\.? ?"
    rf"|[Rr]ule |r\.? ?|[Ss]ch\.? )\d{{1,4}}[A-Z]{{0,2}}{_PART}"
)
_NAMED = (
    r"[A-Z][\w'’()-]{1,20} (?:(?:[A-Z(][\w'’()-]{1,20},?|and|of|for|to|the|etc\.?) ){0,9}"
    rf"(?:Act|Order|Regulations|Rules|Code|Ordinance),? (?:of )?{_YEAR}"
)
_ACT = re.compile(
    # As lawyers in Britain write it, s 9(2) Allotments Act 1950, and as others do, Allotments Act 1950, s. 9.
    rf"{_PLACE},? (?:of )?(?:the )?{_NAMED}\b|\b{_NAMED}(?: \([^()\n]{{2,30}}\))?,? (?:at )?{_PLACE}"
)
_RULE = re.compile(r"\bRule \d{1,3}[A-Za-z]{1,2}\d?-\d{1,2}\b")
"""Of the United States' securities regulation."""
_TRIED = re.compile(
    r"\b(?:[A-Z][\w'’&.-]{1,20} (?:(?:[A-Z][\w'’&.-]{1,20}|and|of|for|the) ){0,5})"
    rf"vs?\.? (?:the )?[A-Z][\w'’&.-]{{1,20}}(?: (?:[A-Z][\w'’&.-]{{1,20}}|and|of|for|the)){{0,5}},? \({_YEAR}\)"
)
"""A case by its parties and its year: Hargreaves v Dell (1931). A game is given with its score, or a date."""
_DATED = tuple(
    f"{name}{behind}" for name in ("Act", "Order", "Regulations", "Rules", "Code", "Ordinance") for behind in " ,"
)
_REFERRED = re.compile(rf"\((?:[Ss]ee )?{_PLACE}\)")
"""A place in an act that is cited elsewhere in the text: (section 214)."""
_YEARS = (" 17", " 18", " 19", " 20")
_FORMS = (
    (_CODE, {"§", "art", "article", "artikel"}, ("§", "Art")),
    (_ACT, {"act", "order", "regulations", "rules", "code", "ordinance"}, _DATED, _YEARS),
    (_CASE, {"["}, ("[1", "[2")),
    (_REPORTED, {"u", "c", "s", "f", "fed", "cfr", "usc"}, (*(f" U.S. {digit}" for digit in range(1, 10)), *_REPORTS)),
    (_DOCKET, {"/"}, ("court", "Court", "ruling", "judgment")),
    (_PUBLIC, {"public", "pub"}, ("Public Law", "Pub. L")),
    (_RULE, {"rule"}, ("Rule 1",), ("-",)),
    (_TRIED, {"v", "vs"}, (" v ", " v. ", " vs ", " vs. "), (" (1", " (2")),
    (_UNION, {"directive", "regulation"}, ("Directive ", "Regulation "), ("/",)),
    (_SECTION, {"section", "article", "rule"}, ("ection ", "rticle ", "Rule "), _ACTS),
)
"""Each form with the tokens, and the signs, of which one must stand somewhere in a text for it to be looked for."""


@once
def cited_laws(article: Article) -> tuple[Span, ...]:
    """Return the citations of law in an article."""
    text, seen = article.text, vocabulary(article)
    forms = [pattern for pattern, words, *signs in _FORMS if not words.isdisjoint(seen) and _holds_all(text, signs)]
    found = [Span(*match.span()) for pattern in forms for match in pattern.finditer(text)]
    first = min((one.start for one in found), default=len(text))
    return (*found, *(Span(*match.span()) for match in _REFERRED.finditer(text, first)))


def _holds_all(text: str, signs: Iterable[Sequence[str]]) -> bool:
    return all(any(sign in text for sign in them) for them in signs)
