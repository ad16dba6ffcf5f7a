"""What the user may set of a server, and what is fixed."""

from dataclasses import dataclass

MAX_BODY = 1_000_000
"""The longest body of a request, in bytes."""

MAX_RESULT = 64 * 2**20
"""The longest answer, in bytes: enough for 100,000 rows of the widest question of the shelf."""

MAX_MEMORY = 2**30
"""How much memory one query may take, in bytes, beside what its process holds before."""

MAX_WAITING = 256
"""How many queries may wait for a process; what comes then is refused at once."""

WORKERS = 4
"""Processes that answer queries: few, as they share the processor, but more than one slow query occupies."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve.

    Attributes:
        host: Name or address to listen on.
        port: Port to listen on; 0 takes any that is free.
        timeout_s: How long a query may take, and how long it may wait before, in seconds.
        max_rows: How many rows or triples an answer may have.
        origins: Web origins whose pages may ask, such as ``https://my.org``; ``*`` for all.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    timeout_s: float = 10.0
    max_rows: int = 100_000
    origins: tuple[str, ...] = ()
