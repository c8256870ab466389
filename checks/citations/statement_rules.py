"""The rules on statements without a source, with their examples."""

from __future__ import annotations

from checks.article import Format
from checks.citations import sections, unsourced
from checks.finding import Severity
from checks.rule import Example, Rule

NO_SOURCES = Rule(
    name="citations/no-sources",
    summary="Flags an article that makes several claims and supports none of them.",
    why="A reader who doubts one statement cannot check any. This is the first thing an editor sends back.",
    fix=(
        "Work through these claims, the ones that most need a source first: cite a study, report or person, or cut "
        "the claim."
    ),
    source=(
        "Society of Editors' and fact-checkers' practice: each checkable statement has a source (e.g. the "
        "Verification Handbook, ch. 1)."
    ),
    severity=Severity.WARNING,
    varies="As severe as the gravest claim that it sums up.",
    sum_up=unsourced.summed_up,
    flagged=(
        Example(
            "# Sleep and memory\n\nShort sleep doubles the risk of depression in adults over 50. Deep sleep clears "
            "toxic proteins from "
            "the brain, which prevents dementia.\n\nNaps of 20 minutes improve test scores by 15 percent. They also "
            "reduce blood pressure "
            "in patients with heart disease."
        ),
        Example(
            "The ferry sank in 1897 and 212 passengers died. It had been built in Glasgow in 1889 and was sold twice "
            "before the accident. "
            "The company paid 40,000 pounds to the families and went bankrupt in 1899.",
            format=Format.PLAIN,
        ),
    ),
    passed=(
        Example(
            "Short sleep doubles the risk of depression in adults over 50 ([Lindqvist "
            "2018](https://doi.org/10.1000/sleep.2018.4)). Naps of 20 "
            "minutes improve test scores by 15 percent. They also reduce blood pressure in patients with heart disease."
        ),
        Example(
            "Short sleep doubles the risk of depression in adults over 50. Naps of 20 minutes improve test scores by "
            "15 percent.\n\nThey also reduce blood pressure in patients with heart disease.\n\nThe [office of "
            "statistics](https://www.ssb.no/en/sleep) counts 2 million bad sleepers.",
            note="One of the claims has a source: see `citations/few-sources`.",
        ),
        Example(
            "I painted the shed last weekend. Next month I want to lay a path to the gate. What color would you choose?"
        ),
    ),
)

FEW_SOURCES = Rule(
    name="citations/few-sources",
    summary="Flags a section, or an article that cites little, that makes several claims without a source.",
    why="Claims that stand together without a source are one gap to close, and often come from one source.",
    fix=(
        "Work through these claims, the ones that most need a source first: cite what they come from, each or at the "
        "end of its paragraph, or cut them."
    ),
    source="Wikipedia, “Section needs additional citations for verification”: told once for a section.",
    severity=Severity.WARNING,
    varies="As severe as the gravest claim that it sums up.",
    sum_up=sections.summed_up,
    flagged=(
        Example(
            "## Wreck\n\nThe ferry sank in 1897 and 212 passengers died. It had been built in Glasgow in 1889 and "
            "was sold twice before the accident.\n\nThe company paid 40,000 pounds to the families and went bankrupt "
            "in 1899.\n\n## Trade\n\nIn 1890 the harbor shipped 30,000 tons of slate "
            "([yearbook](https://www.slate.org/1890)). In 1895 it shipped 41,000 tons "
            "([yearbook](https://www.slate.org/1895)).",
            note="It is told once for the section; each claim is in the report, too.",
        ),
        Example(
            "Naps of 20 minutes improve test scores by 15 percent. They also reduce blood pressure in patients with "
            "heart disease.\n\nShort sleep doubles the risk of depression in adults over 50.\n\nThe [office of "
            "statistics](https://www.ssb.no/en/sleep) counts 2 million bad sleepers.",
            note="The one source serves another claim.",
        ),
    ),
    passed=(
        Example(
            "## Wreck\n\nThe ferry sank in 1897 and 212 passengers died. It had been built in Glasgow in 1889.\n\n"
            "## Trade\n\nIn 1890 the harbor shipped 30,000 tons of slate ([yearbook](https://www.slate.org/1890)).",
            note="Two claims stand for themselves.",
        ),
        Example(
            "Short sleep doubles the risk of depression in adults over 50. Naps of 20 minutes improve test scores by "
            "15 percent. They also reduce blood pressure in patients with heart disease.",
            note="Without any source it is `citations/no-sources`.",
        ),
    ),
)

