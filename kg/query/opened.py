"""A build, opened for programs: as an RDF dataset, as a network, and for questions."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import QuerySolutions, Store

from kg.query.ask import Answer, answer
from kg.query.guard import refuse_foreign
from kg.query.parameters import bind
from kg.query.questions import question_of
from kg.query.store import found, open_store
from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from rdflib import Dataset

_PUBLISHERS = "SELECT ?article ?publisher { ?article kg:publishedBy ?publisher }"


class Build:
    """What ``kg build`` wrote into a folder, or a store of it.

    Nothing is read before it is asked for. What is given out is a copy or a store that is open for reading only: no change to
    it reaches the files.

    Attributes:
        out: The folder.
    """

    def __init__(self, out: str | Path) -> None:
        """Take the folder."""
        self.out = Path(out)

    def __repr__(self) -> str:
        """The folder.

        >>> Build("exports")
        Build('exports')
        """
        return f"Build({str(self.out)!r})"

    @cached_property
    def store(self) -> Store:
        """The build in pyoxigraph: each fact once, in its named graph.

        Raises:
            QueryError: If there is no build with RDF, or it cannot be read.
        """
        return open_store(self.out)

    def ask(self, sparql: str) -> Answer:
        """The answer to a query, as that of ``kg query``.

        Raises:
            QueryError: If there is no build, the query is malformed, or it would change or leave the build.

        >>> Build("exports").ask("SELECT ?name { ?who a kg:Unit ; schema:name ?name }").columns
        ('name',)
        """
        refuse_foreign(sparql)
        return answer(self.store, sparql)

    def question(self, name: str, **values: str) -> Answer:
        """The answer to one of the ready-made questions.

        Args:
            name: As ``kg query --list`` shows it.
            values: Of its parameters, as they are given to ``--set``.

        Raises:
            QueryError: If there is no such question or parameter, a value does not fit, or there is no build.

        >>> Build("exports").question("figure-timeline", measure="deployed").columns[:3]
        ('measure', 'date', 'low')
        """
        question = question_of(name)
        sparql = bind(
            question.sparql, question.parameters, values
        )  # a typo is told before a build is read
        return answer(self.store, sparql)

    def dataset(self) -> "Dataset":
        """The build for rdflib, on Oxigraph: its default graph is the union of the named graphs.

        The prefixes of kg.vocabulary.PREFIXES need no declaration in its queries.

        Raises:
            QueryError: If there is no build with RDF, or it cannot be read.

        >>> from rdflib import URIRef
        >>> dataset = Build("exports").dataset()
        >>> (row,) = dataset.query("SELECT (COUNT(?claim) AS ?claims) { ?claim a kg:Claim }")
        >>> int(row.claims) > 0
        True
        """
        from oxrdflib import OxigraphStore  # noqa: PLC0415
        from rdflib import Dataset  # noqa: PLC0415

        dataset = Dataset(store=OxigraphStore(store=self.store), default_union=True)
        for prefix, iri in PREFIXES.items():
            dataset.bind(prefix, iri, replace=True)
        return dataset

    def graph(self) -> "MultiDiGraph[str]":
        """The build as a network, for networkx: the nodes, edges and attributes that the build held.

        Nodes carry ``kind``, ``label`` and their facts, edges ``kind``, ``count`` and theirs; docs/data-model.md says what
        kinds there are. The caller's own to change.

        Raises:
            QueryError: If the build lacks tables or RDF, as a store does, or they cannot be read.

        >>> network = Build("exports").graph()
        >>> sum(kind == "Article" for _, kind in network.nodes(data="kind"))
        5
        """
        from kg.graph import assemble  # noqa: PLC0415
        from kg.query.tables import collection  # noqa: PLC0415

        return assemble(collection(self.out, self.publishers())).network

    def publishers(self) -> dict[str, str]:
        """Ids of articles with the ids of their publishers.

        Ids are the last two steps of IRIs, whatever the base.

        Raises:
            QueryError: If there is no build with RDF, or it cannot be read.
        """
        rows = found(self.store, _PUBLISHERS)
        if not isinstance(rows, QuerySolutions):
            raise TypeError(f"no solutions but {rows!r}")
        pairs = ([str(term.value) for term in row] for row in rows)
        return {_local(article): _local(publisher) for article, publisher in pairs}


def _local(iri: str) -> str:
    return "/".join(iri.rsplit("/", 2)[1:])
