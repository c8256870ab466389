"""How fast copydesk is, against LanguageTool's own command line and its server alone, on the same text, in one run.

    python -m tests.benchmarks.speed PATH ... [--runs N] [--only WORDS] [--output FILE.json]

Runs each way in turn, as often as asked, and prints the medians as a Markdown
table with the ratios that hold better than any absolute figure. LanguageTool
is fetched before anything is measured. Timings need a machine with nothing
else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from flows.languagetool.host import Host
from tests.benchmarks import command_line
from tests.benchmarks.library_start import lay_out
from tests.benchmarks.measure import CommandFailed, Cost, measure, typical

COPYDESK = Path(sys.executable).with_name("copydesk")
SHORT = "Their are one mistake in this short text. Everything else about it are fine.\n"
MEBIBYTE = 2**20
ALONE = "LanguageTool's server alone, the rules that the grammar check wants"
COMMAND_LINE = "LanguageTool's own command line, the same rules, en-US"
GRAMMAR, CHECK = "copydesk check --check grammar", "copydesk check"
DIRECT, AUDIT = "copydesk check, with HTML report", "copydesk audit, with HTML report"
COLD, WARM = "copydesk check, cache empty", "copydesk check, nothing changed"
ONE_NEW, WARM_AUDIT = "copydesk check, one article new", "copydesk audit, nothing changed, with HTML report"
LIBRARY_START, START = "start: language-tool-python to first finding", "start: copydesk to first grammar finding"
RATIOS = (
    ("grammar check's speed over LanguageTool's command line", "wall", COMMAND_LINE, GRAMMAR),
    ("grammar check's CPU over LanguageTool's command line", "cpu", GRAMMAR, COMMAND_LINE),
    ("grammar check's speed over LanguageTool's server alone", "wall", ALONE, GRAMMAR),
    ("grammar check's CPU over LanguageTool's server alone", "cpu", GRAMMAR, ALONE),
    ("all checks' speed over LanguageTool's server alone", "wall", ALONE, CHECK),
    ("all checks' CPU over LanguageTool's server alone", "cpu", CHECK, ALONE),
    ("time when nothing changed over time with an empty cache", "wall", WARM, COLD),
    ("time when one article is new over time with an empty cache", "wall", ONE_NEW, COLD),
    ("audit when nothing changed over audit without a cache", "wall", WARM_AUDIT, AUDIT),
    ("time to the first finding over language-tool-python's", "wall", START, LIBRARY_START),
)
"""What it is called, which figure, and the two ways whose figures are divided."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing the work that is measured."""

    name: str
    run: Callable[[], Cost]
    short: bool = False
    """Works on one short text instead of all articles, so words a second say nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.speed", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="articles, as `copydesk check` takes them")
    parser.add_argument("--runs", type=int, default=1, help="how often each way is run; the median counts (1)")
    parser.add_argument(
        "--threads", type=int, default=os.cpu_count() or 1, help="requests at once to LanguageTool alone"
    )
    parser.add_argument("--only", default="", metavar="WORDS", help="run the ways whose names hold one of these, by |")
    parser.add_argument("--output", type=Path, help="write all figures as JSON as well")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="copydesk-speed-") as folder:
        try:
            print(
                *report(Bench(Path(folder), given.paths, given.threads), given.runs, given.only, given.output), sep="\n"
            )
        except CommandFailed as error:
            print(error, file=sys.stderr)
            return 1
    return 0


class Bench:
    """The articles, the folders and the commands of one benchmark."""

    def __init__(self, folder: Path, paths: Sequence[str], threads: int) -> None:
        """Prepare in `folder`; this fetches LanguageTool if need be."""
        self.folder, self.paths, self.threads = folder, [str(Path(path).resolve()) for path in paths], threads
        self.short = folder / "short.md"
        self.short.write_text(SHORT, encoding="utf-8")
        self.texts = folder / "texts.json"
        self.alone = folder / "alone.json"
        self.facts: Mapping[str, str] = {}
        self.java, self.jars, self.host = self._library()
        self.words = self._texts()
        self.found: Mapping[str, float] = {}
        (folder / "again.toml").write_text('[cache]\nfolder = "again"\n', encoding="utf-8")

    def ways(self) -> Iterator[Way]:
        """Yield what is measured, in the order in which it is run."""
        html = ("--output", f"html={self.folder / 'report'}")
        again = ("--config", str(self.folder / "again.toml"))
        yield Way(COMMAND_LINE, self.command_line)
        yield Way("LanguageTool's server alone, all its rules", lambda: self.languagetool_alone("all"))
        yield Way(ALONE, lambda: self.languagetool_alone("wanted"))
        yield Way(GRAMMAR, lambda: self.anew("check", "--check", "grammar"))
        yield Way("copydesk check --skip-check grammar", lambda: self.anew("check", "--skip-check", "grammar"))
        yield Way(CHECK, lambda: self.anew("check"))
        yield Way(DIRECT, lambda: self.anew("check", *html))
        yield Way(AUDIT, lambda: self.anew("audit", *html))
        yield Way(COLD, lambda: self.remembering("check", *again))
        yield Way(WARM, lambda: self.copydesk("check", *again))
        yield Way(ONE_NEW, lambda: self.with_one_new("check", *again))
        yield Way(WARM_AUDIT, lambda: self.copydesk("audit", *again, *html))
        yield Way(LIBRARY_START, self.library_start, short=True)
        yield Way(START, lambda: self.on_short("--check", "grammar"), short=True)
        yield Way("start: copydesk without grammar", lambda: self.on_short("--skip-check", "grammar"), short=True)

    def anew(self, command: str, *options: str) -> Cost:
        """Run copydesk over all articles without its cache."""
        return self.copydesk(command, "--no-cache", *options)

    def remembering(self, command: str, *options: str) -> Cost:
        """Run copydesk over all articles with a cache that is empty."""
        shutil.rmtree(self.folder / "again", ignore_errors=True)
        return self.copydesk(command, *options)

    def with_one_new(self, command: str, *options: str) -> Cost:
        """Run copydesk over all articles and one that no run has seen."""
        new = self.folder / "new.md"
        new.write_text(f"{SHORT}\nIt is number {time.time_ns()}.\n", encoding="utf-8")
        return self.copydesk(command, *options, str(new))

    def copydesk(self, command: str, *options: str) -> Cost:
        """Run copydesk over all articles."""
        cost, audit = self._copydesk(command, *options, *self.paths)
        if command == "audit":
            self.found = dict(per_1000_words(audit))
        return cost

    def on_short(self, *options: str) -> Cost:
        """Run `copydesk check` on the short text."""
        return self._copydesk("check", "--no-cache", *options, str(self.short))[0]

    def _copydesk(self, *arguments: str) -> tuple[Cost, Any]:
        """Return what a run cost, and its audit.

        Raises:
            CommandFailed: also when a check did not run, because then the time means nothing.
        """
        written = self.folder / "audit.json"
        options = ["--fail-on=never", "--allow-incomplete", "--quiet", f"--output=json={written}"]
        cost = measure([COPYDESK, *arguments, *options], folder=self.folder)
        audit = json.loads(written.read_text(encoding="utf-8"))
        checks = audit["run"]["checks"]
        failed = [f"{name}: {status['reason']}" for name, status in checks.items() if status["status"] == "failed"]
        if failed:
            raise CommandFailed(f"copydesk {' '.join(arguments)} could not run everything: {'; '.join(failed)}")
        return cost, audit

    def command_line(self) -> Cost:
        """Let LanguageTool's own command line proofread the texts that the grammar check sends, each a file."""
        return measure(command_line.command(self.java, self.jars, self.host, self.folder / command_line.TEXTS))

    def languagetool_alone(self, rules: str) -> Cost:
        """Ask LanguageTool for the texts that the grammar check sends, for `all` its rules or those `wanted`."""
        module = [sys.executable, "-m", "tests.benchmarks.languagetool_alone"]
        cost = measure([*module, self.texts, str(self.threads), rules, self.alone])
        self.facts = json.loads(self.alone.read_text(encoding="utf-8"))["facts"]
        return cost

    def library_start(self) -> Cost:
        """Let language-tool-python start its own server and check the short text."""
        path = os.pathsep.join([str(self.java.parent), os.environ.get("PATH", os.defpath)])
        command = [sys.executable, "-m", "tests.benchmarks.library_start", str(self.folder / "library"), SHORT]
        return measure(command, {**os.environ, "PATH": path})

    def _library(self) -> tuple[Path, Sequence[Path], Host]:
        """Fetch and prepare LanguageTool, lay it out for language-tool-python; return Java, jars and their host."""
        import platformdirs

        from checks.grammar.options import GrammarOptions
        from flows.languagetool import launch
        from flows.languagetool.install import install
        from flows.languagetool.java import find_java
        from flows.progress import Silent

        options = GrammarOptions()
        with launch(options) as tool:
            tool.wait()
        java = find_java(options.java, os.environ)
        host = Host(platformdirs.user_cache_path("copydesk", appauthor=False), os.environ, Silent())
        installed = install(options, java, host)
        lay_out(self.folder / "library", installed.classpath, installed.version)
        return java.path, installed.classpath, host

    def _texts(self) -> int:
        """Write down what the grammar check would send; return its number of words."""
        from checks.grammar.dialect import dialect
        from checks.grammar.options import GrammarOptions
        from checks.grammar.text import proof
        from checks.parsing import parse
        from flows.settings import Settings
        from flows.sources import gather

        gathered = gather(self.paths, max_bytes=Settings().max_bytes)
        articles = [parse(raw.source, name=raw.path, format=raw.format) for raw in gathered.articles]
        read = [(proof(article).text, dialect(article, GrammarOptions())) for article in articles]
        asked = [{"text": text, "language": language} for text, language in read if text.strip()]
        self.texts.write_text(json.dumps(asked), encoding="utf-8")
        command_line.lay_texts(self.folder, (one["text"] for one in asked))
        return sum(len(one["text"].split()) for one in asked)


