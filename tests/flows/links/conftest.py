"""What tests of link checking share."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.flows.links.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Yield a server that runs."""
    with serving() as made:
        yield made


@pytest.fixture
def closed_port() -> Iterator[int]:
    """Yield a port on which nobody answers, for as long as it is held."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]
