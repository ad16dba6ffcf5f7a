"""``kg show``: the answers that most users want first, in a terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import console
from kg.cli.summary import counted

if TYPE_CHECKING:
    from rich.console import Console

    from kg.cli.views import Dispute, Listing, Side

_EXAMPLES = """\b
Examples:
  kg show graph disputes
  kg show graph speakers | less
"""
_VIEWS = ("disputes", "sources", "speakers")
_INDENT = 2


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("view", type=click.Choice(_VIEWS))
def show(out: Path, view: str) -> None:
    """Show what is disputed, who speaks, and on whose word.

    OUT is the folder that kg build wrote.

    \b
    disputes  both sides word for word, who says so, where, and why they clash
    sources   outlets, agencies, documents and unnamed sources
    speakers  everybody who says something
    """  # noqa: D301 - \b keeps click from joining the lines
    from kg.cli.tables import load  # noqa: PLC0415
    from kg.cli.views import LISTINGS, disputes  # noqa: PLC0415

    tables = load(out)
    if view == "disputes":
        _print_disputes(console(), disputes(tables))
    else:
        _print_listing(console(), LISTINGS[view](tables))


def _print_disputes(screen: "Console", found: "tuple[Dispute, ...]") -> None:
    pairs = sum(dispute.pairs for dispute in found)
    repeated = "; those in the same words are shown once" if pairs > len(found) else ""
    _say(screen, counted(pairs, "dispute", "disputes") + repeated, style="bold")
    for number, dispute in enumerate(found, start=1):
        origins = f"independent origins: {dispute.left.origins} against {dispute.right.origins}"
        if not dispute.independent:
            origins += ", not independent of each other"
        screen.print()
        _say(screen, f"{number}. {dispute.why}", style="bold")
        _say(screen, f"basis: {dispute.basis}; {origins}", style="dim")
        _print_side(screen, dispute.left)
        _say(screen, "against", 1, style="red")
        _print_side(screen, dispute.right)


def _print_side(screen: "Console", side: "Side") -> None:
    _say(screen, f"“{side.words}”", 1)
    _say(screen, side.speaker, 2, style="cyan")
    for article in side.articles:
        _say(screen, f"in {article}", 2, style="dim")


def _say(screen: "Console", text: str, depth: int = 0, style: str = "") -> None:
    """Print a line, indented; wrapped on a terminal, whole elsewhere, so that it can be searched."""
    from rich.padding import Padding  # noqa: PLC0415

    if screen.is_terminal:
        screen.print(Padding(text, (0, 0, 0, depth * _INDENT), expand=False), style=style)
    else:
        screen.print(f"{' ' * depth * _INDENT}{text}", soft_wrap=True)


def _print_listing(screen: "Console", listing: "Listing") -> None:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    first = listing.rows[0] if listing.rows else listing.columns
    for heading, value in zip(listing.columns, first, strict=True):
        table.add_column(heading, justify="right" if isinstance(value, int) else "left")
    for row in listing.rows:
        table.add_row(*(f"{value:,}" if isinstance(value, int) else value for value in row))
    screen.print(listing.title, style="bold")
    if listing.rows:
        screen.print(table)
