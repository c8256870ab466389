"""What `fake_java` runs: `java -version`, or a LanguageTool server with bad manners.

Manners (in FAKE_MANNERS, parted by spaces):
  die            ends at once
  die-first      ends at once, the first time
  taken          says twice that its port is taken
  mute           never says that it has started
  starve         runs out of memory unless it may have 2000 MB
  new            is version 25, and writes what it is asked to prepare
  clumsy         is version 25, and does not
  old            is LanguageTool 5.9
Texts are answered with one match for each "eror". A text with POISON ends the
server, with SLOW brings status 500, LONG 413, RUDE no JSON, BUSY 503 once.
With HANG it waits for ever, the first time, with TOIL it works for 3 s, and
until then it does not say how it is, either.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

MANNERS = os.environ.get("FAKE_MANNERS", "").split()
VERSION = "5.9" if "old" in MANNERS else "6.8"
ABSENT = threading.Event()
"""Set while nobody is told how it is."""
FOLDER = Path(os.environ.get("FAKE_FOLDER", "."))


def arguments() -> list[str]:
    """Return the arguments of Java's argument file."""
    content = Path(sys.argv[1].removeprefix("@")).read_text("utf-8")
    return [line.strip('"') for line in content.splitlines()]


def nth_start() -> int:
    """Return which start this is, from 1."""
    with (FOLDER / "starts").open("a+", encoding="utf-8") as file:
        file.write(f"{os.getpid()}\n")
        file.seek(0)
        return len(file.read().splitlines())


class Handler(BaseHTTPRequestHandler):
    """Answers as LanguageTool does, more or less."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path.startswith("/v2/languages"):
            self.answer(200, json.dumps(languages()))
        elif self.path.startswith("/v2/info"):
            self.answer(200, json.dumps({"software": {"name": "LanguageTool", "version": VERSION}}))
        else:
            while ABSENT.is_set():
                time.sleep(0.05)
            self.answer(200, "OK")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        text = parse_qs(body)["text"][0]
        if "POISON" in text:
            os._exit(1)
        if "HANG" in text and not (FOLDER / "hung").exists():
            (FOLDER / "hung").touch()
            ABSENT.set()
            time.sleep(600)
        if "TOIL" in text:
            ABSENT.set()
            end = time.monotonic() + 3
            while time.monotonic() < end:
                pass
            ABSENT.clear()
        if "starve" in MANNERS and heap() < 2000:
            print("Terminating due to java.lang.OutOfMemoryError: Java heap space", flush=True)
            os._exit(3)
        if "SLOW" in text:
            self.answer(500, "Error: Checking took longer than 20.0 seconds, which is this server's limit.")
        elif "LONG" in text:
            self.answer(413, "Error: Your text exceeds the limit of 10 characters.")
        elif "RUDE" in text:
            self.answer(200, "<html>Hello</html>")
        elif "BUSY" in text and not (FOLDER / "was-busy").exists():
            (FOLDER / "was-busy").touch()
            self.answer(503, "Error: too many requests", ("Retry-After", "1"))
        else:
            software = {"name": "LanguageTool", "version": VERSION}
            self.answer(200, json.dumps({"software": software, "matches": [*matches(text)]}))

    def answer(self, status: int, body: str, *headers: tuple[str, str]) -> None:
        """Send a whole answer."""
        content = body.encode()
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def languages() -> list[dict[str, str]]:
    """Return English, and German when its jars are on the class path."""
    named = {"en-US": "English", "de-DE": "German"}
    found = [code for code in named if code == "en-US" or any("/de/" in one for one in arguments())]
    return [{"name": named[code], "code": code[:2], "longCode": code} for code in found]


def matches(text: str) -> list[dict[str, object]]:
    """Return one match for each "eror", with offsets in UTF-16 units."""
    rule = {"id": "FAKE", "issueType": "misspelling", "category": {"id": "TYPOS"}}
    found = []
    for hit in re.finditer("eror", text):
        offset = len(text[: hit.start()].encode("utf-16-le")) // 2
        place = {"offset": offset, "length": 4, "context": {"text": "eror", "offset": 0, "length": 4}}
        found.append({"message": "Misspelt.", "replacements": [{"value": "error"}], "rule": rule, **place})
    return found


def heap() -> int:
    """Return the megabytes of -Xmx."""
    return next(int(one[4:-1]) for one in arguments() if one.startswith("-Xmx"))


def main() -> None:
    """Be Java."""
    if sys.argv[1] == "-version":
        version = 25 if {"new", "clumsy"} & {*MANNERS} else 21
        print(f'openjdk version "{version}.0.1" 2023-10-17', file=sys.stderr)
        return
    start = nth_start()
    if "die" in MANNERS or ("die-first" in MANNERS and start == 1):
        print("Error: it is not my day", flush=True)
        sys.exit(1)
    if "taken" in MANNERS and start <= 2:
        print("org.languagetool.server.PortBindingException: could not be started on host", flush=True)
        sys.exit(1)
    if "mute" in MANNERS:
        time.sleep(600)
    args = arguments()
    server = ThreadingHTTPServer(("127.0.0.1", int(args[args.index("--port") + 1])), Handler)
    output = next((one.partition("=")[2] for one in args if one.startswith("-XX:AOTCacheOutput=")), "")
    if output and "new" in MANNERS:
        signal.signal(signal.SIGTERM, lambda *_: (Path(output).write_text("prepared", "utf-8"), os._exit(143)))
    print(f"Starting LanguageTool {VERSION} (build date: today) server", flush=True)
    print("Server started\nEverything is loaded", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
