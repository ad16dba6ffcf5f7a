"""Reads one article: its attributions, speakers, entities, figures, times and events."""
