"""The one setting that all values of the model share: they are frozen and reject unknown fields."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, hashable, equal by its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
