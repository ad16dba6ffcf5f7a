"""Reads files, folders and pages into articles: ``read(inputs)``; finds places again in an article that changed."""

from kg.read.anchoring import reanchor, reanchor_all
from kg.read.document import MAX_ARTICLE_BYTES, Note
from kg.read.readers import READERS, Reader
from kg.read.reading import Reading, read

__all__ = [
    "MAX_ARTICLE_BYTES",
    "READERS",
    "Note",
    "Reader",
    "Reading",
    "read",
    "reanchor",
    "reanchor_all",
]
