"""Registers the components of our own with spaCy; for ``--code`` where spaCy's commands read the weights."""

import kg.language.lemmas
import kg.language.sentences  # noqa: F401
