"""The rules of the superlatives check, with their examples."""

from __future__ import annotations

from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule

SUPERLATIVE = Rule(
    name="superlatives/unsupported-superlative",
    summary="Flags “the best”, “the most effective” or “unlike any other” when nothing near shows that it is so.",
    why="A superlative is a claim about everything it is compared with. Readers discount it, regulators ask for proof.",
    fix="Cite who ranked it, by what measure and when; or say what it does in figures and leave out the superlative.",
    source="ICC Advertising and Marketing Communications Code, art. 5 (substantiation); Wikipedia, “Words to watch”.",
    severity=Severity.WARNING,
    varies="An error from a confidence of 0.8 in articles on health, law or money, where its sentence speaks of one.",
    flagged=(
        Example("Our clinic offers [[the most effective]] treatment for back pain."),
        Example("Rowing is [[the best]] way to lose weight, and it costs little."),
        Example("The method is [[unlike any other]] and easy to learn."),
        Example("Their bakery is [[the best in the world]].", note="One place, one finding."),
        Example("She runs [[the best and most beautiful]] inn on the coast.", note="One place, one finding."),
    ),
    passed=(
        Example(
            "In the [2021 trial](https://doi.org/10.1000/back.21) it was the most effective treatment for back pain."
        ),
        Example("At least three people came, and most of them stayed for the best part of the day.", note="Idioms."),
        Example("Is rowing the best way to lose weight?", note="A question."),
        Example("Rowing is not the best way to lose weight.", note="A negation claims nothing great."),
        Example("If theirs were the most effective pump, every farm would have one.", note="Supposed, not claimed."),
        Example("The jury met in May to choose the most beautiful garden.", note="What is looked for."),
        Example("She starred in The Greatest Harvest and was photographed for weeks.", note="A title."),
        Example(
            "“It was the best day of my life,” said Anna Berg, the captain.", note="Somebody's words, with a speaker."
        ),
    ),
)

FACTUAL = Rule(
    name="superlatives/factual-superlative",
    summary="Flags “the longest”, “the first” or “the only” when no source or comparison is near.",
    why="It can be measured or looked up, so a reader may want to; records fall, and lists differ in what they count.",
    fix="Cite who measured or recorded it, with the date and what was compared; the wording itself may stay.",
    source="Wikipedia, “Verifiability”; ICC Advertising and Marketing Communications Code, art. 5 (substantiation).",
    severity=Severity.SUGGESTION,
    varies="The same in articles on health, law or money: what can be looked up misleads nobody for long.",
    flagged=(
        Example("The Saluda is [[the longest]] river in the country, and it was once navigable."),
        Example("It is [[the world's first]] smart kettle.", note="Firstness can be looked up."),
        Example("She was [[the first]] woman to lead the choir, and she led it for ten years."),
        Example("The Plough is home to [[the oldest]] oven in Wales.", note="It tells what it ranges over."),
        Example("At 90 pounds, it is [[the cheapest]] kettle in Wales.", note="Its own measure compares nothing."),
        Example("[[New Zealand's first]] kite museum opened in a barn.", note="What a place has is in a register."),
        Example("The mine was [[the county's only]] lead mine, and it closed after a flood."),
        Example("Oats were [[the parish's most important]] crop.", note="Somebody has weighed it, or nobody has."),
    ),
    passed=(
        Example(
            "It is the second-largest grocer by revenue ([register, 2023](https://www.register.gov/grocers-2023)).",
            note="A scoped ranking with its source.",
        ),
        Example("The country's first minister ate the day's first meal standing up.", note="In turn, or by rank."),
        Example("The tree's lowest branches and the house's oldest door were gone.", note="Within one thing."),
        Example("The Horn is the tallest of the nine towers in the valley.", note="A comparison set."),
        Example(
            "At 540 square kilometers, it is the largest lake in the county, ahead of Lake Elm with 310.",
            note="A comparison.",
        ),
        Example("Is it the longest river in the country?", note="A question."),
        Example("The first chapter describes the harbor, and the first step is to open the valve.", note="Order."),
        Example("His oldest friend sat in the smallest room in the house.", note="A circle and a room, not the world."),
    ),
)

PUFFERY = Rule(
    name="superlatives/puffery",
    summary="Flags praise that tells what to think, not what happened: “groundbreaking”, “dive into the world of”.",
    why="It carries no information, sounds like an advertisement, and makes the rest less believed.",
    fix="Delete it, or put the fact there that made you write it: a number, an award, who said so.",
    source="Wikipedia, Manual of Style, “Words to watch: puffery”; plain-language guides.",
    severity=Severity.WARNING,
    varies="A suggestion below a confidence of 0.6.",
    flagged=(
        Example("The firm sells a [[groundbreaking]] pump."),
        Example("He is a [[legendary]] cellist from Turku."),
        Example("[[Dive into the fascinating world]] of cheese.", format=Format.PLAIN),
        Example("The ointment [[offers new hope]] to families who have tried everything.", note="A stock phrase."),
        Example("The mill is the [[lifeblood of the town]]. The miller has a [[heart of gold]]."),
        Example("He is a [[legendary]] cellist of breathtaking skill.", note="A sentence has one note, however warm."),
        Example("The pump is a [[game-changer]], and the farmers bought nine of them."),
    ),
    passed=(
        Example(
            "She works in critical care, and her brother builds powerful magnets.",
            note="The sense decides, not the word.",
        ),
        Example("The workers broke ground in May, and the great-grandmother of the mayor cut the ribbon."),
        Example("A novel by Austen lay on the leading edge of the wing.", note="The sense again."),
        Example("Keep the best cut side down, and put the lid on top.", note="A recipe."),
        Example(
            "“It is a groundbreaking pump,” said Lena Fors, the engineer who tested it.",
            note="Somebody's words, with a speaker.",
        ),
        Example("The pump is hardly groundbreaking.", note="Taken back."),
    ),
)

ABSOLUTE = Rule(
    name="superlatives/absolute-claim",
    summary="Flags certainty that nobody can have: “proven”, “guaranteed”, “no side effects”, “cures”, “no doubt”.",
    why="One exception makes it false. In health, law and finance it can do harm and break the rules on advertising.",
    fix="Say how often, for whom and how it is known, with a source; or take the absolute word out.",
    source="FTC Health Products Compliance Guidance (2022); UK CAP Code, sections 3 and 12.",
    severity=Severity.WARNING,
    varies="An error from a confidence of 0.8 in articles on health, law or money.",
    flagged=(
        Example("The tea has [[no side effects]] and helps you sleep."),
        Example("Success is [[guaranteed]] if you follow the plan."),
        Example("The benefit of walking is [[undeniable]]."),
        Example("The syrup [[cures diabetes]] and is sold without a prescription."),
        Example("The method is [[scientifically proven]] and painless."),
        Example("It is, [[without a doubt]], a remedy that helps."),
    ),
    passed=(
        Example(
            "The bank deposit is guaranteed by the state up to 100,000 euros ([law](https://www.finance.gov/deposits))."
        ),
        Example("No treatment is guaranteed to work."),
        Example("The theorem was proven in 1976.", note="Mathematics can be certain."),
        Example("If recovery were guaranteed, nobody would ask.", note="Supposed, not claimed."),
        Example("Nobody knows whether the oil is completely safe.", note="An open question."),
    ),
)

ALL = (SUPERLATIVE, FACTUAL, PUFFERY, ABSOLUTE)
