"""The command line: the only place that prints or exits.

One module a command. Nothing here imports spaCy, RDF or graph libraries before a command needs them, so that
``kg --help`` answers at once.
"""

from kg.cli.group import app


def main() -> None:
    """Run the command line and exit."""
    app(prog_name="kg")
