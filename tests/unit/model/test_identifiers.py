import pytest

from kg.model.identifiers import HASH_LENGTH, SLUG_LENGTH, digest, mint, slug


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Nine people have died", "nine-people-have-died"),
        ("Électricité d’Orléans — 2ᵉ essai", "electricite-dorleans-2e-essai"),
        ("  ...  ", ""),
        ("", ""),
        ("비가 왔다", ""),
        ("x" * 60, "x" * SLUG_LENGTH),
        ("short " + "y" * 60, "short"),
    ],
)
def test_a_slug_is_readable_ascii(label: str, expected: str) -> None:
    assert slug(label) == expected


def test_a_digest_depends_on_where_facts_are_divided() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest()) == HASH_LENGTH


def test_the_label_is_no_part_of_the_identity() -> None:
    assert mint("Claim", "one", "x")[-HASH_LENGTH:] == mint("Claim", "two", "x")[-HASH_LENGTH:]


def test_the_kind_is_part_of_the_identity() -> None:
    assert mint("Claim", "", "x")[-HASH_LENGTH:] != mint("Person", "", "x")[-HASH_LENGTH:]


def test_a_label_without_ascii_leaves_the_hash_alone() -> None:
    kind, _, tail = mint("Claim", "비", "x").partition("/")
    assert (kind, len(tail)) == ("claim", HASH_LENGTH)
