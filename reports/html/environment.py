"""Templates, and the frame that every page shares."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports import summary
from reports.audit import Audit
from reports.escape import one_line, shorten
from reports.html import markup

# Nothing may be loaded from anywhere; `data:` is for the page's own icon.
_POLICY = (
    "default-src 'none'; style-src {styles}; script-src {scripts}; img-src data:; base-uri 'none'; form-action 'none'"
)


@cache
def environment() -> Environment:
    """Return the templates' environment: everything is escaped, and a name that is not given is an error."""
    templates = Environment(
        loader=PackageLoader("reports.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["shown"] = markup.shown
    templates.filters["safe_link"] = markup.safe_link
    templates.filters["brief"] = lambda text: shorten(one_line(text), 120)
    templates.filters["example"] = markup.example
    templates.filters["sentence"] = summary.sentence
    templates.filters["plain"] = one_line
    templates.filters["thousands"] = "{:,}".format
    templates.filters["when"] = when
    return templates


def when(started: str) -> str:
    """Return a moment as people write it, `21 November 2026, 06:00`; what is no ISO 8601 stays as it is."""
    try:
        moment = datetime.fromisoformat(started)
    except ValueError:
        return started
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"


# Not strftime's, which depend on the machine's language.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def page(template: str, audit: Audit, *, title: str, home: str, extra_style: str = "", **values: Any) -> str:  # noqa: ANN401
    """Return a whole page.

    Args:
        template: file name of the template.
        audit: what it is about.
        title: the page's title.
        home: relative link to the run's page.
        extra_style: further style rules, for this page alone.
        values: what the template needs besides.
    """
    styles = tuple(filter(None, (markup.asset("report.css"), markup.style(extra_style))))
    script = markup.asset("report.js")
    frame: Mapping[str, Any] = {
        "audit": audit,
        "title": title,
        "home": home,
        "styles": styles,
        "script": script,
        "policy": _policy(styles, script),
    }
    return environment().get_template(template).render(**frame, **values)


def _policy(styles: tuple[Markup, ...], script: Markup) -> str:
    return _POLICY.format(styles=" ".join(markup.csp_hash(one) for one in styles), scripts=markup.csp_hash(script))
