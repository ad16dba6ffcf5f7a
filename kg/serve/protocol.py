"""What a client asks: the query operation of the SPARQL 1.1 Protocol (W3C 2013, section 2.1), and nothing else."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.settings import MAX_BODY

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

_READ_ONLY = (
    "A build is read-only, so updates are refused; ask with SELECT, ASK, CONSTRUCT or DESCRIBE."
)
_MAX_FIELDS = 1000

Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query and the data set that it is about.

    Attributes:
        sparql: The query.
        default_graphs: The values of ``default-graph-uri``.
        named_graphs: The values of ``named-graph-uri``.
    """

    sparql: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def operation(request: Request) -> Operation | None:
    """The query of a request, or None for a GET that asks nothing.

    Raises:
        HTTPException: 400 if it is no query operation, 413 if its body is too long, 415 if that is of another kind.
    """
    fields = request.query_params.multi_items()
    if request.method != "POST":
        return _operation(fields) if fields else None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise HTTPException(400, _READ_ONLY)
    if kind not in {FORM, QUERY}:
        raise HTTPException(415, f"Send the query as {FORM} or {QUERY}, not as “{kind}”.")
    text = _decoded(await _body(request))
    if kind == QUERY:
        return _operation([*(field for field in fields if field[0] != "query"), ("query", text)])
    return _operation(_form(text))


def _operation(fields: Fields) -> Operation:
    if any(name == "update" for name, _ in fields):
        raise HTTPException(400, _READ_ONLY)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise HTTPException(
            400, f"Give one query as the parameter “query”; there are {len(queries)}."
        )
    return Operation(
        sparql=queries[0],
        default_graphs=tuple(value for name, value in fields if name == "default-graph-uri"),
        named_graphs=tuple(value for name, value in fields if name == "named-graph-uri"),
    )


async def _body(request: Request) -> bytes:
    """The body, read no further than it may be long."""
    too_long = HTTPException(
        413, f"The body is longer than {MAX_BODY:,} bytes; ask a shorter query."
    )
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > MAX_BODY:
        raise too_long
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY:
            raise too_long
    return bytes(body)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "The body is not UTF-8 text; send it as UTF-8.") from error


def _form(text: str) -> Fields:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=_MAX_FIELDS, errors="strict")
    except ValueError as error:
        raise HTTPException(
            400, "The form cannot be read; encode it as a web form in UTF-8."
        ) from error
