"""What a server and its processes tell each other: one line of JSON each way, and after it the bytes of an answer."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a query ended."""

    WELL = "well"
    MALFORMED = "malformed"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_LONG = "too-long"
    TOO_LARGE = "too-large"  # it needs more memory than it may take
    UNACCEPTABLE = "unacceptable"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A query to answer.

    Attributes:
        sparql: The query.
        solutions: Extension of the format for SELECT and ASK, or None where the client takes none.
        graph: The same for CONSTRUCT and DESCRIBE.
        default_graphs: Named graphs that make up the default graph; None leaves it as it is.
        named_graphs: Named graphs that GRAPH may name; None leaves all.
    """

    sparql: str
    solutions: str | None = "srj"
    graph: str | None = "ttl"
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None

    def line(self) -> bytes:
        """The job as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> "Job":
        """The job of a line."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Head:
    """What comes before the bytes of an answer.

    Attributes:
        outcome: How the query ended.
        size: How many bytes follow.
        is_graph: Whether the answer is triples, not solutions.
        detail: The message of the store, where it failed.
    """

    outcome: Outcome
    size: int = 0
    is_graph: bool = False
    detail: str = ""

    def line(self) -> bytes:
        """The head as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> "Head":
        """The head of a line."""
        fields = json.loads(line)
        return cls(**{**fields, "outcome": Outcome(fields["outcome"])})
