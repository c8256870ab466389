"""The rules of the citations check, with their examples."""

from __future__ import annotations

from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule

NO_SOURCES = Rule(
    name="citations/no-sources",
    summary="Flags an article that makes several claims and supports none of them.",
    why="A reader who doubts one statement cannot check any. This is the first thing an editor sends back.",
    fix="Work through the claims listed, the ones that most need a source first: cite a study, report or person, or cut the claim.",
    source="Society of Editors' and fact-checkers' practice: each checkable statement has a source (e.g. the Verification Handbook, ch. 1).",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "# Sleep and memory\n\nShort sleep doubles the risk of depression in adults over 50. Deep sleep clears toxic proteins from "
            "the brain, which prevents dementia.\n\nNaps of 20 minutes improve test scores by 15 percent. They also reduce blood pressure "
            "in patients with heart disease."
        ),
        Example(
            "The ferry sank in 1897 and 212 passengers died. It had been built in Glasgow in 1889 and was sold twice before the accident. "
            "The company paid 40,000 pounds to the families and went bankrupt in 1899.",
            format=Format.PLAIN,
        ),
    ),
    passed=(
        Example(
            "Short sleep doubles the risk of depression in adults over 50 ([Lindqvist 2018](https://doi.org/10.1000/sleep.2018.4)). Naps of 20 "
            "minutes improve test scores by 15 percent. They also reduce blood pressure in patients with heart disease."
        ),
        Example(
            "I painted the shed last weekend. Next month I want to lay a path to the gate. What color would you choose?"
        ),
    ),
)

MISSING = Rule(
    name="citations/missing-citation",
    summary="Flags a statement that a reader could doubt and that has no source in reach.",
    why="Results, causes, numbers and history are believed when they can be checked. Without a source the reader has only your word.",
    fix="Cite the study, report, law or person that it comes from, in this sentence or at the end of the paragraph; or say less.",
    source="Wikipedia's verifiability policy and “When to cite”; news fact-checking manuals (AP, Poynter).",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "Many gardens have a pond.\n\n[[In 2016 the harvest fell by 38 percent because of a late frost.]] The year after was better; see the "
            "ministry's report.\n\nThe [yearbook](https://www.agriculture.gov/yearbook) lists all crops."
        ),
        Example(
            "The sensor costs 20 euros, says the [maker](https://example-sensors.org/price).\n\n"
            "[[Regular use of the device reduces the risk of stroke in patients with diabetes by a third.]]"
        ),
    ),
    passed=(
        Example(
            "In 2016 the harvest fell by 38 percent because of a late frost ([ministry report](https://www.agriculture.gov/2016))."
        ),
        Example(
            "In 2016 the harvest fell by 38 percent. The loss was the largest since 1956.[^1]\n\n[^1]: Ministry of Agriculture, Yearbook 2016.",
            note="The marker at the end covers the paragraph.",
        ),
        Example("Did the harvest really fall by 38 percent in 2016?", note="A question claims nothing."),
        Example(
            "We moved to the coast when I was nine. I hated the wind at first. My sister liked it and learned to sail. Now I would "
            "not live anywhere else.",
            note="The author's own experience.",
        ),
        Example(
            "In this article we look at what causes late frost and how growers reduce its damage.",
            note="It describes the article.",
        ),
    ),
)

VAGUE = Rule(
    name="citations/vague-attribution",
    summary="Flags wording that points to a source without naming one, such as “research suggests” or “experts say”.",
    why="It borrows authority that nobody can check, and often hides that the writer has no source at all.",
    fix="Name the study or the person and link to it; if there is none, make the statement your own or drop it.",
    source="Wikipedia, Manual of Style, “Unsupported attributions”; AP Stylebook on anonymous sources.",
    severity=Severity.WARNING,
    flagged=(
        Example("[[Recent studies suggest]] that singing lowers blood pressure."),
        Example(
            "[[Experts say]] the old bridge will not last another winter, and the town has no money for a new one."
        ),
        Example("Cold baths [[are widely believed to]] strengthen the immune system."),
    ),
    passed=(
        Example("A 2019 study by researchers at Uppsala University found that singing lowers blood pressure."),
        Example("[Recent studies](https://doi.org/10.1000/choir.7) suggest that singing lowers blood pressure."),
        Example("Do studies suggest that singing lowers blood pressure?"),
    ),
)

