import pytest

from kg.resolve.partition import Partition


def test_a_set_is_known_by_its_smallest_member() -> None:
    partition = Partition(4)
    assert partition.join(3, 2)
    assert partition.join(3, 1)
    assert [partition.root(index) for index in range(4)] == [0, 1, 1, 1]


def test_what_is_one_is_not_joined_again() -> None:
    partition = Partition(2)
    assert partition.join(0, 1)
    assert not partition.join(1, 0)


def test_parted_sets_stay_two_whatever_they_are_joined_with() -> None:
    partition = Partition(6)
    partition.part(4, 5)
    assert partition.join(4, 0)
    assert partition.join(5, 1)
    assert partition.are_parted(0, 1)
    assert partition.join(2, 0)
    assert not partition.join(2, 5)
    assert not partition.are_one(2, 5)
    assert not partition.are_parted(3, 5)


def test_what_is_one_cannot_be_parted() -> None:
    partition = Partition(2)
    partition.join(0, 1)
    with pytest.raises(ValueError, match="one already"):
        partition.part(0, 1)
