r"""Refuses what a query must not do: reach out to other machines, or change the build.

``SERVICE`` makes the store send requests wherever the asker wants (SPARQL 1.1 Federated Query, W3C 2013, section 4),
so the search for it must not be led astray by how a query is written. Where strings and comments begin is for a parser to
say: ``{#'''`` begins a comment and no string, ``?a<?b#>`` a comment and no IRI. So nothing is taken away before the search but
variables and names behind a colon, and what is found is a federated query only if the word is followed by what its grammar
asks for, an IRI, a variable or a prefixed name. Word boundaries do not count, for ``trueSERVICE<…>`` is a federated query as
well. Escapes such as ``\u0053`` are resolved by the store before it parses, so a query is searched with and without them.

The other words fetch and change nothing where only queries are run; they are looked for to say so, in what is left without
strings, IRIs, comments, variables, names behind a colon and language tags.
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

_FEDERATED = re.compile(
    r"[?$]\w+|:[\w-]+"
    r"|(?P<service>SERVICE)\s*+(?:SILENT\s*+)?"
    # a comment, an IRI, a variable, a name with a prefix; one of 64 characters is taken for such a name, to keep this linear
    r"(?:[#<]|[?$]\w|[^\s\"'{}<>#:]{0,63}:|[^\s\"'{}<>#:]{64})",
    re.IGNORECASE,
)
_REFUSED = (
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
        if any(found["service"] for found in _FEDERATED.finditer(written)):
            raise QueryError(
                "SERVICE would send your question to another machine",
                remedy="ask about this build only",
            )
        bare = _HIDING.sub(" ", written)
        for pattern, problem, remedy in _REFUSED:
            if pattern.search(bare):
                raise QueryError(problem, remedy=remedy)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= _LAST_CODE_POINT else escape[0]