QUOTATION = Rule(
    name="citations/unsourced-quotation",
    summary="Flags quoted words when neither a speaker nor a source is named beside them.",
    why="A quotation is a promise that somebody said exactly this. The reader must learn who.",
    fix="Name who said it and where, or write it in your own words without quotation marks.",
    source="AP Stylebook and Chicago Manual of Style on attributing quotations.",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "The room went quiet. [[“Nobody has ever walked out of this valley in winter and lived.”]] Then the wind began."
        ),
        Example(
            "Patience pays.\n\n> [[“A garden is never finished, and whoever says otherwise has never owned one.”]]\n\nStart with the soil."
        ),
    ),
    passed=(
        Example("“Nobody has ever walked out of this valley in winter and lived,” said Marta Iversen, the ranger."),
        Example(
            "The mayor put it like this:\n\n> A garden is never finished, and whoever says otherwise has never owned one."
        ),
        Example("We call this “the long way round” at home.", note="A term, not somebody's words."),
    ),
)

DANGLING = Rule(
    name="citations/dangling-reference",
    summary="Flags a reference marker in the text that has no entry in the list of references.",
    why="The reader follows the marker and finds nothing. The source was dropped, renumbered or never written down.",
    fix="Add the entry, or correct the number or name in the marker.",
    source="Council of Science Editors, Scientific Style and Format: each citation matches one reference.",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "Bees see ultraviolet light [[(Okafor, 2014)]]. They also feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n"
            "- Brandt, M., & Lee, S. (2016). Static fields and foraging. Insect Letters, 12, 4–9."
        ),
        Example(
            "<p>Bees see ultraviolet light<sup>[[2]]</sup>. They feel electric fields<sup>1</sup>.</p><h2>References</h2>"
            "<ol><li>Brandt M. Static fields and foraging. Insect Letters 2016.</li></ol>",
            format=Format.HTML,
        ),
        Example(
            "Bees see ultraviolet light [1] and feel electric fields [2].",
            note="No list at all: one finding for the article.",
        ),
    ),
    passed=(
        Example(
            "Bees feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n- Brandt, M., & Lee, S. (2016). Static fields and foraging."
        ),
        Example(
            "The array `a[1]` holds the second value, and 10<sup>3</sup> is a thousand.", note="Code and an exponent."
        ),
    ),
)

UNUSED = Rule(
    name="citations/unused-reference",
    summary="Flags an entry in the list of references that the text never cites.",
    why="Entries that nothing points to make a text look better supported than it is, or show that a citation got lost.",
    fix="Cite it where it supports a statement, move it under “Further reading”, or delete it.",
    source="Council of Science Editors, Scientific Style and Format: each reference is cited.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "Bees feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n- Brandt, M., & Lee, S. (2016). Static fields and foraging.\n"
            "- [[Okafor, A. (2014). Color vision in bees.]]"
        ),
        Example(
            "Bees feel electric fields.\n\n## [[References]]\n\n1. Brandt M. Static fields. 2016.\n2. Okafor A. Color vision. 2014.",
            note="None is cited: one finding, at the heading.",
        ),
    ),
    passed=(
        Example(
            "Bees feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n- Brandt, M., & Lee, S. (2016). Static fields and foraging."
        ),
        Example("Bees feel electric fields.\n\n## Further reading\n\n- Brandt, M. (2016). Static fields and foraging."),
    ),
)

DUPLICATE = Rule(
    name="citations/duplicate-reference",
    summary="Flags an entry in the list of references that repeats an earlier one.",
    why="One source listed twice counts as two, and its markers disagree.",
    fix="Keep one entry and point all markers to it.",
    source="Council of Science Editors, Scientific Style and Format: one entry for one source.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n1. Brandt M. Static fields and foraging. Insect Letters 2016.\n"
            "2. [[Brandt M. Static fields and foraging. Insect Letters, 2016.]]"
        ),
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n1. Brandt M. Static fields. 2016. https://doi.org/10.1000/il.2016.4\n"
            "2. [[Brandt, Martin: Static fields and foraging in bees. doi:10.1000/il.2016.4]]"
        ),
    ),
    passed=(
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n1. Brandt M. Static fields. 2016.\n2. Okafor A. Color vision. 2014."
        ),
        Example("Bees feel fields [1].\n\n## References\n\n1. Brandt M. Static fields and foraging. 2016."),
    ),
)

