"""The page of the ontology is that of the terms as they stand, and depends on nothing else."""

import importlib.util
import re
from pathlib import Path

import pytest

from kg.vocabulary import CLASSES, EDGES, FACTS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "ontology.html").read_text(encoding="utf-8")


def test_page_is_up_to_date() -> None:
    pytest.importorskip("pylode", reason="pylode is not installed")
    place = importlib.util.spec_from_file_location("make_ontology", DOCS / "make_ontology.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    assert module.page() == PAGE, "make it anew: python docs/make_ontology.py"


@pytest.mark.parametrize("name", [*CLASSES, *EDGES, *FACTS])
def test_every_term_is_on_the_page_with_its_address(name: str) -> None:
    assert f"https://w3id.org/kg/ns#{name}</code>" in PAGE


def test_page_holds_no_clock_and_fetches_nothing() -> None:
    assert not re.search(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T|[0-9]{2}:[0-9]{2}:[0-9]{2}", PAGE)
    assert not re.search(r"<(?:img|script|link|iframe)[^>]* (?:src|href)=\"(?!data:)", PAGE)
    assert str(Path.home()) + "/" not in PAGE
