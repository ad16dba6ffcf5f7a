import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib.namespace import RDF

from kg.query import ask, questions
from kg.serve.dataset import Build
from kg.serve.pages import SHOWN, missing_page, node_page, prefixed, query_page
from kg.vocabulary import DATA_BASE, KG, SCHEMA
from tests.factory import Pile

PILE = Pile()
HOSTILE = "</script><img src=x onerror='alert(1)'>\"$iri"


def page_of(build: Build, identifier: str) -> str:
    node = build.node(DATA_BASE + identifier)
    assert node is not None
    return node_page(build, node)


@pytest.fixture
def hostile(tmp_path: Path) -> Build:
    """A build in which every text is markup, and one node has many statements."""
    store = Store(str(tmp_path))
    article, name = NamedNode(f"{DATA_BASE}article/a'b?#"), NamedNode(str(SCHEMA.name))
    store.add(Quad(article, NamedNode(str(RDF.type)), NamedNode(str(KG.Article))))
    store.add(Quad(article, name, Literal(HOSTILE)))
    store.add(Quad(article, NamedNode("http://e/'onclick='alert(1)"), Literal(HOSTILE * 20)))
    for number in range(SHOWN + 3):
        store.add(Quad(NamedNode(f"{DATA_BASE}claim/{number}"), NamedNode(str(KG.about)), article))
    store.flush()
    del store
    return Build(tmp_path)


def test_the_page_of_a_claim_has_its_words_in_their_passage_and_links_to_its_nodes(
    build: Build,
) -> None:
    page = page_of(build, PILE.nine.id)
    assert f"<mark>{PILE.nine.text}</mark>, the Velm Fire Service said on Tuesday." in page
    assert f"<a href='/id/{PILE.service.id}'>Velm Fire Service</a>" in page
    assert f"<a href='/id/{PILE.first.id}'>Nine dead as flood hits Velm</a>" in page
    assert "kg:Claim" in page
    assert f"<code>{DATA_BASE}{PILE.nine.id}</code>" in page


def test_the_page_of_a_speaker_has_what_leads_to_it(build: Build) -> None:
    page = page_of(build, PILE.service.id)
    assert "<h1>Velm Fire Service</h1>" in page
    assert f"<a href='/id/{PILE.nine.id}'>" in page.partition("What leads to it")[2]


def test_what_articles_say_is_text_and_never_markup(hostile: Build) -> None:
    page = page_of(hostile, "article/a'b?#")
    assert "<img" not in page
    assert "'onclick='" not in page
    assert "&lt;img src=x onerror=&#x27;alert(1)&#x27;&gt;&quot;$iri" in page


def test_a_link_to_a_node_with_odd_signs_in_its_name_leads_there(hostile: Build) -> None:
    page = page_of(hostile, "claim/0")
    assert "<a href='/id/article/a%27b%3F%23'>" in page


def test_long_lists_and_texts_unfold(hostile: Build) -> None:
    page = page_of(hostile, "article/a'b?#")
    assert "<summary>3 more</summary>" in page
    assert "<p class=text>" in page


def test_a_path_that_is_markup_is_shown_as_text() -> None:
    assert "<code>&lt;b&gt;x</code>" in missing_page("<b>x")


def test_the_page_to_ask_on_has_every_question_of_the_shelf(build: Build) -> None:
    page = query_page(build, 1234)
    assert re.findall(r'data-name="([^"]+)"', page) == [one.name for one in questions()]
    assert "1,234 triples" in page
    assert f'data-base="{DATA_BASE}"' in page


def test_pages_name_no_address_that_a_browser_would_fetch_from_elsewhere(build: Build) -> None:
    for page in (query_page(build, 1), page_of(build, PILE.nine.id), missing_page("x")):
        fetched = re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']([^\"']+)", page)
        assert all(address.startswith("/") for address in fetched)
        assert "style=" not in page
        assert not re.search(r"<script(?![^>]+src=)", page)


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_a_question_with_its_prefixes_gives_the_same_answer(out: Path, name: str) -> None:
    sparql = next(one.sparql for one in questions() if one.name == name)
    spelled_out = prefixed(sparql)
    assert spelled_out.endswith(sparql)
    assert ask(out, spelled_out) == ask(out, sparql)


@pytest.mark.parametrize(
    ("sparql", "names"),
    [
        ("ASK { ?s a kg:Claim ; schema:text ?t }", ["kg", "schema"]),
        ("ASK { ?s prov:wasAttributedTo/schema:name ?t }", ["prov", "schema"]),
        ('ASK { ?s <http://e/kg:x> "m:x" }', []),
        ("# kg:Claim\nASK { ?s ?p xsd:integer }", ["xsd"]),
        ("SELECT (xsd:integer(?x) AS ?y) {}", ["xsd"]),
    ],
)
def test_only_the_prefixes_that_are_used_are_declared(sparql: str, names: list[str]) -> None:
    assert re.findall(r"^PREFIX (\w+):", prefixed(sparql), re.MULTILINE) == names
