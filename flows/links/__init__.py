"""Links asked over the network: `citations.links` in the settings, off unless they say otherwise.

    with launch(options, memory, observer) as web:     # nothing happens yet
        web.expect(questions)                            # returns at once; asked in the background
        web.answer(question)                             # waits until all were asked
        web.facts()                                      # who was asked: for the record

`guard` says which addresses may be asked, `line` connects to these and no
others, `call` sends one request, `visit` follows one link, `pace` keeps the
distance between requests, `asker` hands out the work and judges whether there
is a network, `memory` keeps the answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.citations.link_options import LinkOptions
from flows.progress import Observer

if TYPE_CHECKING:
    from flows.links.asker import Asker, Asking
    from flows.links.guard import Resolve
    from flows.links.memory import Memory

__all__ = ["launch", "online"]

CONTROL = "example.com"
"""A name that exists (RFC 2606), looked up to tell a name that does not exist from a machine without a network."""
SECONDS = 5.0
"""How long to wait for a proxy to take a connection when nobody has answered through it."""


def launch(
    options: LinkOptions,
    memory: Memory,
    observer: Observer,
    resolve: Resolve | None = None,
) -> Asker:
    """Return the web, to be asked.

    Args:
        options: the settings `citations.links`.
        memory: earlier answers.
        observer: told of progress, from other threads.
        resolve: looks names up; the system by default.
    """
    from flows.links.asker import Asker

    def begin(until: float) -> Asking:
        from flows.links.call import Caller
        from flows.links.guard import Guard, look_up
        from flows.links.pace import Pace
        from flows.links.visit import Visitor

        guard = Guard(options.allow_hosts, resolve or look_up)
        return Visitor(options, Caller(options, guard), Pace(options.pause, until))

    return Asker(options, begin, memory, lambda: online(options, resolve), observer)


def online(options: LinkOptions, resolve: Resolve | None = None) -> bool:
    """Whether there seems to be a network: a name that exists is found, or the settings' proxy takes connections."""
    from flows.links.guard import look_up

    try:
        return _takes_connections(options.proxy) if options.proxy else bool((resolve or look_up)(CONTROL, 443))
    except OSError:
        return False


def _takes_connections(proxy: str) -> bool:
    """Whether somebody listens where a proxy should be; raises `OSError` when not."""
    import socket
    from urllib.parse import urlsplit

    where = urlsplit(proxy)
    with socket.create_connection((where.hostname, where.port or (443 if where.scheme == "https" else 80)), SECONDS):
        return True
