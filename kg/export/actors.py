"""The claim-free network: who stands against whom, who agrees with whom, who cites whom, and who belongs where.

Follows the actor networks of discourse network analysis (Leifeld: Discourse Network Analysis, in: The Oxford Handbook of
Political Networks, 2017): contradictions between the claims of two actors are their *conflict*, independent
corroborations their *congruence*, and the events that their claims are about make the *affiliation* network of actors and
concepts. The weight of a tie is the number of claims, or of pairs of claims, behind it.

An actor is whoever makes, passes on or prints a claim; an article acts itself where its outlet is unknown. Agreement of
copies of one report is none, and nobody stands against himself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.export.flat import FlatEdge, FlatNode, Projection, columns, flat_edge, flat_node
from kg.export.layout import Link, Spot, lay_out
from kg.export.times import Stretch, stretches
from kg.graph import ClaimGraph, EdgeKind, NodeKind
from kg.graph.claimgraph import SYMMETRIC, Scalar
from kg.model import Claim, RelationKind

PULL = {EdgeKind.CONTRADICTS: 1.5, EdgeKind.CORROBORATES: 1.5, EdgeKind.CITES: 1.0}
"""How hard ties pull in the layout; all others by 0.5."""

Tie = tuple[str, str, EdgeKind]


@dataclass(slots=True)
class _Strength:
    """How many claims, or pairs of claims, stand behind a tie, when they were made and what they differ in."""

    weight: int = 0
    when: Stretch | None = None
    bases: set[str] = field(default_factory=set)


class Actors:
    """The network of a graph's actors; nodes and edges come out sorted."""

    def __init__(self, graph: ClaimGraph) -> None:
        """Find the actors and their ties."""
        self._graph = graph
        self._times = stretches(graph)
        self._voices = {claim.id: self._voice(claim) for claim in graph.collection.claims}
        self._claims = Counter(self._voices.values())
        self._disputes: Counter[str] = Counter()
        self._active: dict[str, Stretch] = {}
        self._ties: defaultdict[Tie, _Strength] = defaultdict(_Strength)
        for claim in graph.collection.claims:
            self._follow(claim)
        self._compare()
        self._refuse()
        self._actors = set(self._voices.values()) | {end for tie in self._ties for end in tie[:2]}
        self._affiliate()

    def projection(self) -> Projection:
        """The network, ready to be written."""
        return Projection(
            nodes=self.nodes,
            edges=self.edges,
            node_columns=columns(row.attributes for row in self.nodes()),
            edge_columns=columns(row.attributes for row in self.edges()),
            degrees=Counter(end for tie in self._ties for end in tie[:2]),
        )

    def nodes(self) -> Iterator[FlatNode]:
        """The actors, and the events and bodies that they are tied to, sorted by id."""
        for name in sorted(self._actors):
            facts = {"claims": self._claims[name], "disputes": self._disputes[name]}
            yield flat_node(self._graph.node(name), self._active.get(name), facts)

    def edges(self) -> Iterator[FlatEdge]:
        """Their ties, sorted by ends and kind."""
        for (source, target, kind), strength in sorted(self._ties.items(), key=lambda row: row[0]):
            facts: dict[str, Scalar] = {"count": strength.weight}
            if strength.bases:
                facts["basis"] = " | ".join(sorted(strength.bases))
            yield flat_edge((source, target, kind, facts), strength.when)

    def spots(self) -> dict[str, Spot]:
        """The place of each; y grows downwards."""
        ties = sorted(self._ties)
        return lay_out(
            sorted(self._actors),
            [Link(left=tie[0], right=tie[1], weight=PULL.get(tie[2], 0.5)) for tie in ties],
        )

    def _voice(self, claim: Claim) -> str:
        """Whose word a claim is."""
        return claim.speaker or self._outlet(claim.article)

    def _outlet(self, article: str) -> str:
        return self._graph.collection.publishers.get(article, article)

    def _follow(self, claim: Claim) -> None:
        """Ties along the way of a claim from its speaker to the outlet, and to the events that it is about."""
        outlet, voice = self._outlet(claim.article), self._voices[claim.id]
        when = self._times.get(claim.id)
        chain = [voice, *claim.via]
        if when:
            for who in (*chain, outlet):
                self._active[who] = when.hull(self._active.get(who, when))
        pairs = {(outlet, who) for who in chain} | {(outer, who) for who, outer in pairwise(chain)}
        for outer, nearer in sorted(pairs):
            self._tie(outer, nearer, EdgeKind.CITES, when)
        for subject in claim.about:
            if self._graph.node(subject).kind is NodeKind.EVENT:
                self._tie(voice, subject, EdgeKind.ABOUT, when)

    def _compare(self) -> None:
        """Ties between those whose claims contradict or independently corroborate one another."""
        for relation in self._graph.collection.relations:
            left, right = sorted((self._voices[relation.left], self._voices[relation.right]))
            if relation.kind is RelationKind.UPDATES or left == right or not relation.independent:
                continue
            kind = EdgeKind(relation.kind.value)
            times = [self._times.get(side) for side in (relation.left, relation.right)]
            self._tie(left, right, kind, *times)
            self._ties[left, right, kind].bases.add(relation.basis.value)
            if kind is EdgeKind.CONTRADICTS:
                self._disputes.update((left, right))

    def _refuse(self) -> None:
        """Ties from those who would not comment to the outlets that asked."""
        for refusal in self._graph.collection.refusals:
            if refusal.speaker:
                when = self._times.get(refusal.article)
                outlet = self._outlet(refusal.article)
                self._tie(refusal.speaker, outlet, EdgeKind.DECLINED_TO_COMMENT, when)

    def _affiliate(self) -> None:
        """Ties of the actors to what they belong to, which joins them."""
        joined = set(self._actors)
        for entity in self._graph.collection.entities:
            if entity.id in self._actors:
                for kind, bodies in (
                    (EdgeKind.AFFILIATED_WITH, entity.affiliations),
                    (EdgeKind.PART_OF, entity.part_of),
                ):
                    for body in bodies:
                        self._tie(entity.id, body, kind)
                        joined.add(body)
        self._actors = joined

    def _tie(self, source: str, target: str, kind: EdgeKind, *times: Stretch | None) -> None:
        """Strengthen a tie by one."""
        if source == target:
            return
        if kind in SYMMETRIC and target < source:
            source, target = target, source
        strength = self._ties[source, target, kind]
        strength.weight += 1
        for when in times:
            if when:
                strength.when = when.hull(strength.when or when)
