"""The rules on identifiers and links, with their examples."""

from __future__ import annotations

from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule

DOI = Rule(
    name="citations/malformed-doi",
    summary=(
        "Flags a DOI, shown or linked to, that cannot be right by its form: a wrong prefix, no suffix, a letter for a "
        "digit."
    ),
    why="The DOI is how a reader finds the work. One wrong character leads nowhere or to another work.",
    fix="Copy the DOI again from the publisher's page and follow it once.",
    source="DOI Handbook, 2.2 (syntax: 10.prefix/suffix).",
    severity=Severity.ERROR,
    flagged=(
        Example("The trial is registered and published (doi: [[11.1016/j.cell.2020.01.001]])."),
        Example("The trial is [[[published](https://doi.org/10.1016)]].", note="Where the link leads."),
        Example("The trial is published (doi: [[10.1016/]]).", note="Nothing stands behind the stroke."),
        Example("The trial is published: [[10.1O16/j.cell.2020.01.001]].", note="The letter O, not a nought."),
        Example("The trial is published: [[10.1016/j.cell.2020.XXXXX]].", note="The rest is still to come."),
        Example("The trial is published (doi: [[10.1016/j.cell.2020/]]).", note="The end is missing."),
    ),
    passed=(
        Example("The trial is published (doi: 10.1016/j.cell.2020.01.001)."),
        Example(
            "The trial is [published](https://www.cell-papers.com/doi/10.1016/j.cell.2020.01.001/).",
            note="A publisher's own address may end in a slash.",
        ),
        Example("The trial is published (doi: 10.1016/jO.lI.2020.01.001)."),
        Example("The DOI 2019 budget is with the Department of the Interior, says [DOI](https://www.doi.gov/budget)."),
    ),
)

IDENTIFIER = Rule(
    name="citations/malformed-identifier",
    summary=(
        "Flags an ISBN, ISSN, arXiv, PubMed or trial number, shown or linked to, that cannot be right by its form: a "
        "wrong check digit or number of digits, a month that there is not."
    ),
    why="The number is how a reader finds the work. One wrong digit leads nowhere or to another work.",
    fix="Copy the number again from the work itself or from its publisher's page.",
    source=(
        "ISO 2108 and ISO 3297 (check digits of ISBN and ISSN); arXiv, “Understanding the arXiv identifier”; National "
        "Library of Medicine on PMIDs; ClinicalTrials.gov on its numbers."
    ),
    severity=Severity.ERROR,
    flagged=(
        Example("See the handbook, ISBN [[978-0-306-40615-8]], for the method."),
        Example("It appeared in Insect Letters (ISSN [[0378-5956]])."),
        Example("The proof is in arXiv:[[1402.71]], section 3, and in PMID [[2345678901]]."),
        Example("The proof is in arXiv:[[1513.07160]], and the test in [[NCT0123456]].", note="There is no month 13."),
        Example("See the handbook, ISBN [[978-0-306-4061-7]], for the method.", note="A digit is missing."),
    ),
    passed=(
        Example("See the handbook, ISBN 978-0-306-40615-7, for the method."),
        Example("It appeared in Insect Letters (ISSN 0378-5955, PMID: 23456789)."),
        Example("The proof is in arXiv:1502.07160v2. An older one is in arXiv:math.GT/0309136."),
    ),
)

URL = Rule(
    name="citations/malformed-url",
    summary="Flags a web address that no browser can follow: a broken or doubled scheme, no host, white space inside.",
    why="A source that cannot be opened is no source.",
    fix="Open the page, copy its address from the browser and put it in place.",
    source="RFC 3986, section 3 (syntax of a URI) and RFC 9110, section 4.2 (http and https).",
    severity=Severity.ERROR,
    flagged=(
        Example("The [[[yearbook](htp://www.agriculture.gov/yearbook)]] lists all crops."),
        Example("The [[[yearbook](file:///C:/crops/yearbook.pdf)]] lists all crops."),
        Example("The [[[yearbook](http://https://www.agriculture.gov/yearbook)]] lists all crops."),
        Example("Ask the [[[desk](http://@yearbook)]] for the list of crops."),
    ),
    passed=(
        Example(
            "The [yearbook](https://www.agriculture.gov/yearbook) lists all crops, and the [map](/maps/2016) shows "
            "them."
        ),
        Example("Write to [us](mailto:desk@example.org), call [us](tel:+4612345) or see [below](#contact)."),
        Example("The server answers at http://my_server/crops on your own machine.", note="An example, spelled out."),
    ),
)

