import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import read, reading
from kg.read.document import Document
from kg.read.readers import BY_SUFFIX, Reader


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_articles_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    put(
        tmp_path, a__txt="One.", b__md="---\ntitle: Two\n---\nTwo.", c__jsonl='{"text": "Three."}\n'
    )
    found = read([str(tmp_path / "b.md"), str(tmp_path / "c.jsonl"), str(tmp_path / "a.txt")])
    assert [article.file for article in found.articles] == ["b.md", "c.jsonl:1", "a.txt"]
    assert found.errors == ()


def test_one_bad_input_never_costs_the_others(tmp_path: Path) -> None:
    put(tmp_path, a__txt="One.", b__md="---\ntitle: [\n---\nTwo.", c__txt="", d__pdf="x")
    found = read([str(tmp_path), str(tmp_path / "none.txt"), "ftp://post.example/a"])
    assert [article.text for article in found.articles] == ["One."]
    assert [Path(error.path or "").name for error in found.errors] == [
        "b.md",
        "c.txt",
        "none.txt",
        "a",
    ]
    assert found.passed_over == (".pdf (1 file)",)


def test_notes_are_gathered(tmp_path: Path) -> None:
    put(tmp_path, a__md="---\npublished: never\n---\nOne.")
    (note,) = read([str(tmp_path)]).notes
    assert note.path == str(tmp_path / "a.md")


def test_the_second_of_two_inputs_with_the_same_words_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, a__txt="The dam  burst.\n", b__md="---\ntitle: Dam\n---\nThe dam burst.")
    found = read([str(tmp_path)])
    assert [article.file for article in found.articles] == ["a.txt"]
    (error,) = found.errors
    assert str(error) == (
        f"{tmp_path}/b.md: has the same words as {tmp_path}/a.txt; leave one of them out"
    )


def test_the_same_file_named_twice_is_left_out_once(tmp_path: Path) -> None:
    put(tmp_path, a__txt="One.")
    found = read([str(tmp_path), str(tmp_path / "a.txt")])
    assert (len(found.articles), len(found.errors)) == (1, 1)


def test_twins_in_a_file_of_many_name_both_lines(tmp_path: Path) -> None:
    put(tmp_path, w__jsonl='{"text": "One."}\n{"text": "Two."}\n{"text": "One."}\n')
    (error,) = read([str(tmp_path / "w.jsonl")]).errors
    assert str(error).startswith(f"{tmp_path}/w.jsonl, line 3: has the same words as")
    assert f"{tmp_path}/w.jsonl, line 1;" in str(error)


def test_a_reprint_by_another_publisher_is_an_article_of_its_own(tmp_path: Path) -> None:
    rows = [{"text": "One.", "publisher": name} for name in ("Wire", "Post", "Wire")]
    put(tmp_path, w__jsonl="\n".join(map(json.dumps, rows)))
    found = read([str(tmp_path)])
    assert [article.publisher for article in found.articles] == ["Wire", "Post"]
    assert "line 1" in str(found.errors[0])


def test_an_address_is_fetched_and_read_by_the_reader_for_its_kind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = "https://post.example/a"

    def page(asked: str) -> tuple[Document, Reader]:
        return Document(asked, asked, b"One.", url=asked), BY_SUFFIX[".txt"]

    monkeypatch.setattr(reading, "fetch", page)
    (article,) = read([address]).articles
    assert (article.file, article.url) == (address, address)


def test_a_page_that_cannot_be_fetched_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(asked: str) -> tuple[Document, Reader]:
        raise InputError("cannot be reached", path=asked)

    monkeypatch.setattr(reading, "fetch", fail)
    assert [str(error) for error in read(["http://post.example/a"]).errors] == [
        "http://post.example/a: cannot be reached"
    ]


def test_identity_is_by_content_and_origin_not_by_place(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, a__txt="The dam burst.")
    first, second = (read([str(tmp_path / name)]).articles[0] for name in ("one", "two"))
    assert first == second
