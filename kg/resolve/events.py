"""Merges the events of many articles: one kind, one place, one time are one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta

from kg.model import Referent, When
from kg.model.identifiers import mint

# A time of more days than this says in which month or season something happened, and joins no two events.
PRECISE = timedelta(days=7)


def merge_events(
    events: Iterable[Referent], places: Mapping[str, str]
) -> dict[str, tuple[Referent, ...]]:
    """Entity id to the events merged into it, sorted by id.

    Events without a place, and those of a kind and place that lack a time where there are several, stay alone.

    Args:
        events: Referents of kind Event.
        places: Referent id to entity id, for the places they lie in.
    """
    groups: dict[tuple[str, tuple[str, ...]], list[Referent]] = defaultdict(list)
    merged: dict[str, tuple[Referent, ...]] = {}
    for event in sorted(events, key=lambda event: event.id):
        where = tuple(sorted({places[place] for place in event.located_in}))
        if event.event is None or not where:
            merged[_mint((event,), (event.id,))] = (event,)
        else:
            groups[event.event, where].append(event)
    for (kind, where), group in sorted(groups.items()):
        for members in _by_time(group):
            when = min((e.when.edtf for e in members if e.when and _precise(e.when)), default="")
            identity = (kind, *where, when) if when or len(members) > 1 else (members[0].id,)
            merged[_mint(members, identity)] = members
    return merged


def _mint(members: tuple[Referent, ...], identity: tuple[str, ...]) -> str:
    names = sorted((event.name for event in members), key=lambda name: (len(name), name))
    return mint("Event", names[0], *identity)


def _by_time(group: list[Referent]) -> list[tuple[Referent, ...]]:
    """Events of one kind and place, parted by time.

    Precise times that overlap are one; an event of no or a vague time belongs to the only happening that fits.
    """
    happenings: list[list[Referent]] = []
    dated = [event for event in group if event.when and _precise(event.when)]
    for event in sorted(dated, key=lambda event: (_when(event).earliest, event.id)):
        last = max((_when(e).latest for e in happenings[-1]), default=None) if happenings else None
        if last is not None and _when(event).earliest <= last:
            happenings[-1].append(event)
        else:
            happenings.append([event])
    vague: list[Referent] = []
    additions: list[tuple[list[Referent], Referent]] = []
    for event in group:
        if event in dated:
            continue
        fitting = [one for one in happenings if event.when is None or _fits(event.when, one)]
        if len(fitting) == 1:
            additions.append((fitting[0], event))
        else:
            vague.append(event)
    for happening, event in additions:
        happening.append(event)
    undated = [event for event in vague if event.when is None]
    alone = [[event] for event in vague if event.when is not None]
    if undated and not happenings and not alone:
        alone = [undated]
    elif undated:
        alone += [[event] for event in undated]
    return [tuple(sorted(one, key=lambda event: event.id)) for one in happenings + alone]


def _fits(when: When, happening: list[Referent]) -> bool:
    return any(event.when is not None and when.overlaps(event.when) for event in happening)


def _when(event: Referent) -> When:
    if event.when is None:
        raise ValueError(f"{event.id} has no time")
    return event.when


def _precise(when: When) -> bool:
    return when.latest - when.earliest <= PRECISE
