"""Where the nodes lie: a force-directed layout that gives the same coordinates on every machine.

Linked nodes attract, all nodes repel (``forces``); far ones repel as the cells of a pyramid of grids (``fields``), so a round
costs little more than linear time. A network is laid out from its coarsest picture to its finest (``levels``). At the end
boxes for glyph and label are pushed apart (``boxes``), and what does not hang together is packed side by side (``packing``).

Only additions, multiplications, divisions and square roots are used, number by number or summed in order, and these
are rounded alike everywhere (IEEE 754). Sums of whole arrays, products of matrices, powers and sines are not: how they are
computed depends on the processor, and two machines would drift apart within some rounds. That is also why no library
draws: scikit-network starts at random and rests on numpy's sums and norms; rustworkx starts at random, looks at all
pairs (16 times longer for 4 times the nodes, 13 s for 8,000) and promises no same figures.
"""

from kg.export.layout.boxes import BOX
from kg.export.layout.link import Link
from kg.export.layout.packing import Spot
from kg.export.layout.pieces import lay_out
from kg.export.layout.settling import settle

__all__ = ["BOX", "Link", "Spot", "lay_out", "settle"]
