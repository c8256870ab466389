"""The rules of the superlatives check, with their examples."""

from __future__ import annotations

from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule

SUPERLATIVE = Rule(
    name="superlatives/unsupported-superlative",
    summary="Flags “the best”, “the most effective”, “the only” or “unlike any other” when nothing near shows that it is so.",
    why="A superlative is a claim about everything it is compared with. Readers discount it, and regulators ask for proof.",
    fix="Cite who ranked it, by what measure and when; or say what it does in figures and leave out the superlative.",
    source="ICC Advertising and Marketing Communications Code, art. 5 (substantiation); Wikipedia, “Words to watch”.",
    severity=Severity.WARNING,
    flagged=(
        Example("Our clinic offers [[the most effective]] treatment for back pain."),
        Example("Rowing is [[the best]] way to lose weight, and it costs little."),
        Example("The method is [[unlike any other]] and easy to learn."),
    ),
    passed=(
        Example(
            "In the [2021 trial](https://doi.org/10.1000/back.21) it was the most effective treatment for back pain."
        ),
        Example("At least three people came, and most of them stayed for the best part of the day.", note="Idioms."),
        Example("Is rowing the best way to lose weight?", note="A question."),
        Example("Rowing is not the best way to lose weight.", note="A negation claims nothing great."),
        Example(
            "“It was the best day of my life,” said Anna Berg, the captain.", note="Somebody's words, with a speaker."
        ),
    ),
)

PUFFERY = Rule(
    name="superlatives/puffery",
    summary="Flags praise that tells the reader what to think instead of what happened: “groundbreaking”, “dive into the world of”.",
    why="It carries no information, sounds like an advertisement, and makes the rest less believed.",
    fix="Delete it, or put the fact there that made you write it: a number, an award, who said so.",
    source="Wikipedia, Manual of Style, “Words to watch: puffery”; plain-language guides.",
    severity=Severity.WARNING,
    flagged=(
        Example("The firm sells a [[groundbreaking]] pump."),
        Example("He is a [[legendary]] cellist from Turku."),
        Example("[[Dive into the fascinating world]] of cheese.", format=Format.PLAIN),
    ),
    passed=(
        Example(
            "She works in critical care, and her brother builds powerful magnets.",
            note="The sense decides, not the word.",
        ),
        Example("The workers broke ground in May, and the great-grandmother of the mayor cut the ribbon."),
        Example(
            "“It is a groundbreaking pump,” said Lena Fors, the engineer who tested it.",
            note="Somebody's words, with a speaker.",
        ),
    ),
)

ABSOLUTE = Rule(
    name="superlatives/absolute-claim",
    summary="Flags certainty that nobody can have: “proven”, “guaranteed”, “no side effects”, “cures”, “without a doubt”.",
    why="One exception makes it false. In health, law and finance it can do harm and break the rules on advertising.",
    fix="Say how often, for whom and how it is known, with a source; or take the absolute word out.",
    source="FTC Health Products Compliance Guidance (2022); UK CAP Code, sections 3 and 12.",
    severity=Severity.WARNING,
    flagged=(
        Example("The tea has [[no side effects]] and helps you sleep."),
        Example("Success is [[guaranteed]] if you follow the plan."),
        Example("The benefit of walking is [[undeniable]]."),
    ),
    passed=(
        Example(
            "The bank deposit is guaranteed by the state up to 100,000 euros ([law](https://www.finance.gov/deposits))."
        ),
        Example("No treatment is guaranteed to work."),
        Example("The theorem was proven in 1976.", note="Mathematics can be certain."),
    ),
)

ALL = (SUPERLATIVE, PUFFERY, ABSOLUTE)
