"""Fit the models of claims and praise, and print their figures.

    python -m tests.benchmarks.training DATA ARTICLES [--only claims|praise] [--dry-run]

DATA is the folder of evaluation data (NAME.dev.jsonl), ARTICLES the folder of
the GSA/digitalgov.gov articles. Needs numpy, scipy and scikit-learn, which the
product does not. Writes checks/evidence/models/claims.txt, alone.txt and
praise.txt; the cards there (claims.md, praise.md) take their figures from what this prints.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from threadpoolctl import threadpool_limits

from tests import documentation
from tests.benchmarks.training import claims, praise
from tests.benchmarks.training.vectors import vectors

MODELS = Path(__file__).parents[3] / "checks" / "evidence" / "models"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.training", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    parser.add_argument("--only", choices=["claims", "praise"])
    parser.add_argument("--dry-run", action="store_true", help="print the figures and write nothing")
    given = parser.parse_args(arguments)
    # One thread is no slower on matrices of this size, and many times faster on a machine that does other things, too.
    with threadpool_limits(1):
        _train(given)
    if not given.dry_run:
        documentation.main()  # it quotes the cards


def _train(given: argparse.Namespace) -> None:
    meaning = vectors(given.data, given.articles)
    if given.only != "praise":
        trained = claims.train(given.data, given.articles, meaning)
        if not given.dry_run:
            (MODELS / "claims.txt").write_text(trained.claims, encoding="utf-8")
            (MODELS / "alone.txt").write_text(trained.alone, encoding="utf-8")
            (MODELS / "claims.md").write_text(trained.card, encoding="utf-8")
    if given.only != "claims":
        fitted = praise.train(given.data, given.articles, meaning)
        if not given.dry_run:
            (MODELS / "praise.txt").write_text(fitted.model, encoding="utf-8")
            (MODELS / "praise.md").write_text(fitted.card, encoding="utf-8")


if __name__ == "__main__":
    main()
