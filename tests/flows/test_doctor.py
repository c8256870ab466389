"""The doctor: finds what works by trying it, and what does not, whatever else is broken."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from flows import doctor
from flows.doctor import Diagnosis, Health, machine, network, orchestration, proofreading
from flows.doctor.diagnosis import Finding, examined
from flows.errors import UsageError
from flows.languagetool.lock import VERSION, further, pinned
from flows.progress import Silent
from flows.settings import Settings, load


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, the top of its repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def closed_port() -> Iterator[int]:
    """Yield a port on which nobody answers, for as long as it is held."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


def grammar(**options: str) -> Settings:
    return load(changes={"grammar": options})


@pytest.mark.slow
@pytest.mark.languagetool
@pytest.mark.prefect
def test_on_a_machine_that_works_everything_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run(None) == 0
    said = capsys.readouterr().out
    names = [line.split(maxsplit=1)[1].split("  ")[0] for line in said.splitlines() if not line.startswith(" ")]
    assert names == [
        *("settings", "Python", "packages", "syllables", "cache", "git"),
        *("Java", "LanguageTool", "languages", "grammar", "links", "Prefect", "Prefect server"),
    ]
    assert "started and proofread a sentence in" in said
    assert not any(line.startswith("fail") for line in said.splitlines())


def test_everything_else_is_looked_at_when_settings_are_wrong() -> None:
    Path("copydesk.toml").write_text("jbs = 1", "utf-8")
    # Not so far as to start servers.
    found = {one.name: one for one in islice(doctor.diagnose(), 7)}
    assert found["settings"].health is Health.FAIL
    assert found["settings"].detail == 'copydesk.toml:1: jbs: there is no such key. Did you mean "jobs"?'
    assert found["Python"].health is Health.OK
    assert found["Java"].health is Health.OK


def test_settings_that_are_right_are_named() -> None:
    Path("copydesk.toml").write_text("jobs = 1", "utf-8")
    first = next(doctor.diagnose())
    assert (first.health, Path(first.detail).name) == (Health.OK, "copydesk.toml")


def test_no_settings_file_is_well_and_told_how_to_write_one() -> None:
    first = next(doctor.diagnose())
    assert (first.health, first.remedy) == (Health.OK, "To write one: copydesk init")


def test_a_probe_that_breaks_is_a_finding() -> None:
    def broken() -> Finding:
        raise ImportError("no module named x\nand more")

    assert examined("thing", broken) == Diagnosis(
        "thing", Health.FAIL, "ImportError: no module named x", "Install copydesk anew, or report this."
    )


def test_a_probe_that_knows_the_remedy_tells_it() -> None:
    def wrong() -> Finding:
        raise UsageError("This is wrong.", "Do that.")

    assert examined("thing", wrong) == Diagnosis("thing", Health.FAIL, "This is wrong.", "Do that.")


def test_the_text_has_a_line_for_each_and_remedies_under_them() -> None:
    found = [Diagnosis("git", Health.OK, "2.39"), Diagnosis("Java", Health.FAIL, "there is none", "Install it.")]
    assert [line.split() for line in doctor.text(found).splitlines()] == [
        ["ok", "git", "2.39"],
        ["fail", "Java", "there", "is", "none"],
        ["->", "Install", "it."],
    ]


# -- the machine


def test_packages_within_their_bounds_are_well() -> None:
    assert machine.packages()[0] is Health.OK


def test_a_package_out_of_bounds_and_a_missing_one_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["textstat<0.1", "no-such-package>=1", 'never; python_version<"3"', 'extra; extra=="test"', "pytest"]
    monkeypatch.setattr(machine, "requires", lambda _name: wanted)
    health, detail, remedy = machine.packages()  # type: ignore[misc]
    assert health is Health.FAIL
    assert detail.startswith("textstat 0.7.13 does not go with copydesk, which wants <0.1; no-such-package is not")
    assert remedy


def test_another_python_is_told_which_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.python()[0] is Health.OK
    monkeypatch.setattr(machine, "SUPPORTED", ((3, 1), (3, 2)))
    assert machine.python()[2:] == ("copydesk needs Python 3.1 to 3.2.",)


def test_syllables_are_counted_without_network_and_without_a_home(tmp_path: Path) -> None:
    """In a process of its own, which has no cache yet and whose every connection fails."""
    program = (
        "import socket\n"
        "def refuse(*_): raise OSError('no network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from flows.doctor.machine import syllables\n"
        "print(syllables()[0])"
    )
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "PYTHONPATH": str(Path(doctor.__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "ok\n"


def test_a_cache_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("file").write_text("", "utf-8")
    assert machine.cache(Settings())[0] is Health.OK
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("file").absolute()))
    health, detail, *_ = machine.cache(Settings())
    assert health is Health.FAIL
    assert "cannot be written: not a directory" in detail
    monkeypatch.delenv("XDG_CACHE_HOME")
    Path("copydesk.toml").write_text('cache.folder = "file"', "utf-8")
    assert machine.cache(load())[2:] == ("Make it writable, or set cache.folder to another folder.",)


