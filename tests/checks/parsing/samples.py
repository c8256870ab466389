"""Sources that tests of parsing take apart: written whole, then broken at random."""

from __future__ import annotations

from checks.article import Format

HTML_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><title>Keeping Bees &amp; Wasps</title><style>p { color: red }</style><script>if (a < b) { "<p>no</p>" }</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<article>
<h1>Keeping Bees &amp;&nbsp;Wasps</h1>
<p>A hive of <em>Apis mellifera</em> holds 40&thinsp;000 bees<sup><a href="#n1">1</a></sup>. They fly at 24&nbsp;km/h.</p>
<!-- copydesk-disable-next-line residue/x -- the name is odd -->
<p lang="de">Die Biene ist flei&szlig;ig.</p>
<ul><li>Smoker<li>Veil<ol><li>white<li>black</ol></ul>
<blockquote><p>“Leave them alone,” says the keeper.</p></blockquote>
<table><caption>Yield</caption><tr><th>Year<th>kg<tr><td>2020<td>12 &lt; 15</table>
<figure><img src="hive.jpg" alt="A hive"><figcaption>A hive in May.</figcaption></figure>
<pre>  smoke()
  open()</pre>
<p>See <code>open()</code> at https://bees.test/a_(b).<br>Then close it.</p>
<h2>References</h2>
<ol><li id="n1">Doe, J. (2019). Hives. doi:10.1234/abc.</ol>
</article>
<footer>Share this page</footer>
</body></html>
"""

HTML_PASTE = """“`html
<
article>
How Bread Rises: A Short Guide
<a href="#"><img src="loaf.jpg"></a>
<strong>Bread rises because yeast breathes out.</strong> The gas is caught in the dough, which stretches like a balloon and holds it for hours before it is baked.
The Flour Makes the Difference
strong flour holds the gas best, says the miller. It has more protein,so it stretches further.Weak flour tears and lets the gas go, and the loaf stays flat &amp; dense.
<
section>
<p>
Let the dough rest until it has doubled. A cool room takes longer, and the taste gains from
"""

MARKDOWN = """---
title: "Tea: A Guide"
lang: en
copydesk: {disable: [readability/long-sentence]}
---
Tea, Leaf by Leaf
=================

Black tea is *fully* oxidised;[^ox] green tea is **not**. See [the board](https://tea.test/a "Tea") or <https://tea.test>.
A second line&mdash;with \\*escapes\\* and `code()`.  
A hard break. 5 < 6 &amp; 7.

> “Boil it,” she said.
>
> - not *too* long

1. Warm the pot
   - rinse it
2. Wait ![a pot](pot.jpg)

| Tea | Minutes |
|-----|--------:|
| Green | `2\\|3` |

<div class="note">
Some <b>HTML</b> prose & more.
</div>

{{< youtube abc >}}

Term
: A definition.

```python
print("no prose")
```

<!-- copydesk-disable residue/template -->

- [ ] buy tea
- [x] drink ~~coffee~~ tea

[^ox]: Smith, A. *Tea*. 2019.
"""

PLAIN = """Walking in Winter

By A. Walker

Winter walks need planning. The days are short, and
paths that are dry in summer can be under water by
November [1]. Tell somebody where you are going.

What to take
- A lamp
- A map, and the
  skill to read it

> Go early, she said.

References

[1] Hill, B. (2015). Wet feet. https://walk.test/x.
"""

SOURCES = (
    (Format.HTML, HTML_PAGE),
    (Format.HTML, HTML_PASTE),
    (Format.MARKDOWN, MARKDOWN),
    (Format.PLAIN, PLAIN),
)

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
