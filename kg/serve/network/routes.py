"""The addresses of the network page, answered by threads of their own."""

import asyncio
import functools
import gzip
import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.guard import FRAMES
from kg.serve.network.asked import Filters, filters, number
from kg.serve.network.lists import list_of
from kg.serve.network.parts import part
from kg.serve.network.rows import Rows, rows_in
from kg.serve.network.searching import search

Gave = TypeVar("Gave")

THREADS = 4
"""Answers are short, and share the processor with those of the store."""

SMALL = 1000
"""Bytes below which an answer is sent as it is."""

MOST_QUERY = 500
"""Characters of a search."""

ABSENT = (
    "There is no network to show, as the store was made without the tables of its build; "
    "make them with kg build INPUT... --out OUT, then the store with kg load OUT --store DIR."
)


class Network:
    """The page of one build, and what it asks for."""

    def __init__(self, folder: Path, document: Callable[[], str]) -> None:
        """Take the folder of the store, and what makes the page."""
        self._rows = rows_in(folder)
        self._document = functools.cache(document)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="network")
        self._days: list[str] = json.loads(self._rows.fact("days")) if self._rows else []

    def close(self) -> None:
        """Answer no more."""
        self._threads.shutdown()
        if self._rows is not None:
            self._rows.close()

    def routes(self) -> list[BaseRoute]:
        """Its addresses."""
        return [
            Route("/network", self.page),
            Route("/network/start", self.start),
            Route("/network/graph", self.graph),
            Route("/network/part/{id:path}", self.part),
            Route("/network/list/{name}", self.list),
            Route("/network/search", self.search),
        ]

    async def page(self, _: Request) -> Response:
        """The page itself; which scripts may run it says itself, by their hashes."""
        self._present()
        text = await self._in_thread(self._document)
        return HTMLResponse(text, headers={"Content-Security-Policy": FRAMES})

    async def start(self, request: Request) -> Response:
        """What the page needs before anything is asked for."""
        rows = self._present()

        def body() -> bytes:
            known = rows.fact("start")
            totals = json.loads(f"{{{known}}}")["totals"]
            first = list_of(rows, "disputes" if totals["disputes"] else "claims", Filters())
            return f'{{{known},"list":'.encode() + first + b"}"

        return await self._answer(request, body)

    async def graph(self, request: Request) -> Response:
        """The whole network, as it was written down."""
        rows = self._present()
        zipped = _wants_gzip(request)
        column = "zipped" if zipped else "plain"
        sql = f"SELECT digest, {column} FROM file WHERE name = 'graph'"
        digest, body = (await self._in_thread(lambda: rows.all(sql)))[0]
        tag = f'"{digest[:32]}-{column}"'
        headers = {"ETag": tag, "Vary": "Accept-Encoding"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return _json(body, headers | ({"Content-Encoding": "gzip"} if zipped else {}))

    async def part(self, request: Request) -> Response:
        """What opening one thing needs."""
        rows = self._present()
        name = unquote(request.path_params["id"])
        parameters = request.query_params
        section, begin = parameters.get("section") or None, number(parameters, "from")
        return await self._answer(request, lambda: part(rows, name, section, begin))

    async def list(self, request: Request) -> Response:
        """A page of a list."""
        rows = self._present()
        wanted = filters(request.query_params, self._days)
        name = request.path_params["name"]
        return await self._answer(request, lambda: list_of(rows, name, wanted))

    async def search(self, request: Request) -> Response:
        """What is found by words."""
        rows = self._present()
        query = request.query_params.get("q")
        if query is None or len(query) > MOST_QUERY:
            raise HTTPException(400, f"Give words of at most {MOST_QUERY} characters as “q”.")
        return await self._answer(request, lambda: search(rows, query))

    def _present(self) -> Rows:
        if self._rows is None:
            raise HTTPException(404, ABSENT)
        return self._rows

    async def _answer(self, request: Request, make: Callable[[], bytes]) -> Response:
        zipped = _wants_gzip(request)

        def made() -> tuple[bytes, dict[str, str]]:
            body, headers = make(), {"Vary": "Accept-Encoding"}
            if not zipped or len(body) < SMALL:
                return body, headers
            return gzip.compress(body, 1, mtime=0), headers | {"Content-Encoding": "gzip"}

        return _json(*await self._in_thread(made))

    async def _in_thread(self, make: Callable[[], Gave]) -> Gave:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, make)
        except sqlite3.Error as error:
            raise HTTPException(500, f"The network cannot be read: {error}.") from error


def _json(body: bytes, headers: dict[str, str]) -> Response:
    return Response(body, media_type="application/json", headers=headers)


def _wants_gzip(request: Request) -> bool:
    """Whether a client takes gzip (RFC 9110, section 12.5.3); one that refuses it by a quality of 0 does not."""
    ranges = request.headers.get("accept-encoding", "").lower().replace(" ", "").split(",")
    return any(
        one == "gzip" or (one.startswith("gzip;q=") and one[7:].strip("0.")) for one in ranges
    )
