"""docs/comparison.md shows the table of rules as it is."""

import re
from pathlib import Path

from kg.compare.rules import rules
from kg.model import Measures

PAGE = Path(__file__).parents[2] / "docs" / "comparison.md"
TABLE = re.compile(r"\| rule \| what it finds \| basis \|\n\|[-|]+\|\n((?:\|.*\n)+)")


def test_the_rules_that_are_shown_are_the_rules_that_there_are() -> None:
    shown = TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert shown is not None
    table = rules(Measures(measures=()), {})
    rows = [f"| {rule.name} | {rule.purpose} | {rule.basis} |" for rule in table]
    assert shown[1].splitlines() == rows
