"""What can be set, as pydantic models: the one source of documentation, schema, `copydesk init` and validation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import GenericAlias, MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, Field, PrivateAttr, create_model

from checks.registry import all_checks
from checks.rule import Options
from flows.patterns import matches

Level = Literal["error", "warning", "suggestion", "stricter", "off"]
FailOn = Literal["error", "warning", "suggestion", "never"]
AUTO = "auto"
LANGUAGE = rf"^({AUTO}|[A-Za-z]{{2,3}}(-[A-Za-z0-9]{{2,8}})*)$"


class Table(BaseModel):
    """One table of the settings: unknown keys are errors, keys are written in kebab case."""

    model_config = Options.model_config


class Cache(Table):
    """What is kept between runs, so that what did not change is not checked again."""

    enabled: bool = Field(
        default=True, description="Remember what was found in each article and paragraph, and what links led to."
    )
    folder: str = Field(
        default="", description="Where it is kept, seen from the settings file; empty: the user's cache folder."
    )
    megabytes: int = Field(default=200, ge=1, description="How large it may grow; what was not needed longest goes.")


class Vocabulary(Table):
    """Words that the grammar check accepts."""

    accept: tuple[str, ...] = Field(default=(), description="Words to accept, as they are written (case counts).")
    files: tuple[str, ...] = Field(
        default=(), description="Files with one word a line, seen from the settings file; `#` starts a comment."
    )


class Gate(Table):
    """The policy that an audit is held against."""

    fail_on: FailOn = Field(
        default="error",
        description="The mildest severity that fails an article; `never` reports only, whatever the other keys say.",
    )
    min_confidence: float = Field(
        default=0.0, ge=0, le=1, description="Findings less sure than this, from 0 to 1, are left out."
    )
    new_only: bool = Field(
        default=True,
        description="With a baseline or --since only new findings count; false: all count, new ones are only marked.",
    )
    baseline: str = Field(
        default="", description="File of accepted findings, seen from the settings file; empty: none."
    )
    budgets: dict[str, float] = Field(
        default_factory=dict,
        description="By check: findings per 1,000 words, of any severity, that an article may have, rounded up.",
    )
    least_score: int = Field(
        default=0, ge=0, le=100, description="The least score, from 0 to 100, that an article must have."
    )
    allow_incomplete: bool = Field(
        default=False,
        description="End with exit code 0 although a check could not run or an article could not be read.",
    )


class Overriding(Table):
    """Other settings for some articles. Later overrides win over earlier ones."""

    paths: tuple[str, ...] = Field(
        min_length=1,
        description="Patterns as in .gitignore, seen from the settings file, of the articles that it is for.",
    )
    profile: str = Field(default="", description="Another profile.")
    language: str = Field(default=AUTO, pattern=LANGUAGE, description="Another language.")
    skip_checks: tuple[str, ...] = Field(default=(), description="Checks that these articles are spared.")
    rules: dict[str, Level] = Field(
        default_factory=dict, description="Severities, `stricter` or `off`, by rule or check."
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """Where settings come from."""

    root: Path
    """What relative paths and patterns are seen from: the settings file's folder, or the working directory."""
    file: Path | None = None
    """The settings file, if there is one."""
    given: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What the file says."""
    changes: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What the command line says; it wins over everything."""


def beside(origin: Origin, name: str) -> Path:
    """Return a path that settings name, seen from their file."""
    return origin.root / Path(name).expanduser()