def per_1000_words(audit: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield findings per 1,000 words by check."""
    words = sum(article["words"] for article in audit["articles"])
    found = Counter(finding["check"] for article in audit["articles"] for finding in article["findings"])
    for name, status in audit["run"]["checks"].items():
        if status["status"] == "ran":
            yield name, 1000 * found[name] / max(words, 1)


def report(bench: Bench, runs: int, only: str, output: Path | None) -> Iterator[str]:
    """Measure and yield the report's lines."""
    costs: dict[str, list[Cost]] = {}
    ways = [way for way in bench.ways() if any(words in way.name for words in only.split("|"))]
    for number in range(runs):
        for way in ways:
            print(f"run {number + 1} of {runs}: {way.name} …", file=sys.stderr, flush=True)
            costs.setdefault(way.name, []).append(way.run())
    medians = {name: typical(several) for name, several in costs.items()}
    machine = {
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "memory_mib": psutil.virtual_memory().total // MEBIBYTE,
        "words": bench.words,
        "runs": runs,
        **{name: bench.facts[name] for name in ("java", "version") if name in bench.facts},
    }
    figures = dict(ratios(medians))
    yield ", ".join(f"{name} {value}" for name, value in machine.items())
    yield ""
    yield from table(ways, medians, bench.words)
    yield ""
    yield from ("| ratio | |", "|---|--:|")
    yield from (f"| {name} | {value:.2f} |" for name, value in figures.items())
    yield ""
    yield from ("| findings per 1,000 words | |", "|---|--:|")
    yield from (f"| {name} | {value:.1f} |" for name, value in bench.found.items())
    if output:
        every = {name: [asdict(one) for one in several] for name, several in costs.items()}
        output.write_text(
            json.dumps({"machine": machine, "costs": every, "ratios": figures, "findings": bench.found}, indent=2)
            + "\n",
            encoding="utf-8",
        )


def table(ways: Sequence[Way], medians: Mapping[str, Cost], words: int) -> Iterator[str]:
    """Yield a row for each way."""
    yield "| | wall s | words/s | CPU s | words/CPU s | peak MiB |"
    yield "|---|--:|--:|--:|--:|--:|"
    for way in ways:
        cost = medians[way.name]
        speeds = ("", "") if way.short else (f"{words / cost.wall:,.0f}", f"{words / max(cost.cpu, 0.01):,.0f}")
        cells = (way.name, f"{cost.wall:.1f}", speeds[0], f"{cost.cpu:.1f}", speeds[1], f"{cost.peak / MEBIBYTE:,.0f}")
        yield f"| {' | '.join(cells)} |"


def ratios(costs: Mapping[str, Cost]) -> Iterator[tuple[str, float]]:
    """Yield the ratios by which copydesk is judged, of those ways that were run."""
    for name, figure, one, other in RATIOS:
        if one in costs and other in costs:
            yield name, getattr(costs[one], figure) / getattr(costs[other], figure)
    if DIRECT in costs and AUDIT in costs:
        yield "orchestration's share of an audit, wall", 1 - costs[DIRECT].wall / costs[AUDIT].wall
        yield "orchestration's share of an audit, CPU", 1 - costs[DIRECT].cpu / costs[AUDIT].cpu


if __name__ == "__main__":
    sys.exit(main())
