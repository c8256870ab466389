"""Settings of the grammar check, the proofreader's included."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from checks.rule import Options

Dialect = Literal["auto", "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA"]

Variety = Literal[
    "ca-ES",
    "ca-ES-valencia",
    "ca-ES-balear",
    "de-DE",
    "de-AT",
    "de-CH",
    "es",
    "es-AR",
    "fr",
    "fr-BE",
    "fr-CA",
    "fr-CH",
    "nl",
    "nl-BE",
    "pt-PT",
    "pt-BR",
    "pt-AO",
    "pt-MZ",
]
"""What LanguageTool tells apart within a language; of the others it knows one variety."""


class GrammarOptions(Options):
    """What `[grammar]` in the settings may hold."""

    server: str = Field(
        "",
        description="Address of a LanguageTool server that you run; none is started then.",
    )
    directory: str = Field("", description="Folder of a LanguageTool that is already on this machine.")
    repository: str = Field(
        "", description="Address of a Maven repository to fetch LanguageTool from, such as a mirror in your network."
    )
    library_folder: str = Field(
        "",
        description="Folder of the LanguageTool that language-tool-python keeps; empty: its own, in the user's cache.",
    )
    library_host: str = Field(
        "", description="Address that language-tool-python's own download comes from; empty: its own."
    )
    java: str = Field(
        "",
        description="Java (17 or newer) to run LanguageTool with; empty: the packaged one, then JAVA_HOME, then PATH.",
    )
    heap: str = Field(
        "1g",
        pattern=r"^[1-9][0-9]*[mg]$",
        description="Memory that LanguageTool may use; it starts again with more when it runs out.",
    )
    fast_start: bool = Field(
        default=True, description="Prepare LanguageTool once for each user; it starts in half of the time."
    )
    start_timeout: float = Field(90, gt=0, le=600, description="Seconds that LanguageTool may take to start.")
    request_timeout: float = Field(60, gt=0, le=600, description="Seconds that LanguageTool may take for one request.")
    download_timeout: float = Field(
        900, gt=0, le=7200, description="Seconds that fetching LanguageTool may take altogether."
    )
    level: Literal["default", "picky"] = Field("default", description="picky: LanguageTool's stricter rules as well.")
    dialect: Dialect = Field(
        "auto", description="Variety of English; auto: the better of en-US and en-GB for each article."
    )
    varieties: tuple[Variety, ...] = Field(
        (),
        description="Varieties of other languages, such as de-AT or pt-BR, for articles whose tag names no region.",
    )
    disabled_rules: tuple[str, ...] = Field(
        (), description="LanguageTool rules that are off, by id; * stands for any letters."
    )
    disabled_categories: tuple[str, ...] = Field((), description="LanguageTool categories that are off, by id.")
    enabled_rules: tuple[str, ...] = Field(
        (), description="LanguageTool rules that are on though this check leaves them off."
    )
