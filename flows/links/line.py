"""Connections that go only where the guard said, and end when their time is over."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Sequence
from typing import Any

from httpcore import (
    SOCKET_OPTION,
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    ReadTimeout,
    SyncBackend,
)

from flows.links.guard import Address

TRIED = 4
"""Addresses of one host to try at most."""


class Line(NetworkBackend):
    """Connects to given addresses, whatever the host is called, until a moment of `time.monotonic`.

    Time limits of single reads do not end an answer that comes in drips; this
    one does, since each read gets what is left.
    """

    def __init__(self, addresses: Sequence[Address] | None, until: float) -> None:
        """Lead to one of `addresses`; None: to the host itself, which is a proxy of the settings."""
        self._addresses = addresses
        self._until = until

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  # httpcore's interface
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Return a connection to the first of the addresses that takes one."""
        targets = [host] if self._addresses is None else [str(one) for one in self._addresses[:TRIED]]
        refused: ConnectError | ConnectTimeout | None = None
        for at, target in enumerate(targets):
            try:
                # Each gets its share of the time, so that one that is silent leaves some for the next.
                share = _left(self._until) / (len(targets) - at)
                stream = SyncBackend().connect_tcp(target, port, share, local_address, socket_options)
                return _Stream(stream, self._until)
            except (ConnectError, ConnectTimeout) as error:
                refused = error
        raise refused or ConnectError("no address")


class _Stream(NetworkStream):
    """A connection whose every step gets the time that is left for all."""

    def __init__(self, stream: NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002  # as above
        return self._stream.read(max_bytes, _left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, _left(self._until))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(self._until)), self._until)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  # as above
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    """Return the seconds until then.

    Raises:
        ReadTimeout: when there are none.
    """
    left = until - time.monotonic()
    if left <= 0:
        raise ReadTimeout
    return left
