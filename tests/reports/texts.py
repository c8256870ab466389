"""Articles for the reporters' tests, which we wrote; the last one is hostile."""

from __future__ import annotations

from checks.article import Article
from checks.parsing import parse

TEA = """\
---
title: How to brew a better cup of tea
url: https://tea.example/brewing
---
# How to brew a better cup of tea

Tea is the most loved drink in the whole world, and research suggests that a
careful brew makes it healthier. Nine in ten drinkers pour the water too hot.

![](kettle.png)

## Water

The water decides half of the taste. Soft water lets the leaf open; hard water
leaves a film on the cup. Experts say that the the kettle should never be
boiled twice, because boiling drives out the oxygen that carries the aroma from
the leaf to the nose, and a second boil, which many people use to save a few
minutes in the morning, takes away whatever the first one has left in the pot.

- Green tea: 70 to 80 degrees.
- Black tea: just off the boil, in a revolutionary glass pot 🫖.
- White tea: see [the guide](https://tea.example/white "White tea").

> Tea is a cup of life, as the growers of the valley used to say.

### Minerals

| Mineral   | Effect             |
|-----------|--------------------|
| Calcium   | leaves a film      |
| Magnesium | recieves the taste |

## Leaves

Whole leaves give more than dust. A trial with 120 drinkers found that whole
leaves scored 14 percent higher (Lindqvist, 2019). TODO: add the picture of the
garden.

Keep the leaves in a closed tin, away from light, heat and strong smells. They
will recieve no harm in a cool larder, and they recieve the scent of whatever
stands beside them.

```
steep(leaves, minutes=3)
```

## Time

Keep the lid on the pot while it steeps and count to one hundred and eighty.
{{cta_button}}
"""

BASICS = """\
<!doctype html>
<html lang="en">
<head><title>Tea basics</title></head>
<body>
<nav><a href="/">Home</a> <a href="/tea">Tea</a></nav>
<h1>Tea basics</h1>
<p>Keep the leaves in a sealed tin, away from light, heat and strong smells.
They will take no harm in a cool larder.</p>
<h2>Time</h2>
<p>Keep the lid on the pot while it steeps and count to two hundred &amp; ten.</p>
<p>Our shop sells the finest leaves. <img src="leaf.png"></p>
</body>
</html>
"""

HARBOUR = """\
# The harbour reopens

The harbour reopened on Monday. Two ferries left before noon, and the fish
market sold its first catch by three.
"""

HOSTILE = (
    "# <script>alert('title')</script>\n\n"
    'Click [here](javascript:alert(1)) or [there](https://evil.example/?q="onmouseover=alert(2)&x=1).\n\n'
    "The </script><img src=x onerror=alert(3)> \u202egnp.exe\u202c hid a \u200b zero\u200bwidth \ufeffmark\x07.\n\n"
    "::error file=/etc/passwd::owned\n\n"
    "]]> &amp;lt; {{ 7*7 }} {% raw %} ${jndi:x} =cmd|' /C calc'!A1 @everyone #1 `tick` |pipe|\n"
)
EVIL = "\"'><script>window.owned=1</script>\u202e\x1b[31m::error::%0A\r\n]]>&{{7*7}}\x00\ud800"
"""A string that tries to break out of every format."""


def tea() -> Article:
    """Return the Markdown article with a bit of everything."""
    return parse(TEA, id="guides/brewing.md", name="brewing.md")


def basics() -> Article:
    """Return the HTML article that shares passages with `tea`."""
    return parse(BASICS, id="guides/basics.html", name="basics.html")
