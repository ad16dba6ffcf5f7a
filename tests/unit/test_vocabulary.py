"""Terms by name, the files of the ontology, and measures as values."""

from pathlib import Path

import pytest

from kg import vocabulary
from kg.errors import VocabularyError
from kg.model import Growth
from kg.vocabulary import DATA_BASE, KG, PREFIXES, load_measures, ontology_file

MINE = """\
@prefix kg: <https://w3id.org/kg/ns#> .
@prefix m: <https://w3id.org/kg/measures#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
m:beached a kg:Measure ;
    skos:prefLabel "beached"@en ;
    kg:verb "strand", "beach" ;
    kg:adjective "stranded" ;
    kg:unit "whale" ;
    kg:growth "running" ;
    skos:broader m:casualties ;
    kg:measures m:stranding .
m:stranding a kg:EventKind ; kg:noun "stranding" ; kg:verb "strand" .
m:killed a kg:Measure ; kg:verb "drown out" .
m:tide a kg:Measure .
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.ttl"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_term_is_named_by_attribute_or_by_value() -> None:
    assert str(KG.claims) == str(KG["claims"]) == "https://w3id.org/kg/ns#claims"


def test_unknown_term_cannot_be_named() -> None:
    with pytest.raises(AttributeError, match="clams"):
        _ = KG.clams


def test_namespaces_are_apart_and_none_is_an_example() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert DATA_BASE.endswith("/")
    assert not any("example" in iri for iri in (DATA_BASE, *PREFIXES.values()))


def test_missing_file_of_the_ontology_is_told() -> None:
    with pytest.raises(VocabularyError, match=r"lacks ontology/absent\.ttl"):
        ontology_file("absent.ttl")


def test_installed_files_come_before_those_of_the_source_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path / "kg" / "ontology", tmp_path / "ontology"):
        folder.mkdir(parents=True)
        (folder / "kg.ttl").touch()
    monkeypatch.setattr(vocabulary, "__file__", str(tmp_path / "kg" / "vocabulary.py"))
    assert ontology_file("kg.ttl") == tmp_path / "kg" / "ontology" / "kg.ttl"


def test_measures_come_sorted_with_their_words() -> None:
    scheme = load_measures()
    names = [measure.name for measure in scheme.measures]
    assert names == sorted(names)
    killed = next(measure for measure in scheme.measures if measure.name == "killed")
    assert "kill" in killed.verbs
    assert killed.growth is Growth.RUNNING
    assert {"flood", "deployment"} <= {kind.name for kind in scheme.events}


def test_own_file_adds_measures_and_events(mine: Path) -> None:
    scheme = load_measures(mine)
    beached = next(measure for measure in scheme.measures if measure.name == "beached")
    assert beached.model_dump() == {
        "name": "beached",
        "label": "beached",
        "verbs": ("beach", "strand"),
        "nouns": (),
        "adjectives": ("stranded",),
        "units": ("whale",),
        "growth": Growth.RUNNING,
        "broader": ("casualties",),
        "event": "stranding",
    }
    assert next(kind for kind in scheme.events if kind.name == "stranding").nouns == ("stranding",)


def test_own_file_adds_words_to_a_measure_that_is_there(mine: Path) -> None:
    ours = next(row for row in load_measures().measures if row.name == "killed")
    theirs = next(row for row in load_measures(mine).measures if row.name == "killed")
    assert set(theirs.verbs) == {*ours.verbs, "drown out"}


def test_measure_without_facts_is_fixed_and_called_by_its_name(mine: Path) -> None:
    tide = next(row for row in load_measures(mine).measures if row.name == "tide")
    assert (tide.label, tide.growth, tide.event) == ("tide", Growth.FIXED, None)


def test_file_that_is_no_turtle_is_told_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("m:killed a kg:Measure", encoding="utf-8")
    with pytest.raises(VocabularyError, match="not valid Turtle") as caught:
        load_measures(path)
    assert caught.value.path == str(path)
