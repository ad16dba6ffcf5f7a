"""Coarser and coarser pictures of a network, until each piece of it is one body.

After the solar systems of Hachul and Juenger (Drawing Large Graphs with a Potential-Field-Based Multilevel Algorithm,
2004): suns are chosen so that no two are linked and every other body is linked to one, the best linked first (Luby: A
Simple Parallel Algorithm for the Maximal Independent Set Problem, 1986); each other body joins the sun that pulls it most.
"""

from collections.abc import Iterator

import numpy as np

from kg.export.layout.bodies import SPACING, Bodies, Flags, Floats, Ints, added, scattered

OWN = (
    0.6  # how far a body begins towards its own sun; else it begins between those of its neighbours
)
JITTER = SPACING / 2  # no two bodies begin at one place, or nothing would part them


def coarsenings(bodies: Bodies) -> Iterator[tuple[Bodies, Ints]]:
    """The bodies and the body of the next picture that each goes into, then those, until no bonds are left."""
    while len(bodies.left):
        groups, coarse = coarsened(bodies)
        yield bodies, groups
        bodies = coarse


def coarsened(bodies: Bodies) -> tuple[Ints, Bodies]:
    """The group of each body, and the groups as bodies, with the bonds between two of them made one."""
    suns = _suns(bodies)
    groups = (np.cumsum(suns, dtype=np.int64) - 1)[_joined(bodies, suns)]
    size = int(suns.sum())
    left, right = groups[bodies.left], groups[bodies.right]
    ends = np.minimum(left, right) * size + np.maximum(left, right)
    keys, places = np.unique(ends[left != right], return_inverse=True)
    weights = added(places.ravel(), bodies.weights[left != right], len(keys))
    masses = added(groups, bodies.masses, size)
    return groups, Bodies(masses, bodies.pieces[suns], keys // size, keys % size, weights)


def unfolded(bodies: Bodies, groups: Ints, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """First places of bodies whose groups have theirs: near the own group, on the side of its neighbours."""
    thrown = scattered(bodies.pieces)
    jitters = (thrown % 1024 - 511.5) / 1024, (thrown // 1024 - 511.5) / 1024
    weights = added(bodies.left, bodies.weights, bodies.size) + added(
        bodies.right, bodies.weights, bodies.size
    )
    starts = []
    for values, jitter in zip((x[groups], y[groups]), jitters, strict=True):
        around = added(bodies.left, values[bodies.right] * bodies.weights, bodies.size)
        around = around + added(bodies.right, values[bodies.left] * bodies.weights, bodies.size)
        others = np.where(weights > 0, around / np.where(weights > 0, weights, 1.0), values)
        starts.append(values * OWN + others * (1 - OWN) + jitter * JITTER)
    return starts[0], starts[1]


def _suns(bodies: Bodies) -> Flags:
    """Which bodies are suns."""
    ends = np.concatenate((bodies.left, bodies.right))
    others = np.concatenate((bodies.right, bodies.left))
    pulls = added(ends, np.concatenate((bodies.weights, bodies.weights)), bodies.size)
    ranks = np.empty(bodies.size, dtype=np.int64)
    ranks[np.lexsort((scattered(bodies.pieces), pulls))] = np.arange(bodies.size)
    suns = np.zeros(bodies.size, dtype=bool)
    is_open = np.ones(bodies.size, dtype=bool)
    while is_open.any():
        best = np.full(bodies.size, -1, dtype=np.int64)
        np.maximum.at(best, ends, ranks[others])
        fresh = is_open & (ranks > best)
        suns |= fresh
        is_open &= ~fresh
        is_open[ends[fresh[others]]] = False
        live = is_open[ends] & is_open[others]
        ends, others = ends[live], others[live]
    return suns


def _joined(bodies: Bodies, suns: Flags) -> Ints:
    """The sun of each body; a sun's is itself."""
    ends = np.concatenate((bodies.left, bodies.right))
    others = np.concatenate((bodies.right, bodies.left))
    weights = np.concatenate((bodies.weights, bodies.weights))
    wanted = suns[others]
    ends, others, weights = ends[wanted], others[wanted], weights[wanted]
    order = np.lexsort((others, -weights, ends))
    found, first = np.unique(ends[order], return_index=True)
    joined = np.arange(bodies.size)
    joined[found] = others[order][first]
    return joined
