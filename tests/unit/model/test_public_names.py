from enum import StrEnum

import pytest

from kg import model
from kg.model.base import Frozen


def public() -> list[str]:
    return sorted(
        name
        for name, value in vars(model).items()
        if isinstance(value, type) and not name.startswith("_")
    )


def test_all_is_the_sorted_list_of_public_names() -> None:
    assert model.__all__ == public()


@pytest.mark.parametrize("name", public())
def test_every_public_value_is_frozen_or_an_enumeration(name: str) -> None:
    value = getattr(model, name)
    if not issubclass(value, StrEnum):
        assert issubclass(value, Frozen)
        assert value.model_config["frozen"]
        assert value.model_config["extra"] == "forbid"
