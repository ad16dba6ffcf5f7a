"""The graph in RDF: Turtle without named graphs, and TriG, N-Quads and JSON-LD with one named graph an article.

RDF 1.1 only: no blank nodes, no quoted triples, no ``owl:sameAs``. The terms are those of ontology/kg.ttl. The same
graph gives the same bytes, and all four files say the same.
"""

from kg.export.rdf.dataset import size, statements
from kg.export.rdf.files import write_jsonld, write_nquads, write_trig, write_turtle

__all__ = ["size", "statements", "write_jsonld", "write_nquads", "write_trig", "write_turtle"]
