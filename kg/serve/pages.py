"""The pages for people: one to ask on, one for each node. All text of articles is escaped."""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from kg.query import Question, questions
from kg.serve.dataset import MAX_STATEMENTS, Build, Node, Passage, Term
from kg.vocabulary import CLASSES, EDGES, FACTS, KG, PREFIXES

_TEMPLATES = Path(__file__).parent / "templates"

LABEL_LENGTH = 120
"""How much of a label is shown in a list, in characters."""

TEXT_LENGTH = 300
"""How much of a text is shown at once, in characters; the rest unfolds."""

SHOWN = 50
"""How many values of one property are shown at once; the rest unfolds."""

_USED_PREFIX = re.compile(r"(?<![\w:<?$])([a-z]+):(?=[\w(])")
_SPELLED_OUT = re.compile(r'<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|(?m:^\s*#.*$)')


def query_page(build: Build, triples: int) -> str:
    """The page to ask on, with the questions of the shelf."""
    return _filled(
        "query.html",
        base=build.base,
        triples=f"{triples:,}",
        prefixes=json.dumps(PREFIXES),
        classes=json.dumps([str(KG[name]) for name in CLASSES]),
        properties=json.dumps([str(KG[name]) for name in (*EDGES, *FACTS)]),
        questions=_Markup("".join(map(_question, questions()))),
    )


def node_page(build: Build, node: Node) -> str:
    """The page of a node: its label, its kinds, its passage if it is a claim, and statements in and out as links."""
    passage = build.passage(node.iri)
    label = build.label(node.iri) or _below(build, node.iri)
    return _filled(
        "node.html",
        iri=node.iri.value,
        path=_Markup(_path(_below(build, node.iri))),
        title=_cut(label, LABEL_LENGTH),
        kinds=", ".join(map(_short, node.kinds)) or "Node",
        passage=_Markup(_passage(build, passage) if passage else ""),
        said=_Markup(_table(build, node.said, inward=False)),
        used=_Markup(_table(build, node.used, inward=True)),
    )


def missing_page(path: str) -> str:
    """The page for what the build does not speak of."""
    return _filled("missing.html", path=path)


def prefixed(sparql: str) -> str:
    """The query with the prefixes that it uses declared, so that it can be asked elsewhere too.

    >>> prefixed("ASK { ?claim a kg:Claim }").splitlines()
    ['PREFIX kg: <https://w3id.org/kg/ns#>', 'ASK { ?claim a kg:Claim }']
    """
    used = set(_USED_PREFIX.findall(_SPELLED_OUT.sub(" ", sparql)))
    lines = [f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in PREFIXES if name in used]
    return "".join(lines) + sparql


class _Markup(str):
    """Markup that was made here; all else is escaped when it is filled in."""

    __slots__ = ()


def _filled(template: str, **values: str) -> str:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    return Template(text).substitute({name: _safe(value) for name, value in values.items()})


def _safe(value: str) -> str:
    return value if isinstance(value, _Markup) else escape(value)


def _question(question: Question) -> str:
    sparql, title = escape(prefixed(question.sparql)), escape(question.title)
    hint = f"<small>{escape(question.explanation)}</small>" if question.explanation else ""
    return (
        f'<li><button type="button" data-name="{escape(question.name)}" data-sparql="{sparql}">'
        f"{title}{hint}</button></li>\n"
    )


def _passage(build: Build, passage: Passage) -> str:
    words = "".join(
        f"<mark>{escape(text)}</mark>" if is_claim else escape(text)
        for text, is_claim in passage.pieces
    )
    return f"<blockquote>{words}</blockquote><p>in {_link(build, passage.article)}</p>"


def _table(build: Build, statements: Iterable[Triple], *, inward: bool) -> str:
    """One row a property, with its values as links."""
    rows = "".join(
        f"<tr><th scope=row>{_property(predicate, inward=inward)}</th><td>{values}</td></tr>\n"
        for predicate, group in groupby(statements, key=lambda row: row.predicate)
        for values in [_values(build, [row.subject if inward else row.object for row in group])]
    )
    return f"<table>{rows}</table>" if rows else "<p>Nothing.</p>"


def _property(predicate: NamedNode, *, inward: bool) -> str:
    shown = escape(_short(predicate))
    arrow = "<span title='from there to here'>←</span> " if inward else ""
    return f"{arrow}<span title='{escape(predicate.value)}'>{shown}</span>"


def _values(build: Build, terms: list[Term]) -> str:
    items = [f"<li>{_value(build, term)}</li>" for term in terms]
    shown = f"<ul>{''.join(items[:SHOWN])}</ul>"
    if len(items) <= SHOWN:
        return shown
    more = f"{len(items) - SHOWN:,} more"
    if len(items) == MAX_STATEMENTS:
        more += ", and further ones that only a query finds"
    return f"{shown}<details><summary>{more}</summary><ul>{''.join(items[SHOWN:])}</ul></details>"


def _value(build: Build, term: Term) -> str:
    if isinstance(term, NamedNode):
        return _link(build, term)
    if not isinstance(term, Literal):
        return escape(str(term))
    text = escape(term.value)
    if len(term.value) > TEXT_LENGTH:
        head = escape(_cut(term.value, LABEL_LENGTH))
        return f"<details><summary>{head}</summary><p class=text>{text}</p></details>"
    return f"<span class=text>{text}</span>"


def _link(build: Build, iri: NamedNode) -> str:
    """A link to the page of a node of the build; what lies elsewhere is named, and not fetched."""
    if not iri.value.startswith(build.base):
        return f"<span title='{escape(iri.value)}'>{escape(_short(iri))}</span>"
    below = _below(build, iri)
    label = _cut(build.label(iri) or below, LABEL_LENGTH)
    return f"<a href='/id/{_path(below)}'>{escape(label)}</a>"


def _path(below: str) -> str:
    """The path of a node as an address has it."""
    return escape(quote(below))


def _below(build: Build, iri: NamedNode) -> str:
    return iri.value.removeprefix(build.base)


def _short(iri: NamedNode) -> str:
    """The name with a prefix, where one fits."""
    return next(_shortened(iri.value), iri.value)


def _shortened(iri: str) -> Iterator[str]:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            yield f"{prefix}:{iri.removeprefix(namespace)}"


def _cut(text: str, length: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1].rstrip()}…"
