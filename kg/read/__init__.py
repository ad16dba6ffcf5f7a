"""Reads files, folders and pages into articles: ``read(inputs)``."""

from kg.read.document import MAX_ARTICLE_BYTES, Note
from kg.read.readers import READERS, Reader
from kg.read.reading import Reading, read

__all__ = ["MAX_ARTICLE_BYTES", "READERS", "Note", "Reader", "Reading", "read"]
