"""The rules of the duplication check, with their examples."""

from __future__ import annotations

from checks import samples
from checks.article import Format
from checks.finding import Severity
from checks.rule import Example, Rule

_DRY = (
    "The reservoir above the village was drained in autumn because its wall had begun to leak. Engineers found two"
    " cracks, each as long as a bus, and a family of otters that had moved into the old gatehouse."
)
_DRY_AGAIN = (
    "Because its wall had begun to leak, the reservoir above the village was drained in the autumn. The engineers "
    "found two cracks as long as a bus, and in the old gatehouse a family of otters."
)
_MILL = (
    "The paper mill by the weir closed in the year of the flood, and for a long time nobody wanted the building. "
    "Then a printer from the coast rented the ground floor, repaired the great press with parts from a scrapyard "
    "and began to print posters for the fairs of the whole valley."
)
_MILL_AGAIN = (
    "For a long time nobody wanted the paper mill by the weir, which closed in the year of the flood. Then a "
    "printer from the coast rented the ground floor, repaired the great press with scrapyard parts, and began "
    "printing posters for fairs in the whole valley."
)
_SAID = (
    "“We never thought that a single winter could carry away a path that our grandparents had walked all their "
    "lives, and now we have to draw every map of this coast again,” said the warden."
)

REPEATED_PASSAGE = Rule(
    name="duplication/repeated-passage",
    summary="A passage says again, word for word or reworded, what the article said before.",
    why="Readers notice that they have read this already, and doubt that the rest was edited.",
    fix="Keep the passage where it serves the reader best and delete the other, or say there only what is new.",
    source=(
        "Seed-and-extend alignment of sentences by weighted words, after the detectors of the PAN plagiarism "
        "competitions (Potthast et al. 2014). Quotations, titles and reference lists are left alone."
    ),
    severity=Severity.WARNING,
    flagged=(
        Example(
            f"# The otters\n\n{_DRY}\n\nNobody had seen otters here for thirty years.\n\n## What comes "
            f"next\n\n[[{_DRY}]]\n",
            note="Word for word.",
        ),
        Example(
            f"<h1>The reservoir</h1><p>{_DRY}</p><p>The work will take two years and cost more than the first wall "
            f"did.</p><p>[[{_DRY_AGAIN}]] They may stay.</p>",
            Format.HTML,
            note="The same two sentences, reworded.",
        ),
    ),
    passed=(
        Example(
            "In 2019 the library lent 4,100 books to 310 readers.\n\nIt was a quiet year.\n\nIn 2020 the library "
            "lent 900 films to 75 readers.\n",
            note="The same form, but something else is said.",
        ),
        Example(
            f"# The coast path\n\n{_SAID} The path is closed until May.\n\nOther coasts fare no better this "
            "year.\n\n> We never thought that a single winter could carry away a path that our grandparents had "
            "walked all their lives, and now we have to draw every map of this coast again.\n",
            note="A pull quote repeats on purpose.",
        ),
        Example(f"{samples.FERRY}\n\n{samples.BAKERY}\n\n{samples.LIBRARY}\n"),
    ),
    gaps=(
        Example(
            "The board raised the fare because fuel had become dear.\n\nFew people complained.\n\n[[Costlier "
            "petrol led the directors to charge passengers more.]]\n",
            note="A paraphrase that shares no words is not seen.",
        ),
    ),
)
REPEATED_PHRASE = Rule(
    name="duplication/repeated-phrase",
    summary="One phrase of four to eight words comes so often that the text seems written for a search engine.",
    why="Stuffed keywords tire readers and look like spam, to them and to search engines.",
    fix="Name the thing once in full; then say “it”, or a shorter name, or build the sentence without it.",
    source="Google Search spam policies, “keyword stuffing”. Flagged from five times and one word in fifty.",
    severity=Severity.SUGGESTION,
    flagged=(
        Example(
            "# [[Garden shed repair services]]\n\nGarden shed repair services save you time. When you look for "
            "garden shed repair services, ask your neighbours first. Good garden shed repair services answer the "
            "phone, and the best garden shed repair services come on the same day.\n"
        ),
        Example(
            "The [[treatment of chronic back pain]] has changed. Clinics once advised rest; today the treatment of"
            " chronic back pain starts with walking. Doctors who offer treatment of chronic back pain ask how you "
            "sit and sleep. A plan for the treatment of chronic back pain takes three months, and after the "
            "treatment of chronic back pain most people go on walking."
        ),
    ),
    passed=(
        Example(
            "# Garden shed repair\n\nGarden shed repair services save you time. When you look for one, ask your "
            "neighbours first. The good ones answer the phone, and the best come on the same day.\n"
        ),
        Example(
            "The Royal Botanic Garden of Elmstead opened in May. The Royal Botanic Garden of Elmstead has nine "
            "glass houses. Entry to the Royal Botanic Garden of Elmstead is free. Dogs may not enter the Royal "
            "Botanic Garden of Elmstead. You reach the Royal Botanic Garden of Elmstead by bus.",
            note="A name has no synonym; repeating it is a matter of style.",
        ),
    ),
)
SHARED_PASSAGE = Rule(
    name="duplication/shared-passage",
    summary="A passage also stands, word for word or reworded, in another article of the same audit.",
    why="Readers who follow both feel cheated, search engines show only one, and a correction may reach only one.",
    fix="Keep it in one article and link to it from the other, or quote it as such.",
    source=(
        "The alignment of `duplication/repeated-passage`, between articles that share several rare three-word "
        "shingles. What many articles share is site chrome; quotations and short closings are left alone."
    ),
    severity=Severity.WARNING,
    flagged=(
        Example(
            f"# The valley\n\n{samples.ORCHARD}\n\n[[{_MILL}]]\n\n{samples.FERRY}\n",
            others=(f"# Printing today\n\n{samples.BAKERY}\n\n{_MILL}\n\n{samples.LIBRARY}\n",),
        ),
        Example(
            f"# The valley\n\n{samples.ORCHARD}\n\n[[{_MILL}]]\n\n{samples.FERRY}\n",
            others=(f"# Printing today\n\n{samples.BAKERY}\n\n{_MILL_AGAIN}\n\n{samples.LIBRARY}\n",),
            note="Reworded in the other article.",
        ),
    ),
    passed=(
        Example(
            f"# The coast path\n\n{samples.FERRY}\n\n{_SAID}\n\n{samples.ORCHARD}\n",
            others=(f"# A hard winter\n\n{samples.BAKERY}\n\n{_SAID}\n\n{samples.LIBRARY}\n",),
            note="Both quote the same person.",
        ),
        Example(
            f"# The ferry\n\n{samples.FERRY}\n\nWrite to the editors if you know more about this story.\n",
            others=(f"# The bakery\n\n{samples.BAKERY}\n\nWrite to the editors if you know more about this story.\n",),
            note="The standing invitation at the end belongs to the publication.",
        ),
    ),
)
NEAR_DUPLICATE = Rule(
    name="duplication/near-duplicate",
    summary="The article says the same as another article of the same audit.",
    why="Two versions compete for the same readers and drift apart; nobody knows which of them is right.",
    fix="Keep one and redirect the other to it, or make plain in both how they differ and why both are needed.",
    source=(
        "Cosine of the articles' words, weighted by how few articles have them (0.48 or more), and shared three-word "
        "shingles. Site chrome counts for nothing."
    ),
    severity=Severity.WARNING,
    flagged=(
        Example(
            f"# [[The reservoir]]\n\n{_DRY}\n\n{samples.FERRY}\n",
            others=(f"# News from the valley\n\n{_DRY_AGAIN}\n\n{samples.FERRY}\n",),
        ),
        Example(
            f"# [[The mill]]\n\n{_MILL}\n\nLast year it took on two apprentices, who sleep above the press.\n",
            others=(
                f"# An old mill\n\n{_MILL_AGAIN} Its two apprentices of last year sleep above the press.\n",
                f"# The bakery\n\n{samples.BAKERY}\n",
            ),
            note="Every sentence is reworded.",
        ),
    ),
    passed=(
        Example(
            f"# The ferry\n\n{samples.FERRY}\n\n{_SAID}\n",
            others=(f"# The bakery\n\n{samples.BAKERY}\n\n{_SAID}\n",),
            note="A quotation in common makes no duplicate.",
        ),
        Example(
            "# The night ferry\n\nThe night ferry leaves at ten from the old pier. It carries forty cars, and the "
            "cabins are booked weeks ahead in summer. Passengers sleep badly because of the engine.\n",
            others=(f"# The ferry\n\n{samples.FERRY}\n",),
            note="Two articles on one subject.",
        ),
    ),
)