def test_the_cache_that_settings_name_is_tried_too() -> None:
    Path("kept").write_text("", "utf-8")
    health, detail, *_ = machine.cache(load(changes={"cache": {"folder": "kept/deep"}}))
    assert health is Health.FAIL
    assert str(Path("kept/deep").absolute()) in detail


def test_a_disk_that_is_nearly_full_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LEAST_FREE", 10**18)
    assert machine.cache(Settings())[0] is Health.WARN


@pytest.mark.git
def test_git_is_not_needed_by_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.git()[0] is Health.OK
    monkeypatch.setenv("PATH", "")
    assert machine.git()[0] is Health.WARN


# -- links


def links(**options: object) -> Settings:
    return load(changes={"citations": {"links": options}})


def test_links_are_not_asked_by_default_and_the_doctor_asks_nobody_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was looked up"))
    assert network.links(Settings())[0] is Health.OK


def test_that_addresses_leave_the_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.7", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    health, detail, *_ = network.links(links(check=True))
    assert health is Health.OK
    assert "leave this machine" in detail


def test_links_without_a_network_cannot_be_checked(monkeypatch: pytest.MonkeyPatch, closed_port: int) -> None:
    def offline(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    health, _, remedy = network.links(links(check=True, proxy=f"http://127.0.0.1:{closed_port}"))  # type: ignore[misc]
    assert (health, remedy) == (Health.FAIL, "Correct citations.links.proxy.")
    monkeypatch.setattr(socket, "getaddrinfo", offline)
    assert network.links(links(check=True))[0] is Health.FAIL


# -- LanguageTool


def test_a_java_that_is_not_there_is_named() -> None:
    health, detail, *_ = proofreading.java(grammar(java="/no/such/java"))
    assert health is Health.FAIL
    assert "/no/such/java" in detail


def test_a_server_of_ones_own_needs_neither_java_nor_files(closed_port: int) -> None:
    settings = grammar(server=f"http://127.0.0.1:{closed_port}")
    assert proofreading.java(settings)[0] is Health.OK
    assert proofreading.files(settings)[0] is Health.OK


def test_it_is_told_that_text_goes_to_another_machine() -> None:
    assert "the text of articles is sent there" in proofreading.files(grammar(server="http://192.0.2.7:8081"))[1]
    assert "sent" not in proofreading.files(grammar(server="http://127.0.0.1:8081"))[1]


def test_a_server_that_does_not_answer_is_named(closed_port: int) -> None:
    address = f"http://127.0.0.1:{closed_port}"
    health, detail, *_ = proofreading.start(grammar(server=address), Silent())
    assert health is Health.FAIL
    assert address in detail


def test_a_folder_without_languagetool_is_named(tmp_path: Path) -> None:
    health, detail, *_ = proofreading.files(grammar(directory=str(tmp_path)))
    assert health is Health.FAIL
    assert str(tmp_path) in detail


def test_files_that_are_still_to_be_fetched_are_told_with_their_size(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    health, detail, *_ = proofreading.files(Settings())
    assert health is Health.WARN
    size = sum(jar.size for jar in pinned()) / 1e6
    assert f"{len(pinned())} of {len(pinned())} files are still to be fetched ({size:.0f} MB)" in detail


def test_languages_are_told_with_what_is_still_to_be_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    settings = grammar(**{"library-folder": str(tmp_path)})
    here, _, later = proofreading.languages(settings)[1].partition("; fetched with the first article in it: ")
    assert here == "Catalan, English, Portuguese, Spanish"
    assert "German (22.8 MB)" in later
    for jar in further()["fr"]:
        path = tmp_path / "copydesk" / f"languagetool-{VERSION}" / jar.path
        path.parent.mkdir(parents=True)
        path.write_bytes(b"damaged")
    assert "French (3.1 MB)" in proofreading.languages(settings)[1]
    assert "grammar.server" in proofreading.languages(grammar(server="http://127.0.0.1:1"))[1]


# -- Prefect


@pytest.mark.prefect
def test_a_prefect_server_that_does_not_answer_is_named(closed_port: int) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    address = f"http://127.0.0.1:{closed_port}/api"
    with temporary_settings({PREFECT_API_URL: address}):
        assert orchestration.prefect()[1].endswith("set to use a server of yours")
        health, detail, *_ = orchestration.server()
    assert health is Health.FAIL
    assert address in detail
