"""The application: which address gives what."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import IO, TypeVar

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import LimitError, QueryError
from kg.query.ask import malformed
from kg.query.guard import refuse_foreign
from kg.serve.dataset import Build
from kg.serve.description import describe
from kg.serve.formats import GRAPHS, HTML, SOLUTIONS, Format, media_types, preferred
from kg.serve.guard import Guard
from kg.serve.jobs import Job, Outcome
from kg.serve.making import page_document
from kg.serve.network.routes import Network
from kg.serve.pages import missing_page, node_page, query_page
from kg.serve.pool import Answer, Pool
from kg.serve.protocol import Operation, operation
from kg.serve.rdf import written
from kg.serve.settings import MAX_RESULT, Settings

Gave = TypeVar("Gave")

METHODS = "GET, HEAD, POST, OPTIONS"
_STATIC = Path(__file__).parent / "static"
_PIECE = 2**16
_CLOSED = 499  # the client is gone and reads nothing; nginx's number for it


def application(folder: Path, settings: Settings, on_ready: Callable[[Pool], None]) -> Starlette:
    """The application over the copy of a build in a folder.

    Args:
        folder: What kg.serve.dataset.copy made; it must stay as long as the application.
        settings: Limits and origins.
        on_ready: Called when the processes have started, with their pool.
    """
    served = _Served(folder, settings)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with served.pool:
            on_ready(served.pool)
            yield
        served.network.close()

    middleware = [Middleware(Guard, host=settings.host)]
    if settings.origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=settings.origins,
                allow_methods=("GET", "POST"),
                allow_headers=("Accept", "Content-Type"),
            )
        )
    return Starlette(
        routes=[
            Route("/", served.home),
            Route("/sparql", served.sparql, methods=["GET", "POST", "OPTIONS"]),
            Route("/id/{path:path}", served.node),
            *served.network.routes(),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ],
        middleware=middleware,
        exception_handlers={
            HTTPException: _refusal,
            QueryError: _query_error,
            LimitError: _query_error,
        },
        lifespan=lifespan,
    )


class _Served:
    """What the addresses have in common."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.settings = settings
        self.build = Build(folder)
        self.triples = len(self.build)
        self.pool = Pool(folder, settings)
        self.network = Network(folder, page_document)

    def home(self, _: Request) -> Response:
        """The page to ask on."""
        return HTMLResponse(query_page(self.build, self.triples))

    def node(self, request: Request) -> Response:
        """What the build says of a node."""
        path = request.path_params["path"]
        form = _chosen(request, (HTML, *GRAPHS))
        node = self.build.node(self.build.base + path)
        if node is None:
            if form is HTML:
                return HTMLResponse(missing_page(path), 404)
            raise HTTPException(404, f"The build says nothing of “{path}”.")
        if form is HTML:
            return HTMLResponse(node_page(self.build, node), headers=_VARIES)
        body = written((*node.said, *node.used), form.extension)
        return Response(body, media_type=form.content_type, headers=_VARIES)

    async def sparql(self, request: Request) -> Response:
        """The SPARQL 1.1 Protocol."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": METHODS})
        asked = await operation(request)
        if asked is None:
            return self._description(request)
        refuse_foreign(asked.sparql)
        self._refuse_graphs(asked)
        accept = request.headers.get("accept")
        solutions, graph = preferred(accept, SOLUTIONS), preferred(accept, GRAPHS)
        job = Job(
            asked.sparql,
            solutions=None if solutions is None else solutions.extension,
            graph=None if graph is None else graph.extension,
            default_graphs=_data_set(asked.default_graphs, asked.named_graphs),
            named_graphs=_data_set(asked.named_graphs, asked.default_graphs),
        )
        answer = await _unless_gone(request, self.pool.ask(job))
        if answer is None:
            return Response(status_code=_CLOSED)
        form = graph if answer.head.is_graph else solutions
        return self._response(answer, asked, form)

    def _response(self, answer: Answer, asked: Operation, form: Format | None) -> Response:
        """The answer of a process as that to a request."""
        head = answer.head
        if head.outcome is Outcome.WELL and form is not None:
            return _body(answer.body, head.size, form)
        answer.body.close()
        if head.outcome is Outcome.MALFORMED:
            raise malformed(asked.sparql, head.detail)
        if head.outcome is Outcome.TOO_MANY_ROWS:
            raise LimitError(
                f"the query was stopped, as it found more than {self.settings.max_rows:,} rows",
                remedy="add LIMIT, or start kg serve with a higher --max-rows",
            )
        if head.outcome is Outcome.TOO_LONG:
            raise LimitError(
                f"the query was stopped, as its answer is longer than {MAX_RESULT // 2**20} MB",
                remedy="add LIMIT, or select fewer variables",
            )
        if head.outcome is Outcome.UNACCEPTABLE:
            raise _unacceptable(GRAPHS if head.is_graph else SOLUTIONS)
        raise HTTPException(500, f"The query failed: {head.detail}.")

    def _description(self, request: Request) -> Response:
        """The service description, or for a browser the page to ask on."""
        form = _chosen(request, (*GRAPHS, HTML))
        if form is HTML:
            return RedirectResponse("/", 303, headers=_VARIES)
        endpoint = str(request.url.replace(query="", fragment=""))
        body = describe(self.build, self.triples, endpoint, form.extension)
        return Response(body, media_type=form.content_type, headers=_VARIES)

    def _refuse_graphs(self, asked: Operation) -> None:
        for iri in (*asked.default_graphs, *asked.named_graphs):
            if not self.build.has_graph(iri):
                raise QueryError(
                    f"the build has no graph <{iri}>, and nothing is fetched from elsewhere",
                    remedy="name a graph of the build; SELECT DISTINCT ?g { GRAPH ?g { } } lists them",
                )


_VARIES = {"Vary": "Accept"}


def _chosen(request: Request, offered: tuple[Format, ...]) -> Format:
    form = preferred(request.headers.get("accept"), offered)
    if form is None:
        raise _unacceptable(offered)
    return form


def _unacceptable(offered: tuple[Format, ...]) -> HTTPException:
    return HTTPException(
        406, f"None of the accepted types is there; ask for {media_types(offered)}."
    )


def _data_set(graphs: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...] | None:
    """What a request makes of one half of the data set: nothing of its own, unless it names some of either half."""
    return graphs if graphs or others else None


def _body(body: IO[bytes], size: int, form: Format) -> Response:
    """The bytes as a response, read piece by piece."""
    pieces = iter(lambda: body.read(_PIECE), b"")
    return StreamingResponse(
        pieces,
        media_type=form.content_type,
        headers={"Content-Length": str(size), **_VARIES},
        background=BackgroundTask(body.close),
    )


async def _unless_gone(request: Request, answering: Coroutine[None, None, Gave]) -> Gave | None:
    """What a coroutine gives, or None where the client is gone before, in which case it is cancelled."""
    answer = asyncio.create_task(answering)
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        return await answer if answer.done() else None
    finally:
        for task in (answer, gone):
            task.cancel()
        await asyncio.gather(answer, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _refusal(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)


def _query_error(_: Request, error: Exception) -> Response:
    """A sentence with its remedy: 503 for what was stopped, 400 for what cannot be answered."""
    sentence = str(error)
    text = f"{sentence[:1].upper()}{sentence[1:]}.\n"
    if isinstance(error, LimitError):
        return PlainTextResponse(text, 503, headers={"Retry-After": "1"})
    return PlainTextResponse(text, 400)
