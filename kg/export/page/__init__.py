"""The interactive network as one file, ``graph.html``, that asks nothing of any server.

The page shows who claims what on whose word, what is disputed, and each claim in the article it was read from.
Here it is decided what goes in (`content`), how disputes and developments are told apart (`threads`), what is drawn
(`network`) and how the file is put together (`document`); the ``.js`` files beside them decide how it behaves. Looks and
places of nodes are those of `kg.export.looks` and `kg.export.placement`, which other formats share.
"""

from pathlib import Path

from kg.export.files import write_text
from kg.export.page.content import content
from kg.export.page.document import document
from kg.graph import ClaimGraph

FILE = "graph.html"

__all__ = ["FILE", "write"]


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.html`` into the folder; the same graph gives the same bytes.

    Raises:
        ExportError: If the file cannot be written.
    """
    write_text(folder / FILE, document(content(graph)))