PLACEHOLDER = Rule(
    name="citations/placeholder-citation",
    summary="Flags a note to add a source later, such as “citation needed”, and citation marks left behind by a chat assistant.",
    why="It tells the reader that the writer knew a source was missing and published anyway.",
    fix="Put the source there, or cut the statement and the note.",
    source="Wikipedia's “citation needed” and the marks that chat assistants leave in pasted text.",
    severity=Severity.ERROR,
    flagged=(
        Example("Goats were kept on the island as early as 1300 [[(citation needed)]]."),
        Example("Goats outnumber people on the island [[(source?)]], and the ferry runs twice a day."),
        Example("Goats outnumber people on the island [[:contentReference[oaicite:3]{index=3}]]."),
    ),
    passed=(
        Example("Goats were kept on the island as early as 1300 (Source: parish register)."),
        Example("A citation needs a page number, and a source needs a date."),
    ),
)

DOI = Rule(
    name="citations/malformed-doi",
    summary="Flags a DOI or ISBN that cannot be right by its form: a wrong prefix, no suffix, or a wrong check digit.",
    why="The identifier is how a reader finds the work. One wrong character leads nowhere or to another work.",
    fix="Copy the identifier again from the publisher's page and follow it once.",
    source="DOI Handbook, 2.2 (syntax: 10.prefix/suffix); ISO 2108 (check digit of an ISBN).",
    severity=Severity.ERROR,
    flagged=(
        Example("The trial is registered and published (doi: [[11.1016/j.cell.2020.01.001]])."),
        Example("See the handbook, ISBN [[978-0-306-40615-8]], for the method."),
    ),
    passed=(
        Example("The trial is published (doi: 10.1016/j.cell.2020.01.001)."),
        Example("See the handbook, ISBN 978-0-306-40615-7, for the method."),
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
        Example("The [[[yearbook](http://https://www.agriculture.gov/yearbook)]] lists all crops."),
    ),
    passed=(
        Example(
            "The [yearbook](https://www.agriculture.gov/yearbook) lists all crops, and the [map](/maps/2016) shows them."
        ),
        Example("Write to [us](mailto:desk@example.org), call [us](tel:+4612345) or see [below](#contact)."),
    ),
)

EMPTY_LINK = Rule(
    name="citations/empty-link",
    summary="Flags a link without an address, and a link without any text to click.",
    why="The reader is promised a source and gets nothing; screen readers announce a link without a name.",
    fix="Give the link its address and its text, or remove it.",
    source="WCAG 2.2, success criterion 2.4.4 (link purpose).",
    severity=Severity.WARNING,
    flagged=(
        Example("All crops are in the [[[yearbook]()]]."),
        Example('<p>All crops are in the [[<a href="">yearbook</a>]].</p>', format=Format.HTML),
    ),
    passed=(
        Example("All crops are in the [yearbook](https://www.agriculture.gov/yearbook)."),
        Example(
            '<p>All crops <a id="crops"></a>are in the yearbook.</p>', format=Format.HTML, note="An anchor, not a link."
        ),
    ),
)

MISLEADING_LINK = Rule(
    name="citations/misleading-link",
    summary="Flags a link whose text is one web address while it leads to another site.",
    why="The reader believes to see one source and is taken to another.",
    fix="Make text and address agree.",
    source="WCAG 2.2, success criterion 2.4.4 (link purpose); a common sign of copied or tampered links.",
    severity=Severity.WARNING,
    flagged=(
        Example("All crops are at [[[www.agriculture.gov](https://crop-deals.example.com/?ref=7)]]."),
        Example("See [[[https://doi.org/10.1000/182](https://shop.example.org/book)]] for the method."),
    ),
    passed=(
        Example("All crops are at [www.agriculture.gov](https://agriculture.gov/crops)."),
        Example("All crops are in the [yearbook](https://www.agriculture.gov/yearbook)."),
    ),
)

ALL = (
    NO_SOURCES,
    MISSING,
    VAGUE,
    QUOTATION,
    DANGLING,
    UNUSED,
    DUPLICATE,
    PLACEHOLDER,
    DOI,
    URL,
    EMPTY_LINK,
    MISLEADING_LINK,
)
