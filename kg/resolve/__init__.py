"""Merges the referents of many articles into entities."""

from kg.resolve.resolution import resolve

__all__ = ["resolve"]