class Settings(Table):
    """All settings in force. Made by `flows.settings.load`; `Settings()` holds the defaults."""

    profile: str = Field(
        default="", description="A named group of settings for a kind of writing; what you set yourself wins over it."
    )
    checks: tuple[str, ...] = Field(default_factory=lambda: tuple(all_checks()), description="The checks to run.")
    skip_checks: tuple[str, ...] = Field(default=(), description="Checks not to run.")
    advisory: tuple[str, ...] = Field(
        default=(), description="Checks that report but never decide the verdict; all others are required."
    )
    exclude: tuple[str, ...] = Field(
        default=(),
        description="What to leave out of folders and globs: patterns as in .gitignore, seen from the settings file.",
    )
    max_bytes: int = Field(
        default=10_000_000, ge=1, description="Largest article, in bytes; a larger one is reported, not audited."
    )
    language: str = Field(
        default=AUTO,
        pattern=LANGUAGE,
        description="Language of articles that do not name theirs, as a BCP 47 tag such as `en-GB`; "
        "auto: told by their words, English when that is not sure.",
    )
    jobs: int = Field(
        default=0, ge=0, description="Articles to check at the same time; 0: as many as there are processors."
    )
    cache: Cache = Field(default_factory=Cache, description="What is kept between runs.")
    vocabulary: Vocabulary = Field(default_factory=Vocabulary, description="Words that the grammar check accepts.")
    gate: Gate = Field(default_factory=Gate, description="The policy that an audit is held against.")
    rules: dict[str, Level] = Field(
        default_factory=dict,
        description="Severity or `off` by rule (`citations/missing-citation`) or check; a rule's own entry wins. "
        "`stricter` makes what is found a step more severe: a warning from a confidence of 0.5, an error from 0.8.",
    )
    overrides: tuple[Overriding, ...] = Field(default=(), description="Other settings for some articles.")

    _origin: Origin = PrivateAttr(default_factory=lambda: Origin(Path.cwd()))
    _filed_words: frozenset[str] = PrivateAttr(default=frozenset())
    _by_hits: dict[tuple[int, ...], Settings] = PrivateAttr(default_factory=dict)

    @property
    def root(self) -> Path:
        """What relative paths and patterns are seen from."""
        return self._origin.root

    @property
    def file(self) -> Path | None:
        """The settings file, if one was found."""
        return self._origin.file

    @property
    def given_language(self) -> str:
        """The language of articles that do not name theirs; empty: to be told by their words."""
        return "" if self.language == AUTO else self.language

    @property
    def words(self) -> frozenset[str]:
        """The accepted words, from `[vocabulary]` and its files."""
        return self._filed_words | frozenset(self.vocabulary.accept)

    @property
    def selected(self) -> tuple[str, ...]:
        """The checks to run, in alphabetical order."""
        return tuple(sorted(set(self.checks) - set(self.skip_checks)))

    @property
    def required(self) -> frozenset[str]:
        """The checks that decide the verdict."""
        return frozenset(self.selected) - frozenset(self.advisory)

    def options(self, check: str) -> Options:
        """Return the options of a check.

        Raises:
            KeyError: when there is no such check.
        """
        mine = getattr(self, field_name(check), None)
        return mine if isinstance(mine, Options) else all_checks()[check].options()

    def beside(self, name: str) -> Path:
        """Return a path that the settings name, seen from the settings file."""
        return beside(self._origin, name)

    def come_from(self, origin: Origin, filed_words: frozenset[str]) -> None:
        """Take note of where these settings come from and what their vocabulary files hold."""
        self._origin, self._filed_words = origin, filed_words

    def for_path(self, path: str) -> Settings:
        """Return the settings for an article at `path` (relative to the working directory), overrides applied."""
        from flows.settings.layers import overridden

        hits = tuple(index for index, one in enumerate(self.overrides) if path and matches(one.paths, path, self.root))
        if not hits:
            return self
        if hits not in self._by_hits:
            self._by_hits[hits] = overridden(self._origin, hits)
        return self._by_hits[hits]


def field_name(check: str) -> str:
    """Return the name of the field that holds a check's options."""
    return check.replace("-", "_")


@cache
def model() -> type[Settings]:
    """Return `Settings` with a table for each check, and the same in each override."""
    tables: dict[str, Any] = {}
    other_tables: dict[str, Any] = {}
    for name, check in all_checks().items():
        tables[field_name(name)] = check.options, Field(default_factory=check.options, description=check.summary)
        other_tables[field_name(name)] = check.options | None, Field(default=None, description=check.summary)
    override = create_model("Override", __base__=Overriding, __doc__=Overriding.__doc__, **other_tables)
    tables["overrides"] = GenericAlias(tuple, (override, ...)), Settings.model_fields["overrides"]
    made: type[Settings] = create_model("Everything", __base__=Settings, __doc__="Settings of copydesk.", **tables)
    return made
