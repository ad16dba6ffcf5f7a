"""JSON Lines: one article a line, read one line at a time, so that a file may be larger than memory.

An object has ``text`` and may have title, url, published, publisher, authors and language.
"""

import json
from collections.abc import Iterator
from typing import IO

from kg.errors import InputError
from kg.model import Article
from kg.read.decode import decoded
from kg.read.document import MAX_ARTICLE_BYTES, Document, Found, explained
from kg.read.facts import is_encodable, metadata
from kg.read.masthead import with_day


def read_jsonl(document: Document) -> Iterator[Found]:
    """The articles in order of the lines, with an error for each line that is none; blank lines are passed over.

    Each article's ``file`` is the file's with a colon and the line, as in ``wire.jsonl:3``.

    Raises:
        InputError: If the file cannot be read or has no line with content.
    """
    has_content = False
    with document.open() as stream:
        for number, line in enumerate(_lines(document, stream), start=1):
            if line.strip():
                has_content = True
                try:
                    yield from _article(document, line, number)
                except InputError as error:
                    yield error
    if not has_content:
        raise document.error("is empty", "write one article a line, or leave it out")


def _lines(document: Document, stream: IO[bytes]) -> Iterator[bytes]:
    """The lines, each cut after MAX_ARTICLE_BYTES + 1 bytes."""
    try:
        while line := stream.readline(MAX_ARTICLE_BYTES + 1):
            yield line
            while len(line) > MAX_ARTICLE_BYTES and not line.endswith(b"\n"):
                line = stream.readline(MAX_ARTICLE_BYTES + 1)
    except OSError as error:
        raise document.error(*explained(error)) from error


def _article(document: Document, line: bytes, number: int) -> Iterator[Found]:
    if len(line) > MAX_ARTICLE_BYTES:
        limit = f"{MAX_ARTICLE_BYTES // 1_000_000} MB, the most that one article may have"
        raise document.error(f"is longer than {limit}", "split the article", number)
    row = _object(document, line, number)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise document.error(
            'has no "text"', 'add the article\'s words under the key "text"', number
        )
    if not is_encodable(text):
        raise document.error(
            "text holds half a character (a lone surrogate)", "write the file again", number
        )
    known, reasons = metadata(row, document.url)
    text = text.replace("\r\n", "\n")
    yield Article.of(text, f"{document.file}:{number}", with_day(known, text))
    yield from document.notes(reasons, number)


def _object(document: Document, line: bytes, number: int) -> dict[str, object]:
    """The JSON object in the line."""
    try:
        row = json.loads(decoded(document, line).rstrip())
    except json.JSONDecodeError as error:
        problem = f"is not JSON from column {error.colno} on"
        raise document.error(problem, "write one JSON object a line", number) from error
    except (ValueError, RecursionError) as error:
        raise document.error(
            "is not JSON that can be read", "write one JSON object a line", number
        ) from error
    except InputError as error:
        raise document.error(error.problem, error.remedy, number) from error
    if not isinstance(row, dict):
        raise document.error(
            "is not a JSON object", 'write one object a line, as {"text": "..."}', number
        )
    return row
