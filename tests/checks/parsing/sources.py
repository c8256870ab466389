"""Sources that tests of parsing take apart: written whole, then broken at random."""

from __future__ import annotations

from pathlib import Path

from checks.article import Format

SAMPLES = Path(__file__).parent / "samples"
NAMES = {"page.html": Format.HTML, "paste.html": Format.HTML, "guide.md": Format.MARKDOWN, "walk.txt": Format.PLAIN}
SOURCES = tuple((form, (SAMPLES / name).read_text("utf-8")) for name, form in NAMES.items())

SHARDS = (
    *(
        "<p>",
        "</p>",
        "<",
        ">",
        "&",
        "&amp;",
        "&#x1F600;",
        "&#0;",
        "&notit;",
        "&nbsp;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
    ),
    *("<b>", "</b>", "<i>", "</i>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<a href=x>"),
    *("<script>", "</script>", "<pre>", "</pre>", "<br>", "<\np>", "</ p>", "<p", '<img alt="', "<svg>", "<title>"),
    *("<template>", "<h2>", "</h3>", "<sup>1</sup>", "<blockquote>", "<p hidden>", "<span lang=fr>", "<textarea>"),
    *("\n", "\r\n", "\r", "\n\n", "  \n", "\t", "\0", "\ufeff", "\u00a0", "\u00ad", "\u200b", "\u2028", "\x0b"),
    *("é", "e\u0301", "\u0301", "𝄞", "😀", "👩\u200d🚀", "שלום", "日本", "\ud800", "\ue000", "İ", "ß"),
    *(
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "* ",
        "---\n",
        "***\n",
        "===\n",
        "```\n",
        "~~~",
        "`",
        "**",
        "_",
        "~~",
        "\\",
        "|",
        "|-|-|\n",
    ),
    *(
        "[",
        "]",
        "](",
        ")",
        "![",
        "[^1]",
        "[^1]: ",
        "[1]",
        "[1]: x\n",
        ": ",
        "    ",
        "{{< x >}}",
        "{{<",
        "{% y %}",
        "[youtube z]",
    ),
    *("https://a.test/b", "a@b.test", "doi:10.1000/x", "References\n", "word", "Two words.", "end.Next", "“Quote.”"),
)
"""What random edits put in: what means something in one format or another, and characters that are hard to count."""
