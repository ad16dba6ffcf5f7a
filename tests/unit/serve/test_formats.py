import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.serve.formats import GRAPHS, HTML, SOLUTIONS, Format, media_types, preferred

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


def chosen(accept: str | None, offered: tuple[Format, ...]) -> str | None:
    found = preferred(accept, offered)
    return None if found is None else found.media_type


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("application/json", "application/json"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.3", "text/tab-separated-values"),
        ("application/*;q=0.5, text/csv;q=0.4", "application/sparql-results+json"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("text/csv;charset=utf-8;q=0.9, */*;q=0.1", "text/csv"),
        ("image/png, text/csv;q=0.001", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=much", None),
        ("nonsense", None),
        (BROWSER, "application/xml"),
    ],
)
def test_the_client_is_given_the_solutions_it_likes_best(
    accept: str | None, media_type: str | None
) -> None:
    assert chosen(accept, SOLUTIONS) == media_type


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "text/turtle"),
        ("application/ld+json, text/turtle;q=0.9", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/n-triples,*/*;q=0.9", "application/n-triples"),
    ],
)
def test_the_client_is_given_the_triples_it_likes_best(accept: str | None, media_type: str) -> None:
    assert chosen(accept, GRAPHS) == media_type


def test_a_browser_is_given_a_page_and_a_script_turtle() -> None:
    assert chosen(BROWSER, (*GRAPHS, HTML)) == "text/html"
    assert chosen("*/*", (*GRAPHS, HTML)) == "text/turtle"


def test_a_more_specific_range_decides_even_if_it_says_less() -> None:
    assert chosen("text/*;q=0.9, text/turtle;q=0.1, application/ld+json;q=0.5", GRAPHS) == (
        "text/n3"
    )


def test_the_store_knows_every_format_of_the_tables() -> None:
    assert all(QueryResultsFormat.from_extension(one.extension) for one in SOLUTIONS)
    assert all(RdfFormat.from_extension(one.extension) for one in GRAPHS)


def test_text_names_its_character_set() -> None:
    assert SOLUTIONS[0].content_type == "application/sparql-results+json"
    assert GRAPHS[0].content_type == "text/turtle; charset=utf-8"


def test_what_there_is_can_be_told() -> None:
    assert media_types(SOLUTIONS[:2]) == (
        "application/sparql-results+json, application/sparql-results+xml"
    )