EMPTY_LINK = Rule(
    name="citations/empty-link",
    summary="Flags a link without an address, one whose address is not defined, and a link without any text to click.",
    why="The reader is promised a source and gets nothing; screen readers announce a link without a name.",
    fix="Give the link its address and its text, or remove it.",
    source="WCAG 2.2, success criterion 2.4.4 (link purpose).",
    severity=Severity.WARNING,
    flagged=(
        Example("All crops are in the [[[yearbook]()]]."),
        Example(
            "All crops are in the [[[yearbook][crops]]], and bees are in the [census].\n\n[Crops]: ",
            note="Not defined.",
        ),
        Example('<p>All crops are in the [[<a href="">yearbook</a>]].</p>', format=Format.HTML),
        Example("All crops are counted as the [[[yearbook](#)]] describes.", note="Still to come."),
    ),
    passed=(
        Example("All crops are in the [yearbook](https://www.agriculture.gov/yearbook)."),
        Example("Read on, or go [back to the top](#)."),
        Example("All crops are in the [yearbook][1].\n\n[1]: https://www.agriculture.gov/yearbook\n"),
        Example(
            '<p>All crops <a id="crops"></a>are in the yearbook.</p>', format=Format.HTML, note="An anchor, not a link."
        ),
    ),
)

MISLEADING_LINK = Rule(
    name="citations/misleading-link",
    summary=(
        "Flags a link whose text is a web address, somebody's report or the number of a work while it leads to another "
        "site or work, and one that names a study, a publisher or a law and leads to a shop, a blog, a video or a page "
        "of the same site."
    ),
    why="The reader believes to see one source and is taken to another.",
    fix="Make text and address agree.",
    source="WCAG 2.2, success criterion 2.4.4 (link purpose); a common sign of copied or tampered links.",
    severity=Severity.WARNING,
    flagged=(
        Example("All crops are at [[[www.agriculture.gov](https://crop-deals.example.com/?ref=7)]]."),
        Example("See [[[https://doi.org/10.1000/182](https://shop.example.org/book)]] for the method."),
        Example("A [[[WHO report](https://www.miracle-herbs.net/blog/sleep)]] counts the cases."),
        Example("A [[[study in the Lancet](https://doi.org/10.1038/s41586-019-0001-1)]] counts the cases."),
        Example("The [[[EPA guide to indoor air](https://www.amazon.com/dp/B0FAN)]] lists the filters."),
        Example("A [[[WHO handbook](https://www.miracle-herbs.net/doses.pdf)]] lists the doses."),
        Example("Read the [[[Bee Keepers Association's honey standard](https://www.tiktok.com/@hive/1)]] first."),
        Example(
            "Ask the [[[Bee Keepers Bureau](https://www.hivebase.net/)]] or [HiveBase](https://www.hivebase.net/).",
            note="The address of another.",
        ),
        Example(
            "The [[[Bee Keepers Register](https://www.amazon.com/dp/B0HIVE)]] counts the hives.",
            note="An office, and a shop.",
        ),
        Example("The [[[Bee Keepers Trust](https://www.amazon.com/dp/B0HIVE)]] counts the hives."),
        Example("The [[[World Health Organization](https://www.tea-shop.net/sleep)]] counts the cases."),
        Example("According to a [[[peer-reviewed study](https://www.youtube.com/watch?v=b33)]] bees sleep."),
        Example("All parts are on [[[Hivewell's website](https://www.amazon.com/dp/B0FAN)]]."),
        Example(
            "A [[[2019 Harvard study](/blog/naps-and-hearts)]] counts the naps.", note="The site is no witness of it."
        ),
        Example("Half of them nap, says the [[[University of Oslo](https://medium.com/@dora/naps)]]."),
        Example("The [[[Working Time Regulations 1998](https://www.youtube.com/watch?v=nap)]] grant a break."),
        Example("It was shown once ([[[doi:10.1000/182](https://doi.org/10.1000/281)]])."),
    ),
    passed=(
        Example("A [WHO report](https://iris.who.int/handle/10665/1) counts the cases."),
        Example(
            "A [WHO handbook](https://www.harbor-clinic.org/files/WHO-handbook.pdf) lists the doses.", note="A copy."
        ),
        Example("A [study in the Lancet](https://doi.org/10.1016/S0140-6736(19)30001-1) counts the cases."),
        Example("A [CDC survey](https://web.archive.org/web/2019/https://www.cdc.gov/sleep) counts the cases."),
        Example("The [NASA-funded study](https://www.colorado.edu/sleep) counts the cases.", note="Not by NASA."),
        Example("The [WHO](https://en.wikipedia.org/wiki/World_Health_Organization) counts the cases."),
        Example("The [Bee Keepers Register](https://www.bkr.org.uk/hives) counts the hives."),
        Example("The [Bee Keepers Trust](https://shop.beekeeperstrust.org/hives) sells hives.", note="Its own shop."),
        Example("A talk at [NASA](https://www.youtube.com/c/nasa/videos) shows the dunes.", note="Its own channel."),
        Example("A [2019 Stanford study](https://medium.com/@stanford/naps) counts the naps.", note="Its own blog."),
        Example("A [Harbor Foods survey](/surveys/2019) counts the naps.", note="Whoever writes may be Harbor Foods."),
        Example("A [Harvard study](https://www.the-tide-times.com/2019/naps) counts the naps.", note="A report on it."),
        Example("All crops are at [www.agriculture.gov](https://agriculture.gov/crops)."),
        Example("All crops are in the [yearbook](https://www.agriculture.gov/yearbook)."),
    ),
)
