import pytest

from kg.language.labels.tags import ROLES, begin, inside, stretches


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_a_tag_for_its_first_token_and_one_for_the_others(role: str) -> None:
    assert inside(role) == begin(role) + 1
    assert begin(role) % 2 == 1


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 2, 0], [(0, 3, 0)]),
        ([1, 1], [(0, 1, 0), (1, 2, 0)]),
        ([1, 4], [(0, 1, 0), (1, 2, 1)]),
        ([2, 2, 0, 6], [(0, 2, 0), (3, 4, 2)]),
    ],
)
def test_stretches_begin_at_their_first_tag_and_where_the_class_changes(
    tags: list[int], expected: list[tuple[int, int, int]]
) -> None:
    assert [tuple(stretch) for stretch in stretches(tags)] == expected
