"""Plain text: the file is the article; of what is known about it only the day may stand in it (`kg.read.masthead`)."""

from collections.abc import Iterator

from kg.model import Article, Metadata
from kg.read.decode import decoded
from kg.read.document import Document, Found
from kg.read.masthead import with_day


def read_plain(document: Document) -> Iterator[Found]:
    r"""The article whose text is the file's, unchanged apart from a byte-order mark and ``\r\n``.

    Raises:
        InputError: If the file is empty, too large, binary or not UTF-8.
    """
    text = decoded(document, document.data())
    if not text.strip():
        raise document.error("is empty", "give it some text or leave it out")
    yield Article.of(text, document.file, with_day(Metadata(url=document.url), text))
