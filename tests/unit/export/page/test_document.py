import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError
from kg.export.page import FILE, write
from kg.export.page.content import content
from kg.export.page.document import (
    FILE_SCRIPTS,
    SERVED_SCRIPTS,
    document,
    embedded_json,
    served_document,
)
from kg.graph import assemble
from kg.model import Collection
from tests.factory import article, sample_collection

HOSTILE = "</script><img src=x onerror=alert(1)><!-- {{library}} \u2028 {{data}}"


class Page(HTMLParser):
    """Elements with their attributes and, for scripts and styles, their text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in {"script", "style"} and data.strip():
            self.texts.append((self.elements[-1][1].get("id") or self.elements[-1][0], data))


def page_of(collection: Collection) -> str:
    return document(content(assemble(collection)))


@pytest.fixture(scope="module")
def text() -> str:
    return page_of(sample_collection())


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def data_of(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dict(page.texts)["data"])
    return found


def test_no_element_refers_to_anything_outside(page: Page) -> None:
    addresses = [
        value
        for _, attributes in page.elements
        for name, value in attributes.items()
        if name in {"src", "href", "action", "data", "poster", "srcset"}
    ]
    assert all(address and address.startswith(("data:", "#")) for address in addresses)


def test_styles_import_nothing(page: Page) -> None:
    style = dict(page.texts)["style"]
    assert not re.search(r"@import|url\(|@font-face", style)


def policy_of(page: Page) -> str:
    return next(
        attributes["content"] or ""
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )


@pytest.mark.parametrize("is_served", [False, True])
def test_policy_forbids_all_but_the_page_s_own_scripts_and_styles(
    page: Page, is_served: bool
) -> None:
    page = Page(served_document()) if is_served else page
    policy = policy_of(page)
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for name, source in page.texts:
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert (f"'sha256-{digest}'" in policy) == (name != "data")


def test_only_the_served_page_may_ask_and_its_own_server_alone(page: Page) -> None:
    assert "connect-src 'none'" in policy_of(page)
    assert "connect-src 'self'" in policy_of(Page(served_document()))


def test_the_served_page_holds_no_rows_and_refers_to_nothing() -> None:
    page = Page(served_document())
    assert data_of(page) is None
    assert not any(
        {"src", "poster", "srcset"} & attributes.keys() for _, attributes in page.elements
    )


def test_data_is_read_back_as_it_was(page: Page) -> None:
    assert data_of(page) == json.loads(json.dumps(content(assemble(sample_collection()))))


def test_offsets_in_the_data_cut_the_claims_out_of_their_articles(page: Page) -> None:
    data = data_of(page)
    texts = {row["id"]: row["text"] for row in data["articles"]}
    assert len(data["claims"]) == 8
    for claim in data["claims"]:
        words = [texts[claim["article"]][start:end] for start, end in claim["content"]["parts"]]
        assert " ".join(words) == claim["text"]


def test_markup_and_placeholders_in_an_article_stay_words() -> None:
    report = article(f"{HOSTILE}\n", title=HOSTILE, publisher=HOSTILE)
    page = Page(page_of(Collection(articles=(report,))))
    assert [tag for tag, _ in page.elements].count("script") == 4
    assert "img" not in {tag for tag, _ in page.elements}
    assert data_of(page)["articles"][0]["title"] == HOSTILE


@pytest.mark.parametrize("value", ["<", "</SCRIPT>", "<!--", "\u2028\u2029", "😀", "\ud83d", '"\\'])
def test_embedded_json_holds_no_markup_and_is_read_back(value: str) -> None:
    text = embedded_json({"value": value})
    assert "<" not in text
    assert json.loads(text.encode("utf-8")) == {"value": value}


def test_an_empty_collection_gives_a_page_as_well() -> None:
    assert data_of(Page(page_of(Collection())))["disputes"] == []


def test_the_same_graph_gives_the_same_bytes(text: str) -> None:
    assert page_of(sample_collection()) == text


def test_no_script_sets_markup() -> None:
    folder = Path(document.__code__.co_filename).parent
    assert {path.name for path in folder.glob("*.js")} == {*FILE_SCRIPTS, *SERVED_SCRIPTS}
    for name in {*FILE_SCRIPTS, *SERVED_SCRIPTS}:
        source = (folder / name).read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source
        )


def test_page_is_written_into_the_folder(tmp_path: Path, text: str) -> None:
    write(assemble(sample_collection()), tmp_path)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written"):
        write(assemble(Collection()), tmp_path / "taken")


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import hashlib\n"
        "from kg.export.page.content import content\n"
        "from kg.export.page.document import document\n"
        "from kg.graph import assemble\n"
        "from tests.factory import sample_collection\n"
        "page = document(content(assemble(sample_collection())))\n"
        "print(hashlib.sha256(page.encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
