r"""A query that reaches out is refused however it is written; one that only speaks of such words passes."""

import contextlib

import pytest

from kg.errors import QueryError
from kg.query.guard import refuse_foreign

FEDERATED = [
    "SELECT * { SERVICE <http://far.test/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://far.test/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a'SERVICE<http://far.test/>{?s ?p ?o} }",
    "SELECT * { ?s ?p trueSERVICE<http://far.test/>{} }",
    "SELECT * { ?s ?p 1SERVICE<http://far.test/>{} }",
    r"SELECT * { \u0053ERVICE <http://far.test/> { ?s ?p ?o } }",
    r"SELECT * { \U00000053ERVICE <http://far.test/> { ?s ?p ?o } }",
    r"SELECT * { ?s ?p '\u0027 SERVICE <http://far.test/> {} #' }",
    "SELECT * { ?s ?p 'x' # comment\r SERVICE <http://far.test/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p <http://far.test/#a> SERVICE <http://far.test/> {} }",
    r"SELECT * { ?s ?p <http://far.test/\u0041#> SERVICE <http://far.test/> {} }",
    'SELECT * { ?s ?p """a "quoted" word""" SERVICE <http://far.test/> {} }',
    "SELECT * { ?s ?p 'it\\'s' SERVICE <http://far.test/> {} }",
    "SELECT * { ?s ?p '' SERVICE <http://far.test/> {} FILTER('' = '') }",
    "SELECT * { ?s ?p 'a'@en SERVICE <http://far.test/> {} }",
    "SELECT * { FILTER(?a<?b) SERVICE <http://far.test/> { FILTER(?c>?d) } }",
    "SELECT * { FILTER(?a<?b)SERVICE<http://far.test/>{} }",
    "SELECT * { ?s kg:about ?o.SERVICE<http://far.test/>{} }",
    "SELECT * {#'''\nSERVICE <http://far.test/> { ?s ?p ?o }#'''\n}",
    'SELECT * { ?s ?p ?o.#"""\nSERVICE <http://far.test/> {}#"""\n}',
    "SELECT * { FILTER(?a<?b#>'''\n) SERVICE <http://far.test/> {} #'''\n}",
    r"SELECT * { ?s :it\' ?o . SERVICE <http://far.test/> {} ?s :it\' ?o }",
    r"SELECT * { ?s :it\# ?o . SERVICE <http://far.test/> {} }",
    "SELECT * { SERVICE # to\n <http://far.test/> {} }",
    "SELECT * { BIND(<http://far.test/> AS ?far) SERVICE ?far { ?s ?p ?o } }",
    "PREFIX far: <http://far.test/> SELECT * { SERVICEfar:x{} }",
    "PREFIX : <http://far.test/> SELECT * { SERVICE SILENT : {} }",
    f"PREFIX {'far' * 30}: <http://far.test/> SELECT * {{ SERVICE {'far' * 30}:x {{}} }}",
    "SELECT * { ?s ?p 'x'@en--ltrSERVICE<http://far.test/>{} }",
]


@pytest.mark.parametrize("query", FEDERATED)
def test_federated_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="another machine"):
        refuse_foreign(query)


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("LOAD <http://far.test/data.ttl>", "LOAD would fetch"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "read-only"),
        ("DELETE WHERE { ?s ?p ?o }", "read-only"),
        ("CLEAR ALL", "read-only"),
        ("drop graph <https://w3id.org/kg/id/graph/inferred>", "read-only"),
        ("PREFIX a: <a:>\nCREATE GRAPH a:b", "read-only"),
        ("SELECT * FROM <http://far.test/data.ttl> { ?s ?p ?o }", "FROM names another"),
        ("SELECT * FROM NAMED <http://far.test/> { GRAPH ?g { ?s ?p ?o } }", "FROM names another"),
        ("ASK\nfrom<http://far.test/>{ ?s ?p ?o }", "FROM names another"),
    ],
)
def test_update_and_foreign_data_are_refused(query: str, problem: str) -> None:
    with pytest.raises(QueryError, match=problem) as caught:
        refuse_foreign(query)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s schema:name 'Velm Fire Service' }",
        'SELECT * { ?s schema:name """the "Service" in long""" }',
        "SELECT * { ?s schema:name '''it's a 'load' of it''' }",
        "# what the fire service said\nSELECT * { ?s ?p ?o } # from here on: DROP",
        "SELECT ?service ?from $load { ?service ?from $load }",
        "SELECT * { ?claim prov:wasQuotedFrom <https://w3id.org/kg/id/organization/fire-service-1> }",
        "SELECT * { ?claim prov:wasDerivedFrom ?article ; kg:from-service ?x }",
        "SELECT * { ?claim schema:text 'x'@service }",
        r"SELECT * { ?s ?p 'service\nfrom' }",
        "# Who is the fire service?\nSELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, 'fire service')) }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        r"SELECT * { ?s ?p '\UFFFFFFFF' }",
        "",
    ],
)
def test_query_that_only_names_such_things_passes(query: str) -> None:
    refuse_foreign(query)


@pytest.mark.parametrize(
    "piece",
    ["service", "service ", "service.", "service\n", "service?", "service'", "?service", "a:"],
)
def test_a_long_query_is_searched_once_through(piece: str) -> None:
    """Were any of it searched again at every word, this would take minutes."""
    with contextlib.suppress(QueryError):
        refuse_foreign(piece * (1_000_000 // len(piece)))
