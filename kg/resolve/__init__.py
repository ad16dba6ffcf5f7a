"""Merges the referents of many articles into entities."""

from kg.resolve.judgements import read_judgements
from kg.resolve.resolution import resolve

__all__ = ["read_judgements", "resolve"]
