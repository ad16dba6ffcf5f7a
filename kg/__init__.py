"""Turns news reports into a graph of who claims what, on whose word, and who says otherwise."""

__version__ = "0.1.0"
