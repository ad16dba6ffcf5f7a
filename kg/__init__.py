"""Turns news reports into a graph of who claims what, on whose word, and who says otherwise."""

import os

__version__ = "0.1.0"

# Numpy's matrices are small here, and threads for each product cost more than they bring, most of all on a busy machine.
# Numpy asks when it is first imported; what the user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
