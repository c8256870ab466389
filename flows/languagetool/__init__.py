"""LanguageTool 6.8 as a proofreader: found or fetched, started, supervised, asked.

    with launch(options, observer) as tool:          # returns at once; starts in the background
        tool.check(text, "en-US")                    # waits for it; from as many threads as there are cores
        tool.facts()                                 # version, java, origin, address, remote: for doctor and reports

`check` raises `checks.rule.CheckUnavailable(reason, remedy)` when LanguageTool
is not to be had or failed too often, and its subclass `PartlyChecked` (with
`matches`) when only some passages could not be proofread. Each way ends in a
stated time:

- fetching after `grammar.download-timeout`, each of three starts after `grammar.start-timeout`;
- a server that ended is replaced at once, after 0.5 and 2 seconds when it ends again, for the last time after three
  starts without an answer, or 24 in all; one that ran out of memory gets twice as much;
- a server that hangs, and does not work either, is noticed after 15 seconds;
- a request after `grammar.request-timeout` and 5 seconds; a text that takes longer, or is too long, is halved until
  what is at fault is alone, and given up after six failures;
- a server that limits how often it answers is asked four times, at most 30 seconds apart.

The server ends with us, however we end; `close()` ends it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from checks.grammar.options import GrammarOptions
from flows.progress import Observer, Silent

if TYPE_CHECKING:
    from flows.languagetool.tool import LanguageTool

__all__ = ["launch"]


def launch(
    options: GrammarOptions,
    observer: Observer | None = None,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    amount: int | None = None,
    languages: Callable[[], Iterable[str]] = tuple,
) -> LanguageTool:
    """Begin to start LanguageTool and return at once.

    Args:
        options: the `[grammar]` settings.
        observer: told of a fetch's progress and of restarts, from other threads.
        folder: where fetched files are kept; the user's cache by default.
        environment: what Java is looked for in and started with; ours by default.
        amount: code points that are to be proofread, if known: little text needs another manner of running.
        languages: tells the tags of the languages that are likely to turn up, from another thread; none: English.
    """
    import os

    import platformdirs

    from flows.languagetool.host import Host
    from flows.languagetool.tool import LanguageTool

    host = Host(
        folder or platformdirs.user_cache_path("copydesk", appauthor=False),
        os.environ if environment is None else environment,
        observer or Silent(),
        amount,
        languages,
    )
    return LanguageTool(options, host)
