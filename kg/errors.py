"""Every error that the program raises on purpose, as one tree.

    KgError
    ├── InputError          a file, folder, page or line that cannot be read as an article
    ├── LanguageError       a language pipeline that is missing or unfit
    ├── ExtractionError     an article that cannot be turned into claims
    ├── GraphError          a collection whose parts do not fit together
    ├── VocabularyError     an ontology or measures file that is missing or malformed
    ├── JudgementError      a file of judgements that cannot be read, or judgements that cannot all hold
    ├── ExportError         a result that cannot be written
    ├── QueryError          a question that cannot be answered
    ├── LimitError          a question that was stopped, as it took too long or found too much
    ├── PushError           a database that a build cannot be pushed into, or a build that cannot be pushed
    └── ServeError          a server that cannot be started

Each says in one sentence what is wrong and what to do about it, and carries its facts as fields, so that a
caller need not parse the message. A programmer's fault stays a ``ValueError`` or ``TypeError``.
"""

from pathlib import Path


class KgError(Exception):
    """Base of all errors that the program raises on purpose.

    Attributes:
        problem: What is wrong, without the place.
        remedy: What the user can do about it; empty where nothing can be done.
        path: The file, folder or URL concerned, or None.
        line: The line concerned, counted from 1, or None.
    """

    def __init__(
        self,
        problem: str,
        *,
        remedy: str = "",
        path: str | Path | None = None,
        line: int | None = None,
    ) -> None:
        """Keep the facts and compose the message from them."""
        self.problem = problem
        self.remedy = remedy
        self.path = None if path is None else str(path)
        self.line = line
        super().__init__(self._message())

    def _message(self) -> str:
        place = "" if self.path is None else self.path
        if self.line is not None:
            place = f"{place}, line {self.line}" if place else f"line {self.line}"
        head = f"{place}: {self.problem}" if place else self.problem
        return f"{head}; {self.remedy}" if self.remedy else head


class InputError(KgError):
    """A file, folder, page or line that cannot be read as an article."""


class LanguageError(KgError):
    """A language pipeline of the user's own that is not installed, or that cannot stand in for ours."""


class ExtractionError(KgError):
    """An article that cannot be turned into claims."""


class GraphError(KgError):
    """A collection whose parts do not fit together, such as a claim by an unknown speaker."""


class VocabularyError(KgError):
    """An ontology or measures file that is missing or malformed."""


class JudgementError(KgError):
    """A file of judgements that cannot be read, or judgements that cannot all hold."""


class ExportError(KgError):
    """A result that cannot be written."""


class QueryError(KgError):
    """A question that cannot be answered: a syntax error, a forbidden feature or a missing build."""


class LimitError(KgError):
    """A question that was stopped: it took too long, found too much, or there are too many at once."""


class PushError(KgError):
    """A database that cannot be reached or refuses a build, or a build that cannot be pushed."""


class ServeError(KgError):
    """A server that cannot be started: its port is taken, or it has no address."""
