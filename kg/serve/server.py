"""Starts and stops the server."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from kg.errors import ServeError
from kg.serve.application import application
from kg.serve.dataset import on_disk
from kg.serve.making import make_page
from kg.serve.pool import Pool
from kg.serve.settings import Settings

BACKLOG = 512
"""How many connections the system keeps until they are taken."""

GRACE_S = 1
"""How long answers that are being sent may take when the server is stopped, in seconds."""

_REACHED_AT = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what stands for all addresses of a machine


def serve(out: Path, settings: Settings, on_ready: Callable[[str], None]) -> None:
    """Serve the build in a folder until the process is told to stop.

    Args:
        out: Folder of a build.
        settings: Where to listen, and the limits.
        on_ready: Called with the address once it can be asked.

    Raises:
        QueryError: If there is no build in the folder, or it cannot be read.
        ServeError: If nobody can listen there.
    """
    listener = _listener(settings)
    with listener, on_disk(out, make_page) as folder:

        def start(pool: Pool) -> None:
            server.pool = pool
            on_ready(_address(listener, settings))

        app = application(folder, settings, start)
        server = _Server(
            uvicorn.Config(
                app,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="on",
                log_level="critical",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=GRACE_S,
            )
        )
        server.run(sockets=[listener])
        if not server.started:
            raise ServeError("the server did not start", remedy="run it as kg --debug serve")


class _Server(uvicorn.Server):
    """Ends the processes the moment that it is told to stop; their clients are told."""

    pool: Pool | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self.pool is not None:
            self.pool.kill()
        super().handle_exit(sig, frame)


def _listener(settings: Settings) -> socket.socket:
    """A socket that clients may connect to from now on."""
    place = f"{settings.host}:{settings.port}"
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server(
            (settings.host, settings.port), family=family, backlog=BACKLOG, reuse_port=False
        )
    except socket.gaierror as error:
        remedy = "give an address of this machine with --host, such as 127.0.0.1"
        raise ServeError(f"there is no host {settings.host!r}", remedy=remedy) from error
    except (OSError, OverflowError) as error:
        reason = (
            os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        )
        remedy = "choose another port with --port; 0 takes any that is free"
        raise ServeError(f"cannot listen on {place} ({reason})", remedy=remedy) from error


def _address(listener: socket.socket, settings: Settings) -> str:
    """What to type into a browser."""
    host = _REACHED_AT.get(settings.host, settings.host)
    port = listener.getsockname()[1]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