MISSING = Rule(
    name="citations/missing-citation",
    summary="Flags a statement that a reader could doubt and that has no source in reach.",
    why=(
        "Results, causes, numbers and history are believed when they can be checked. Without a source the reader has "
        "only your word."
    ),
    fix=(
        "Cite the study, report, law or person that it comes from, in this sentence or at the end of the paragraph; "
        "or say less."
    ),
    source="Wikipedia's verifiability policy and “When to cite”; news fact-checking manuals (AP, Poynter).",
    severity=Severity.WARNING,
    varies=(
        "A suggestion below a need of 0.75, or of 0.5 where it states an effect on health, money or rights. In "
        "articles on health, law or money a warning from a confidence of 0.5 and an error from 0.8."
    ),
    flagged=(
        Example(
            "Many gardens have a pond.\n\n[[In 2016 the harvest fell by 38 percent because of a late frost.]] The "
            "year after was better; see the "
            "ministry's report.\n\nThe [yearbook](https://www.agriculture.gov/yearbook) lists all crops."
        ),
        Example(
            "The sensor costs 20 euros, says the [maker](https://example-sensors.org/price).\n\n"
            "[[Regular use of the device reduces the risk of stroke in patients with diabetes by a third.]]"
        ),
    ),
    passed=(
        Example(
            "In 2016 the harvest fell by 38 percent because of a late frost ([ministry "
            "report](https://www.agriculture.gov/2016))."
        ),
        Example(
            "In 2016 the harvest fell by 38 percent. The loss was the largest since 1956.[^1]\n\n[^1]: Ministry of "
            "Agriculture, Yearbook 2016.",
            note="The marker at the end covers the paragraph.",
        ),
        Example("Did the harvest really fall by 38 percent in 2016?", note="A question claims nothing."),
        Example(
            "We moved to the coast when I was nine. I hated the wind at first. My sister liked it and learned to "
            "sail. Now I would "
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
    varies=(
        "A suggestion where its sentence states little. In articles on health, law or money a warning from a "
        "confidence of 0.5 and an error from 0.8."
    ),
    flagged=(
        Example("[[Recent studies suggest]] that singing lowers blood pressure."),
        Example(
            "[[Experts say]] the old bridge will not last another winter, and the town has no money for a new one."
        ),
        Example("Cold baths [[are widely believed to]] strengthen the immune system."),
        Example("[[It is believed that]] the barge company never paid, and the bridge was closed for a year."),
        Example("[[Historians disagree]] about the date at which the well was dug."),
        Example("[[Most dentists advise]] against the powder. [[A recent report warns]] of the cheap ones."),
        Example("[[It is no secret that]] the wells of the valley are dry."),
        Example("The mill [[is considered to be the oldest]] in the valley."),
        Example("Rents along the canal [[are expected to rise]] by a tenth."),
    ),
    passed=(
        Example("A 2019 study by researchers at Uppsala University found that singing lowers blood pressure."),
        Example("[Recent studies](https://doi.org/10.1000/choir.7) suggest that singing lowers blood pressure."),
        Example(
            "Engineers found a crack in the dam, and users report faults in the tracker.", note="Work, no authority."
        ),
        Example("Do studies suggest that singing lowers blood pressure?"),
        Example(
            "It is known as the Blue Bridge, and people say what they like about it.", note="A name, and no source."
        ),
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
            "The room went quiet. [[“Nobody has ever walked out of this valley in winter and lived.”]] Then the wind "
            "began."
        ),
        Example(
            "Patience pays.\n\n> [[“A garden is never finished, and whoever says otherwise has never owned "
            "one.”]]\n\nStart with the soil."
        ),
    ),
    passed=(
        Example("“Nobody has ever walked out of this valley in winter and lived,” said Marta Iversen, the ranger."),
        Example(
            "The mayor put it like this:\n\n> A garden is never finished, and whoever says otherwise has never owned "
            "one."
        ),
        Example("We call this “the long way round” at home.", note="A term, not somebody's words."),
        Example(
            "Before you buy a second hive, stop and think. “Would I still want to do this in a cold and rainy week?”",
            note="A thought put into words.",
        ),
    ),
)
