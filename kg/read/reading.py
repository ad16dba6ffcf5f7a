"""Reads all inputs: one bad article never costs the others, and none is read twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import Article
from kg.read.discovery import documents
from kg.read.document import Document, Found, Note
from kg.read.readers import BY_SUFFIX, Reader
from kg.read.web import fetch, is_address


@dataclass(frozen=True, slots=True)
class Reading:
    """What the inputs gave.

    Attributes:
        articles: In order of the inputs, within a folder in order of the paths; no two alike.
        errors: One for each input, file or line that gave no article, in the same order.
        passed_over: Kinds of file in folders that nobody reads, each with its count, sorted.
        notes: What was left out of articles that were kept.
    """

    articles: tuple[Article, ...] = ()
    errors: tuple[InputError, ...] = ()
    passed_over: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def read(inputs: Sequence[str], *, leave_out: Path | None = None) -> Reading:
    """The articles of files, folders and pages.

    An article whose words were read before is left out with an error that names the first, unless both name
    their publishers and these differ: then it is a reprint, which the graph is to show.

    Args:
        inputs: Paths of files and folders, and ``http(s)://`` addresses.
        leave_out: A folder below the inputs that is not to be read: the one that is written to.
    """
    passed_over: Counter[str] = Counter()
    articles: list[Article] = []
    errors: list[InputError] = []
    notes: list[Note] = []
    known = _Known()
    for written in inputs:
        for where, found in _found(written, passed_over, leave_out):
            match found:
                case Article():
                    twin = known.twin(found, where)
                    if twin is None:
                        articles.append(found)
                    else:
                        errors.append(_duplicate(_place(found, where), twin))
                case InputError():
                    errors.append(found)
                case Note():
                    notes.append(found)
    return Reading(tuple(articles), tuple(errors), _counted(passed_over), tuple(notes))


def _found(
    written: str, passed_over: Counter[str], leave_out: Path | None
) -> Iterator[tuple[str, Found]]:
    """Everything that an input gives, with the path of the document that it comes from."""
    if is_address(written):
        try:
            document, reader = fetch(written)
        except InputError as error:
            yield written, error
        else:
            yield from _read(document, reader)
        return
    for document_or_error in documents(written, passed_over, leave_out):
        if isinstance(document_or_error, InputError):
            yield written, document_or_error
        else:
            suffix = Path(document_or_error.path).suffix.lower()
            yield from _read(document_or_error, BY_SUFFIX[suffix])


def _read(document: Document, reader: Reader) -> Iterator[tuple[str, Found]]:
    try:
        for found in reader.read(document):
            yield document.path, found
    except InputError as error:
        yield document.path, error


class _Known:
    """The articles read so far, by identifier and by words."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._by_text: dict[str, list[Article]] = {}

    def twin(self, article: Article, where: str) -> str | None:
        """Where the same article was read before, or None; in that case it is known from now on."""
        alike = self._by_text.setdefault(" ".join(article.text.split()), [])
        for other in alike:
            if not _is_reprint(article, other):
                return self._places[other.id]
        alike.append(article)
        self._places[article.id] = _place(article, where)
        return None


def _is_reprint(article: Article, other: Article) -> bool:
    """Whether two articles of the same words were published by two that are named."""
    both = article.publisher is not None and other.publisher is not None
    return both and article.publisher != other.publisher


def _place(article: Article, where: str) -> str:
    """How a user finds an article: its document, and the line in a file of many."""
    line = article.file.rpartition(":")[2]
    return (
        f"{where}, line {line}"
        if where.endswith((".jsonl", ".ndjson")) and line.isdigit()
        else where
    )


def _duplicate(where: str, first: str) -> InputError:
    return InputError(f"has the same words as {first}", remedy="leave one of them out", path=where)


def _counted(passed_over: Counter[str]) -> tuple[str, ...]:
    return tuple(
        f"{kind} ({count} {'file' if count == 1 else 'files'})"
        for kind, count in sorted(passed_over.items())
    )
