"""exports/ is what building seeds/ gives, to the byte; after a change that is meant, build it anew and read the difference."""

from pathlib import Path

from kg.pipeline import build

ROOT = Path(__file__).resolve().parents[2]


def test_building_the_seeds_gives_the_committed_exports(tmp_path: Path) -> None:
    build([str(ROOT / "seeds")], tmp_path)
    committed = {path.relative_to(ROOT / "exports") for path in (ROOT / "exports").rglob("*")}
    assert {path.relative_to(tmp_path) for path in tmp_path.rglob("*")} == committed
    changed = [
        name.as_posix()
        for name in sorted(committed)
        if (tmp_path / name).is_file()
        and (tmp_path / name).read_bytes() != (ROOT / "exports" / name).read_bytes()
    ]
    assert changed == [], "build exports/ anew: kg build seeds --out exports"


def test_a_claim_costs_no_more_than_25_triples_all_told() -> None:
    triples = (ROOT / "exports/graph.nq").read_text(encoding="utf-8").count("\n")
    claims = (ROOT / "exports/claims.jsonl").read_text(encoding="utf-8").count("\n")
    assert claims
    assert triples / claims <= 25
