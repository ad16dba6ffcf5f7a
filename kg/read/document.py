"""What a reader is given, and what it gives: a document in, articles, errors and notes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from kg.errors import InputError
from kg.model import Article

# The longest novel has some four million bytes and the longest report of the development corpora 40,000, so that
# anything above this is no article but a dump, an archive or a mistake. Chosen in 2025.
MAX_ARTICLE_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Note:
    """Something about an input that was left out while its article was kept.

    Attributes:
        path: The file or URL concerned.
        reason: One sentence for a reader.
        line: The line concerned, counted from 1, or None.
    """

    path: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        """The place and the reason in one sentence."""
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{place}: {self.reason}"


Found = Article | InputError | Note


@dataclass(frozen=True, slots=True)
class Document:
    """A file or a page before anybody knows what it says.

    Attributes:
        path: How errors name it: the path as the user gave it, or the URL.
        file: What its article is to carry as ``file``.
        origin: Where its bytes are: a path to open, or the bytes themselves.
        charset: The encoding that a server declared; None where nobody did.
        url: Where it came from on the web, or None.
    """

    path: str
    file: str
    origin: Path | bytes
    charset: str | None = None
    url: str | None = None

    def open(self) -> IO[bytes]:
        """A stream of the bytes.

        Raises:
            InputError: If the file cannot be opened.
        """
        if isinstance(self.origin, bytes):
            return BytesIO(self.origin)
        try:
            return self.origin.open("rb")
        except OSError as error:
            raise self.error(*explained(error)) from error

    def data(self) -> bytes:
        """All bytes of one article.

        Raises:
            InputError: If the file cannot be read, is empty or has more than MAX_ARTICLE_BYTES.
        """
        with self.open() as stream:
            try:
                data = stream.read(MAX_ARTICLE_BYTES + 1)
            except OSError as error:
                raise self.error(*explained(error)) from error
        if len(data) > MAX_ARTICLE_BYTES:
            raise self.error(
                f"is larger than {MAX_ARTICLE_BYTES // 1_000_000} MB, the most that one article may have",
                "split it into articles, or write them to a .jsonl file, one a line",
            )
        if not data.strip():
            raise self.error("is empty", "give it some text or leave it out")
        return data

    def error(self, problem: str, remedy: str = "", line: int | None = None) -> InputError:
        """An error that names this document."""
        return InputError(problem, remedy=remedy, path=self.path, line=line)

    def note(self, reason: str, line: int | None = None) -> Note:
        """A note that names this document."""
        return Note(self.path, reason, line)

    def notes(self, reasons: tuple[str, ...], line: int | None = None) -> Iterator[Note]:
        """A note for each reason."""
        for reason in reasons:
            yield self.note(reason, line)


def explained(error: OSError) -> tuple[str, str]:
    """An operating system's error as problem and remedy."""
    match error:
        case PermissionError():
            return "cannot be read for lack of permission", "make it readable or leave it out"
        case FileNotFoundError():
            return "does not exist", "check the path"
        case _:
            reason = error.strerror or type(error).__name__
            return (
                f"cannot be read: {reason[:1].lower()}{reason[1:]}",
                "check the file and its disk",
            )
