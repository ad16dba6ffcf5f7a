"""The page to ask on in a real browser: a question is one click, and nothing but the server is asked."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

import kg
from kg.export.rdf import write_nquads
from kg.graph import assemble
from kg.query import questions
from tests.browser.conftest import HOSTILE, hostile_collection
from tests.browser.reader import Reader, Visits
from tests.factory import Pile

pytestmark = pytest.mark.browser

PAINTED = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the hostile collection."""
    out = tmp_path_factory.mktemp("served")
    write_nquads(assemble(hostile_collection()), out)
    env = os.environ | {"PYTHONPATH": str(Path(kg.__file__).parents[1])}
    command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0", "--max-rows", "500"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://[\d.:]+/", process.stdout.readline())
        assert found is not None
        yield found[0]
        process.terminate()


class Asker(Reader):
    """Someone who asks on the page."""

    def ask(self, query: str) -> None:
        """Write a query and press the button."""
        self.run(
            "(query) => document.querySelector('.yasqe .CodeMirror').CodeMirror.setValue(query)",
            query,
        )
        self.wait_for_answer(lambda: self.find(".yasqe_queryButton").click())

    def wait_for_answer(self, act: Callable[[], None]) -> None:
        self.run("document.body.removeAttribute('data-answered')")
        act()
        self.wait_for(lambda: self.run("document.body.dataset.answered === 'true'"))

    def choose(self, name: str) -> None:
        button = self.find(f"#questions [data-name='{name}']")
        self.wait_for_answer(button.click)

    def rows(self) -> list[str]:
        self.wait_for(lambda: bool(self.texts(".yasr table tbody tr")))
        return self.texts(".yasr table tbody tr")

    def hosts(self) -> set[str]:
        """Hosts of all requests so far."""
        return {urlsplit(url).netloc for url in self.requested if url.startswith("http")}


@pytest.fixture
def asker(visits: Visits, server: str) -> Asker:
    return visits.by(Asker, server)


def test_a_question_is_one_click_and_gives_rows(asker: Asker) -> None:
    asker.choose("disputes")
    assert any("Fourteen people were killed" in row for row in asker.rows())
    written = asker.run("document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()")
    assert "PREFIX kg: <https://w3id.org/kg/ns#>" in written
    assert asker.find("#questions [aria-current]").get_attribute("data-name") == "disputes"


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_is_answered_without_a_complaint(asker: Asker, name: str) -> None:
    asker.choose(name)
    assert asker.rows()
    assert asker.texts(".yasqe .parseErrorIcon") == []
    assert asker.texts(".yasr .errorResult") == []


def test_using_the_page_asks_nobody_but_the_server(asker: Asker) -> None:
    asker.choose("disputes")
    # an unknown prefix and an unknown term, which make the editor look for them
    editor = "const cm = document.querySelector('.yasqe .CodeMirror').CodeMirror; cm.focus();"
    asker.run(f"{editor} cm.setValue('')")
    asker.type("PREFIX foa")
    asker.press("Enter")
    asker.run(f"{editor} cm.setValue('')")
    asker.type("SELECT * WHERE { ?s foaf:na")
    asker.run(f"{editor} cm.setValue('SELECT * WHERE {{ ?s a kg:C')")
    asker.run(f"{editor} cm.setCursor(0, 999)")
    asker.press("l")
    asker.ask("SELECT * { ?claim a kg:Claim }")
    assert asker.hosts() == {urlsplit(asker.address).netloc}


def test_terms_of_the_ontology_complete(asker: Asker) -> None:
    asker.run(
        "const cm = document.querySelector('.yasqe .CodeMirror').CodeMirror;"
        "cm.setValue('PREFIX kg: <https://w3id.org/kg/ns#>\\nSELECT * WHERE { ?s kg:contradi');"
        "cm.focus(); cm.setCursor(1, 999)"
    )
    asker.press("c")
    asker.wait_for(lambda: "kg:contradicts" in asker.texts(".CodeMirror-hint"))


def test_a_node_of_the_answer_leads_to_its_page(asker: Asker, pile: Pile) -> None:
    asker.ask(f"SELECT ?claim {{ ?claim schema:text {json.dumps(pile.nine.text)} }}")
    asker.rows()
    link = asker.find(".yasr table a.iri")
    assert link.inner_text() == pile.nine.id
    link.click()
    asker.wait_for(lambda: asker.texts("mark") == [pile.nine.text])
    asker.page.get_by_role("link", name="Velm Fire Service", exact=True).first.click()
    asker.wait_for(lambda: asker.texts("h1") == ["Velm Fire Service"])


def test_a_refusal_is_shown_as_a_sentence(asker: Asker) -> None:
    asker.ask("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    asker.wait_for(lambda: bool(asker.texts(".errorMessage")))
    assert asker.texts(".errorMessage")[0].startswith("SERVICE would send your question to another")
    asker.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    asker.wait_for(lambda: "more than 500 rows" in "".join(asker.texts(".errorMessage")))
    # the browser and the editor log every refusal
    refusals = re.compile("400|503|Bad Request|Service Unavailable")
    assert all(refusals.search(line) for line in asker.complaints)
    asker.complaints.clear()


def test_markup_in_texts_and_iris_is_shown_and_never_run(asker: Asker) -> None:
    title = asker.page.title()
    iri = "http://e/'onmouseover='document.title=1'x='"
    asker.ask(
        f'SELECT ?name ?iri ?script {{ ?who schema:name ?name FILTER(CONTAINS(?name, "<img"))'
        f' BIND(IRI("{iri}") AS ?iri) BIND(<javascript:document.title=1> AS ?script) }}'
    )
    assert any(HOSTILE in row for row in asker.rows())
    assert asker.run("document.querySelectorAll('.yasr table :is(img, [onmouseover])').length") == 0
    assert asker.run("document.querySelectorAll('.yasr [href^=javascript]').length") == 0
    assert asker.page.title() == title


def test_an_address_opens_the_page_with_its_question_or_query(asker: Asker) -> None:
    value = "document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()"
    asker.visit("#question=figure-timeline")
    assert "How a figure changed" in asker.run(value)
    asker.visit(f"#query={quote('ASK { ?s ?p ?o }')}")
    assert asker.run(value) == "ASK { ?s ?p ?o }"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_no_wider_than_the_window(visits: Visits, server: str, width: int) -> None:
    asker = visits.by(Asker, server, {"width": width, "height": 800})
    asker.choose("disputes")
    asker.rows()
    assert asker.run("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_page_is_dark_where_the_reader_wants_it_dark(asker: Asker) -> None:
    light = asker.run(PAINTED)
    asker.page.emulate_media(color_scheme="dark")
    asker.visit()
    assert asker.run(PAINTED) != light
