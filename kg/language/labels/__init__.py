"""Labels tokens with a small neural network: names, and who says what by which words.

``labeller().read(doc)`` gives everything that the network finds in an analysed text. The network is trained and exported by
``training/labels``; here it is run.
"""

from kg.language.labels.names import Name
from kg.language.labels.network import Labeller, Part, Reading, Statement, labeller

__all__ = ["Labeller", "Name", "Part", "Reading", "Statement", "labeller"]
