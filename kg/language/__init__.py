"""Reads English: one spaCy ``Doc`` for an article, whose text is the article's text to the character."""

from kg.language.pipeline import load, parse

__all__ = ["load", "parse"]
