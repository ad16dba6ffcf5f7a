"""Whatever the bytes, a reader gives articles, notes and errors that keep their promises, and nothing else."""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article
from kg.read.dates import iso_date
from kg.read.document import Document, Found
from kg.read.readers import READERS, Reader

YAML_LIKE = st.text(alphabet="---\n:[]{}\"'|>&*!#% abté\t", max_size=60)
HTML_LIKE = st.lists(
    st.sampled_from(
        (
            "<p>",
            "</p>",
            "<!--",
            "<script type='application/ld+json'>",
            '{"@type":"Article"',
            "}",
            "]]>",
            "<meta ",
        )
    )
    | st.text(max_size=20),
    max_size=12,
).map("".join)
JSON_LINES = st.lists(
    st.dictionaries(
        st.sampled_from(("text", "title", "authors", "published", "url", "language")),
        st.none()
        | st.integers()
        | st.booleans()
        | st.text(max_size=20)
        | st.lists(st.text(max_size=5)),
    ).map(json.dumps)
    | st.text(max_size=30),
    max_size=5,
).map("\n".join)
BYTES = (
    st.binary(max_size=200)
    | YAML_LIKE.map(lambda text: f"---\n{text}\n---\nText.".encode())
    | HTML_LIKE.map(lambda text: text.encode(errors="replace"))
    | JSON_LINES.map(lambda text: text.encode(errors="replace"))
)


def read(reader: Reader, data: bytes) -> list[Found]:
    """What a reader gives, with the error that ended it."""
    found: list[Found] = []
    try:
        found.extend(reader.read(Document("in/a", "a", data)))
    except InputError as error:
        found.append(error)
    return found


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=BYTES)
def test_no_bytes_crash_a_reader_and_all_that_it_gives_can_be_written(
    reader: Reader, data: bytes
) -> None:
    found = read(reader, data)
    assert found, "every document gives an article or an error"
    for thing in found:
        if isinstance(thing, Article):
            assert thing.text.strip()
            assert thing.model_dump_json().encode()
            assert thing.published is None or iso_date(thing.published) == thing.published
        else:
            message = str(thing)
            assert message.startswith("in/a")
            assert "\n" not in message
            assert not isinstance(thing, InputError) or thing.remedy
    assert repr(read(reader, data)) == repr(found)


@pytest.mark.parametrize(
    "reader", [row for row in READERS if row.name != "html"], ids=lambda row: row.name
)
@settings(deadline=None)
@given(text=st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_a_text_comes_back_to_the_character(reader: Reader, text: str) -> None:
    wrap: dict[str, Callable[[str], str]] = {
        "plain": str,
        "markdown": lambda text: f"---\ntitle: x\n---\n{text}",
        "jsonl": lambda text: json.dumps({"text": text}),
    }
    data = wrap[reader.name]("." + text).encode()
    (article,) = read(reader, data)
    assert isinstance(article, Article)
    assert article.text == ("." + text).replace("\r\n", "\n")


@given(st.text(max_size=40) | st.datetimes().map(str) | st.dates().map(str))
def test_a_date_read_once_is_read_the_same_again(written: str) -> None:
    known = iso_date(written)
    assert known is None or iso_date(known) == known
