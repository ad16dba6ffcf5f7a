"""Reads judgements of names from CSV files that people edit by hand or in a spreadsheet.

A file begins with a header that names its columns: ``left``, ``right`` and ``judgement``, and where they are wanted
``by``, ``when``, ``why`` and ``kind``; others, such as those that ``merges.csv`` has besides, are passed over. A row
whose judgement is empty is not decided yet. Lines that begin with ``#`` are comments. Spreadsheets separate columns
by commas, semicolons or tabs, and put a byte-order mark in front: all of these are read.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz import process

from kg.errors import JudgementError
from kg.model import Answer, Family, Judgement
from kg.model.entity import FAMILIES
from kg.resolve.contradictions import Tie, refuse_contradictions
from kg.resolve.names import normal

REQUIRED = ("left", "right", "judgement")
SEPARATORS = ",;\t"

_FAMILIES: dict[str, Family | None] = {
    "": None,
    **{family.value: family for family in Family},
    **{kind.value.casefold(): family for kind, family in FAMILIES.items()},
}
_REMEDY = "give a CSV file with the columns left, right, judgement, by, when, why"

Row = dict[str, str]


def read_judgements(paths: Sequence[Path]) -> tuple[Judgement, ...]:
    """The judgements of all files, in the order of the files and their lines.

    Raises:
        JudgementError: If a file cannot be read or is not as described above, or two judgements contradict each
            other whatever the articles say.
    """
    found = tuple(judgement for path in paths for judgement in _judgements(path))
    refuse_contradictions(
        Tie(one, (one.family, normal(one.left)), (one.family, normal(one.right))) for one in found
    )
    return found


def _judgements(path: Path) -> Iterator[Judgement]:
    records = _records(path, _text(path))
    first = next(records, None)
    if first is None:
        raise JudgementError("is empty", remedy=_REMEDY, path=path)
    columns = [cell.strip().casefold() for cell in first[1]]
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        problem = f"has no column {' and no column '.join(missing)} in its first line"
        raise JudgementError(problem, remedy=_REMEDY, path=path, line=first[0])
    for line, cells in records:
        if any(cells[len(columns) :]):
            problem = f"has {len(cells)} columns where the first line names {len(columns)}"
            remedy = "put a value that has the separator in it between quotation marks"
            raise JudgementError(problem, remedy=remedy, path=path, line=line)
        row = dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=False))
        if row.get("judgement"):
            yield _judgement(row, path, line)


def _judgement(row: Row, path: Path, line: int) -> Judgement:
    answer = row["judgement"].casefold()
    if answer not in list(Answer):
        near = process.extractOne(answer, list(Answer), score_cutoff=70)
        remedy = f"did you mean {near[0]}?" if near else f"write {', '.join(Answer)} or nothing"
        problem = f"there is no judgement “{row['judgement']}”"
        raise JudgementError(problem, remedy=remedy, path=path, line=line)
    kind = row.get("kind", "")
    if kind.casefold() not in _FAMILIES:
        remedy = f"write {', '.join(Family)} or nothing"
        raise JudgementError(f"there is no kind “{kind}”", remedy=remedy, path=path, line=line)
    for side in ("left", "right"):
        if not row.get(side):
            remedy = "write a name or the id of an entity on both sides"
            raise JudgementError(f"names nobody as {side}", remedy=remedy, path=path, line=line)
    return Judgement(
        left=row["left"],
        right=row["right"],
        answer=Answer(answer),
        family=_FAMILIES[kind.casefold()],
        by=row.get("by", ""),
        when=row.get("when", ""),
        why=row.get("why", ""),
        path=str(path),
        line=line,
    )


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        remedy = "give the path of a file of judgements"
        raise JudgementError("does not exist", remedy=remedy, path=path) from error
    except IsADirectoryError as error:
        raise JudgementError("is a folder", remedy="give a file in it", path=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        problem = f"cannot be read ({reason[:1].lower()}{reason[1:]})"
        raise JudgementError(problem, remedy="give another file", path=path) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JudgementError(
            f"is not UTF-8 (byte 0x{data[error.start]:02x})",
            remedy="save it as CSV in UTF-8",
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error


class _Lines:
    """The lines of a text for a CSV reader, without those that begin with ``#`` where a row could begin.

    Attributes:
        begun: The line in which the row that is being read began, counted from 1; 0 before it begins.
    """

    def __init__(self, text: str) -> None:
        self._lines = enumerate(io.StringIO(text, newline=None), start=1)
        self.begun = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        number, line = next(self._lines)
        while not self.begun and (line.startswith("#") or not line.strip()):
            number, line = next(self._lines)
        self.begun = self.begun or number
        return line


def _records(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say anything, each with the line that it begins in."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=_separator(text), strict=True)
    while True:
        lines.begun = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "close its quotation marks, and write those within a value twice"
            problem = f"is no row of a CSV file ({error})"
            raise JudgementError(problem, remedy=remedy, path=path, line=lines.begun) from error
        comment = cells[:1] and cells[0].startswith("#")  # in quotation marks by a spreadsheet
        if not comment and any(cell.strip() for cell in cells):
            yield lines.begun, cells


def _separator(text: str) -> str:
    """What parts the columns of the first line that is no comment."""
    header = next(_Lines(text), "")
    return max(SEPARATORS, key=header.count)
