"""Makes docs/ontology.html of ontology/kg.ttl: all terms of ours with their definitions and examples.

    python docs/make_ontology.py

Needs pylode. Terms of other vocabularies are left to these, and appear as links. The page holds no clock and nothing of
the machine; the same ontology gives the same page.
"""

import asyncio
import logging
import warnings
from contextlib import closing
from pathlib import Path

from rdflib import RDF, Graph
from rdflib.namespace import OWL

from kg.vocabulary import KG, ontology_file

PAGE = Path(__file__).with_name("ontology.html")


def page() -> str:
    """The page."""
    logging.disable(logging.INFO)  # pylode sets up logging when it is imported
    with warnings.catch_warnings(), closing(asyncio.new_event_loop()) as loop:
        asyncio.set_event_loop(loop)  # dominate would open one and leave it open
        warnings.simplefilter("ignore")  # and uses deprecated parts of rdflib
        from pylode import OntPub  # noqa: PLC0415 - takes a second, and only where the page is made

        made = str(OntPub(_ours(), sort_subjects=True).make_html())
        asyncio.set_event_loop(None)
    logging.disable(logging.NOTSET)
    return "\n".join(line.rstrip() for line in made.splitlines()) + "\n"


def _ours() -> Graph:
    """The ontology with its own terms alone, sorted, so that the page does not depend on how they were stored."""
    whole = Graph().parse(ontology_file("kg.ttl"))
    (ontology,) = whole.subjects(RDF.type, OWL.Ontology)
    ours = Graph()
    for row in sorted(whole):
        if row[0] == ontology or str(row[0]).startswith(str(KG)):
            ours.add(row)
    return ours


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
