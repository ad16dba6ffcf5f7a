"""Writes a file beside its target and renames it, so that nobody ever meets half a file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TextIO

from kg.errors import ExportError


@contextmanager
def replacing(target: Path) -> Iterator[TextIO]:
    r"""A stream whose text takes the target's place when the block ends.

    UTF-8; ``\n`` is written as it is on every system; missing folders are made. If the block fails, what was
    written is removed and the target stays as it was. Lone surrogates, which UTF-8 has no bytes for, become
    ``?``, so that offsets stay what they were.

    Raises:
        ExportError: If the file cannot be written.
    """
    with (
        _beside(target) as place,
        place.open("w", encoding="utf-8", errors="replace", newline="") as stream,
    ):
        yield stream


@contextmanager
def replacing_bytes(target: Path) -> Iterator[IO[bytes]]:
    """A stream whose bytes take the target's place when the block ends, as text does in ``replacing``.

    Raises:
        ExportError: If the file cannot be written.
    """
    with _beside(target) as place, place.open("wb") as stream:
        yield stream


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A place to write to, which becomes the target when the block ends."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield beside
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(target, error) from error


def write_text(target: Path, text: str) -> None:
    """Put the text in the target's place.

    Raises:
        ExportError: If the file cannot be written.
    """
    with replacing(target) as stream:
        stream.write(text)


def remove(target: Path) -> None:
    """Remove a file that an earlier run left, if it is there.

    Raises:
        ExportError: If it is there and cannot be removed.
    """
    try:
        target.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> ExportError:
    return ExportError(
        f"cannot be written ({error.strerror or error})",
        remedy="choose another folder with --out, or free space and rights there",
        path=target,
    )
