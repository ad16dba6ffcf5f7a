r"""Refuses what a query must not do: reach out to other machines, or change the build.

``SERVICE`` makes the store send requests wherever the asker wants (SPARQL 1.1 Federated Query, W3C 2013, section 4),
so the search for it must not be led astray by how a query is written. Whatever may hide the word without meaning
it is taken away first: strings, IRIs, comments, variables, names behind a colon and language tags. What is left
is searched without regard to word boundaries, for ``trueSERVICE<…>`` is a federated query as well. Escapes such as
``\u0053`` are resolved by the store before it parses, so a query is searched with and without them.
"""

import re

from kg.errors import QueryError

_HIDING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\x00-\x20]*>'
    r"|(?:(?<=\s)|(?<![\s\S]))\#[^\n\r]*"
    r"|[?$]\w+"
    r"|:[\w-]*"
    r"|@[A-Za-z-]+",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST_CODE_POINT = 0x10FFFF

_REFUSED = (
    (
        re.compile(r"SERVICE", re.IGNORECASE),
        "SERVICE would send your question to another machine",
        "ask about this build only",
    ),
    (
        re.compile(r"\bLOAD\b", re.IGNORECASE),
        "LOAD would fetch data from elsewhere",
        "build a graph from the articles instead",
    ),
    (
        re.compile(r"\b(?:INSERT|DELETE|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b", re.IGNORECASE),
        "a build is read-only, so updates are refused",
        "ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
    ),
    (
        re.compile(r"\bFROM\b", re.IGNORECASE),
        "FROM names another data set, and this build is the only one",
        "leave it out, or pick a named graph of the build with GRAPH <…> { … }",
    ),
)


def refuse_foreign(sparql: str) -> None:
    """Let a query pass that only reads the build.

    Raises:
        QueryError: If it names another machine or data set, or would change something.
    """
    for written in (sparql, _ESCAPE.sub(_character, sparql)):
        bare = _HIDING.sub(" ", written)
        for pattern, problem, remedy in _REFUSED:
            if pattern.search(bare):
                raise QueryError(problem, remedy=remedy)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= _LAST_CODE_POINT else escape[0]
