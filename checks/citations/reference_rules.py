"""The rules on references and on notes that one is still to come, with their examples."""

from __future__ import annotations

from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule

DANGLING = Rule(
    name="citations/dangling-reference",
    summary=(
        "Flags a reference marker in the text that has no entry in the list of references, and a table or figure that "
        "the text cites by a number which none of those shown has."
    ),
    why="The reader follows the marker and finds nothing. The source was dropped, renumbered or never written down.",
    fix="Add the entry or the table, or correct the number or name in the marker.",
    source="Council of Science Editors, Scientific Style and Format: each citation matches one reference.",
    severity=Severity.WARNING,
    flagged=(
        Example(
            "Bees see ultraviolet light [[(Okafor, 2014)]]. They also feel electric fields (Brandt & Lee, "
            "2016).\n\n## References\n\n"
            "- Brandt, M., & Lee, S. (2016). Static fields and foraging. Insect Letters, 12, 4–9."
        ),
        Example(
            "<p>Bees see ultraviolet light<sup>[[2]]</sup>. They feel electric "
            "fields<sup>1</sup>.</p><h2>References</h2>"
            "<ol><li>Brandt M. Static fields and foraging. Insect Letters 2016.</li></ol>",
            format=Format.HTML,
        ),
        Example(
            "Bees see ultraviolet light [1] and feel electric fields [2].",
            note="No list at all: one finding for the article.",
        ),
        Example(
            "Bees see ultraviolet light.[[[^1]]] They feel electric fields.[^2]",
            note="No note at all: one finding, where the first is missed.",
        ),
        Example(
            "Bees see ultraviolet light, as [[Table 3]] shows. Table 3 has more.\n\n| Light | Bees |\n|---|---|\n"
            "| blue | 9 |\n\n*Table 1. What bees see.*",
            note="A table that the article does not show, told once.",
        ),
    ),
    passed=(
        Example(
            "Bees feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n- Brandt, M., & Lee, S. (2016). "
            "Static fields and foraging."
        ),
        Example(
            "Bees feel electric fields ([Brandt et al., 2016](https://doi.org/10.1000/insect.12.4)).",
            note="The marker is itself the link to the work.",
        ),
        Example(
            "Bees see ultraviolet light (Table 1), and wasps do, too (Table 2 in Okafor).\n\n| Light | Bees |\n"
            "|---|---|\n| blue | 9 |\n\n*Table 1. What bees see.*",
            note="The other table is another work's.",
        ),
        Example("Bees count to four, so the array x[0] holds four numbers.", note="No list begins with nought."),
        Example(
            "The array `a[1]` holds the second value, and 10<sup>3</sup> is a thousand.", note="Code and an exponent."
        ),
    ),
)

UNUSED = Rule(
    name="citations/unused-reference",
    summary="Flags an entry in the list of references that the text never cites.",
    why=(
        "Entries that nothing points to make a text look better supported than it is, or show that a citation got lost."
    ),
    fix="Cite it where it supports a statement, move it under “Further reading”, or delete it.",
    source="Council of Science Editors, Scientific Style and Format: each reference is cited.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "Bees feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n- Brandt, M., & Lee, S. (2016). "
            "Static fields and foraging.\n"
            "- [[Okafor, A. (2014). Color vision in bees.]]"
        ),
        Example(
            "Bees feel electric fields.\n\n## [[References]]\n\n1. Brandt M. Static fields. 2016.\n2. Okafor A. "
            "Color vision. 2014.",
            note="None is cited: one finding, at the heading.",
        ),
    ),
    passed=(
        Example(
            "Bees feel electric fields (Brandt & Lee, 2016).\n\n## References\n\n- Brandt, M., & Lee, S. (2016). "
            "Static fields and foraging."
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
            "Bees feel fields [1], even at night [2].\n\n## References\n\n1. Brandt M. Static fields and foraging. "
            "Insect Letters 2016.\n"
            "2. [[Brandt M. Static fields and foraging. Insect Letters, 2016.]]"
        ),
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n1. Brandt M. Static fields. 2016. "
            "https://doi.org/10.1000/il.2016.4\n"
            "2. [[Brandt, Martin: Static fields and foraging in bees. doi:10.1000/il.2016.4]]"
        ),
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n"
            "1. Brandt, M., & Lee, S. (2016). Static fields and foraging: a field study. Insect Letters, 12, 4–9.\n"
            "2. [[M. Brandt and S. Lee, “Static fields and foraging,” Insect Lett., vol. 12, 2016.]]",
            note="Another style and a title without its second part.",
        ),
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n"
            "1. [Fields at night](https://www.insects.net/fields/night/?utm_source=mail). Insects, 2016.\n"
            "2. [[Lee, S.: Do bees sleep? http://insects.net/fields/night]]",
            note="One address.",
        ),
    ),
    passed=(
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n1. Brandt M. Static fields. 2016.\n2. "
            "Okafor A. Color vision. 2014."
        ),
        Example("Bees feel fields [1].\n\n## References\n\n1. Brandt M. Static fields and foraging. 2016."),
        Example(
            "Bees feel fields [1], even at night [2].\n\n## References\n\n"
            "1. Brandt, M. (2016a). Static fields and foraging in spring. Insect Letters, 12, 4–9.\n"
            "2. Brandt, M. (2016b). Static fields and foraging in autumn. Insect Letters, 12, 10–19.",
            note="Two works of a year.",
        ),
        Example(
            "Bees feel fields.[^1] They sleep.[^2]\n\n[^1]: Brandt, *Static fields and foraging* (2016), p. 14.\n"
            "[^2]: Brandt, *Static fields and foraging* (2016), p. 90.",
            note="Two places in one work.",
        ),
    ),
)

PLACEHOLDER = Rule(
    name="citations/placeholder-citation",
    summary=(
        "Flags a note to add a source or to check something later, such as “citation needed”, and citation marks left "
        "behind by a chat assistant."
    ),
    why="It tells the reader that the writer knew a source was missing and published anyway.",
    fix="Put the source there, or cut the statement and the note.",
    source="Wikipedia's “citation needed” and the marks that chat assistants leave in pasted text.",
    severity=Severity.ERROR,
    flagged=(
        Example("Goats were kept on the island as early as 1300 [[(citation needed)]]."),
        Example("Goats outnumber people on the island [[(source?)]], and the ferry runs twice a day."),
        Example("Goats swim [[(ref)]] and sleep [[[needs citation]]], and they never forget [[(source: ???)]]."),
        Example(
            "Goats reached the island with monks [[(source)]]. They eat kelp [[[?]]], and they climb trees [[(??)]]."
        ),
        Example("Goats outnumber people on the island [[[fact-check]]], by 40 to one [[[check figure]]]."),
        Example("Goats outnumber people on the island. [[TODO source]]"),
        Example("Goats outnumber people on the island [[[Author, Title, Year]]]."),
        Example("Goats outnumber people [[(source TK)]] and pay no fare [[[confirm with the ferry]]]."),
        Example("Goats outnumber people on the island [[:contentReference[oaicite:3]{index=3}]]."),
    ),
    passed=(
        Example("Goats were kept on the island as early as 1300 (Source: parish register)."),
        Example("A citation needs a page number, and a source needs a date."),
        Example("Tick the [check] box. The fare (to be confirmed) is due in May."),
        Example(
            "Goats eat kelp [[source](https://www.island.net/kelp/2019)], and the (source) language is Gaelic.",
            note="The note is the link to the source.",
        ),
    ),
)
