"""What else than the articles decides what a build gives."""

import hashlib

from kg.model.base import Frozen


class Input(Frozen):
    """A file that was read beside the articles, such as the user's measures or judgements.

    Attributes:
        name: Its name, without the folder, which is the machine's.
        sha256: The hash of its bytes, as 64 hexadecimal digits.
    """

    name: str
    sha256: str

    @classmethod
    def of(cls, name: str, content: bytes) -> "Input":
        """The input of this name and content.

        >>> Input.of("my.ttl", b"").sha256[:8]
        'e3b0c442'
        """
        return cls(name=name, sha256=hashlib.sha256(content).hexdigest())


class Run(Frozen):
    """How a build was made.

    Attributes:
        inputs: What was read beside the articles, in the order given.
        options: What the user asked for that changes the result, in words, such as "claims of at least 0.5".
    """

    inputs: tuple[Input, ...] = ()
    options: tuple[str, ...] = ()
