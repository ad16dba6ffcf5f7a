"""Markdown with YAML front matter: the text is what follows the front matter, marks and all."""

import re
from collections.abc import Iterator, Mapping

import yaml

from kg.model import Article
from kg.read.decode import decoded
from kg.read.document import Document, Found
from kg.read.facts import metadata
from kg.read.masthead import with_day

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def read_markdown(document: Document) -> Iterator[Found]:
    """The article and a note for each fact of its front matter that could not be used.

    Raises:
        InputError: If the file is empty, too large, binary or not UTF-8, or its front matter is unclosed or no
            YAML mapping.
    """
    whole = decoded(document, document.data())
    facts, start = _front_matter(document, whole)
    text = whole[start:]
    if not text.strip():
        raise document.error("has no text after its front matter", "add the text or leave it out")
    known, reasons = metadata(facts, document.url)
    yield Article.of(text, document.file, with_day(known, text))
    yield from document.notes(reasons)


def _front_matter(document: Document, whole: str) -> tuple[Mapping[str, object], int]:
    """The facts of the front matter, and where the text begins; nothing and 0 if there is none."""
    opening = _OPENING.match(whole)
    if opening is None:
        return {}, 0
    closing = _CLOSING.search(whole, opening.end())
    if closing is None:
        raise document.error("front matter is not closed", "add a line --- after it", 1)
    return _facts(document, whole[opening.end() : closing.start()]), closing.end()


def _facts(document: Document, front_matter: str) -> Mapping[str, object]:
    """The mapping that the YAML gives; its scalars stay text, so that dates and titles are as written."""
    remedy = "put values that contain a colon in quotation marks"
    try:
        facts = yaml.load(front_matter, Loader=yaml.BaseLoader)  # noqa: S506 - makes only str, list and dict
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 2
        raise document.error(f"front matter is not YAML: {error.problem}", remedy, line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise document.error(
            "front matter is not YAML", "remove what is no plain text", 1
        ) from error
    if not facts:
        return {}
    if not isinstance(facts, dict):
        raise document.error(
            "front matter is not a list of facts", "write one fact a line, such as title: Flood", 2
        )
    return facts
