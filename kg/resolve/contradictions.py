"""Whether judgements can all hold: nobody can be different from whom a chain of judgements says that she is."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from kg.errors import JudgementError
from kg.model import Answer, Judgement


@dataclass(frozen=True)
class Tie:
    """Two things that one judgement speaks of; things are compared by equality."""

    judgement: Judgement
    left: Hashable
    right: Hashable


def refuse_contradictions(ties: Iterable[Tie]) -> None:
    """Refuse judgements that cannot all hold.

    Args:
        ties: In the order of their lines, which decides which contradiction is told.

    Raises:
        JudgementError: With the lines of the first judgement that two are different and of those by which they are
            the same.
    """
    rows = list(ties)
    links: dict[Hashable, list[tuple[Hashable, Judgement]]] = defaultdict(list)
    for tie in rows:
        if tie.judgement.answer is Answer.SAME:
            links[tie.left].append((tie.right, tie.judgement))
            links[tie.right].append((tie.left, tie.judgement))
    for tie in rows:
        if tie.judgement.answer is Answer.DIFFERENT:
            chain = _chain(tie.left, tie.right, links)
            if chain is not None:
                raise _contradiction(tie.judgement, chain)


def _chain(
    start: Hashable,
    end: Hashable,
    links: Mapping[Hashable, list[tuple[Hashable, Judgement]]],
) -> list[Judgement] | None:
    """The fewest judgements by which both are the same, in the order of the chain; None where nothing says so."""
    reached: dict[Hashable, list[Judgement]] = {start: []}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == end:
            return reached[here]
        for there, judgement in links.get(here, ()):
            if there not in reached:
                reached[there] = [*reached[here], judgement]
                waiting.append(there)
    return None


def _contradiction(judgement: Judgement, chain: list[Judgement]) -> JudgementError:
    pair = f"“{judgement.left}” and “{judgement.right}”"
    if not chain:
        problem, remedy = f"{pair} are one name, which cannot differ", "write two, or leave it out"
    else:
        others = " and ".join(dict.fromkeys(_place(other, judgement) for other in chain))
        say = "says" if len(chain) == 1 else "together say"
        problem = f"{pair} cannot be different, as {others} {say} that they are the same"
        remedy = "take one of them out, or write unsure"
    return JudgementError(problem, remedy=remedy, path=judgement.path, line=judgement.line)


def _place(other: Judgement, judgement: Judgement) -> str:
    """Where the other one stands; without its file where that is the same."""
    line = f"line {other.line}"
    return line if other.path == judgement.path else f"{other.path}, {line}"
