"""Sets the claims of many articles beside each other."""

from kg.compare.comparison import compare

__all__ = ["compare"]
