"""How fast the checks that need no server judge articles, each by itself, once these are parsed and cut into words.

    python -m tests.benchmarks.judging PATH ... [--runs N]

Every figure is the processor time of one process, the least of several runs,
each on articles parsed anew, so that nothing is left over from the run before;
models and lists are loaded beforehand. The last row is both checks together,
with the evidence that they share.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from checks.article import Article
from checks.parsing import parse
from checks.registry import all_checks
from checks.rule import Context
from checks.tokens import tokens
from flows.command import COLLECTIONS
from flows.settings import Settings
from flows.sources import gather
from flows.sources.raw import Raw

TOGETHER = ("citations", "superlatives")

Work = Callable[[Sequence[Article]], object]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.judging", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="articles, as `copydesk check` takes them")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run; the least counts (5)")
    given = parser.parse_args(arguments)
    # As the commands do; else what is measured is how often Python looks for garbage.
    gc.set_threshold(*COLLECTIONS)
    raws = gather(given.paths, max_bytes=Settings().max_bytes).articles
    if not raws:
        print("there are no articles to measure", file=sys.stderr)
        return 1
    print(*table(raws, given.runs), sep="\n")
    return 0


def table(raws: Sequence[Raw], runs: int) -> Iterator[str]:
    """Measure and yield a row for each way."""
    words = sum(len(article.words) for article in _parsed(raws))
    yield f"{len(raws)} articles, {words:,} words"
    yield ""
    yield from ("| | CPU s | words/CPU s |", "|---|--:|--:|")
    for name, work in _ways():
        work(_parsed(raws[:1]))
        least = min(_seconds(work, _parsed(raws)) for _ in range(runs))
        yield f"| {name} | {least:.2f} | {words / max(least, 1e-9):,.0f} |"


def _ways() -> Iterator[tuple[str, Work]]:
    alone = [name for name, check in all_checks().items() if check.run and not check.needs_proofreader]
    yield from ((name, _judging(name)) for name in alone)
    yield " and ".join(TOGETHER), _judging(*TOGETHER)


def _judging(*names: str) -> Work:
    """Return what lets checks look at each article."""
    checks = [all_checks()[name] for name in names]

    def work(articles: Sequence[Article]) -> None:
        for article in articles:
            for check in checks:
                if check.run:
                    list(check.run(article, Context(options=check.options())))

    return work


def _parsed(raws: Sequence[Raw]) -> Sequence[Article]:
    """Parse articles anew and cut them into sentences, words and tokens, which all checks share."""
    articles = [parse(raw.source, name=raw.path, format=raw.format) for raw in raws]
    for article in articles:
        _ = article.sentences, article.words, tokens(article)
    return articles


def _seconds(work: Work, articles: Sequence[Article]) -> float:
    begun = time.process_time()
    work(articles)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
