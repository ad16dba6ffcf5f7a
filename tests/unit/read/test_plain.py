import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read.document import Document
from kg.read.plain import read_plain


def test_the_file_is_the_article_and_nothing_is_guessed() -> None:
    (found,) = read_plain(Document("in/a.txt", "a.txt", b"\r\nDam bursts\r\n\r\nBy Ann Lee\n"))
    assert isinstance(found, Article)
    assert found.text == "\nDam bursts\n\nBy Ann Lee\n"
    assert found.file == "a.txt"
    assert (found.title, found.publisher, found.authors, found.published) == (None, None, (), None)


def test_a_file_of_nothing_but_a_byte_order_mark_is_empty() -> None:
    with pytest.raises(InputError, match="is empty"):
        list(read_plain(Document("a.txt", "a.txt", b"\xef\xbb\xbf\n")))
