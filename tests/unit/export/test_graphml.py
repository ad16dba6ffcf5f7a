from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.export.graphml import FILE, NAMESPACE, write
from kg.graph import assemble
from kg.model import Collection
from tests.factory import article, sample_collection

NAMES = {"g": NAMESPACE}


def read(folder: Path) -> ET.Element:
    return ET.parse(folder / FILE).getroot()  # noqa: S314


@pytest.fixture
def root(tmp_path: Path) -> ET.Element:
    write(assemble(sample_collection()), tmp_path)
    return read(tmp_path)


def test_every_value_has_a_declared_key(root: ET.Element) -> None:
    declared = {key.get("id") for key in root.iterfind("g:key", NAMES)}
    assert {data.get("key") for data in root.iterfind(".//g:data", NAMES)} == declared


def test_booleans_are_written_as_xml_schema_has_them(root: ET.Element) -> None:
    written = {data.text for data in root.iterfind(".//g:data[@key='node-named']", NAMES)}
    assert written == {"true", "false"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("node-confidence", "double"),
        ("node-articles", "long"),
        ("node-year", "long"),
        ("edge-weight", "long"),
        ("edge-symmetric", "boolean"),
        ("edge-why", "string"),
    ],
)
def test_attributes_are_typed(root: ET.Element, key: str, expected: str) -> None:
    found = root.find(f"g:key[@id='{key}']", NAMES)
    assert found is not None
    assert found.get("attr.type") == expected


def test_control_characters_do_not_make_the_file_unreadable(tmp_path: Path) -> None:
    report = article("Rain.", title="a\x0bb\r\n<c>")
    write(assemble(Collection(articles=(report,))), tmp_path)
    found = read(tmp_path).find(".//g:data[@key='node-label']", NAMES)
    assert found is not None
    assert found.text == "ab\n<c>"
