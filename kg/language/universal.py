"""Turns trees of ClearNLP dependencies, as spaCy's own English pipelines give them, into Universal Dependencies.

In ClearNLP a preposition heads its noun, the copula its predicate, and each conjunct the next one; in Universal Dependencies
(v2, https://universaldependencies.org/en) the noun heads its preposition, the predicate its copula, the first conjunct all
others. Labels follow Choi (2012), Guidelines for the Clear Style Constituent to Dependency Conversion, and the guidelines of
UD English. What stays as it is: the last word of a name goes on heading it (UD: the first), a noun raised out of an
infinitive ("wanted them to leave") stays its subject, and ellipsis and stranded prepositions are told by their label alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

MARKS = frozenset({"nsubjpass", "pobj"})
"""Labels that ClearNLP has and Universal Dependencies have not: by them a parser of the former is known."""

_RENAMED = {
    "acomp": "xcomp", "attr": "xcomp", "auxpass": "aux:pass", "csubjpass": "csubj:pass", "dative": "iobj", "dobj": "obj",
    "intj": "discourse", "meta": "dep", "neg": "advmod", "nsubjpass": "nsubj:pass", "oprd": "xcomp",
    "poss": "nmod:poss", "preconj": "cc:preconj", "predet": "det:predet", "prt": "compound:prt", "quantmod": "advmod",
    "relcl": "acl:relcl",
}  # fmt: skip
# By what they depend on: a noun first, anything else second.
_BY_HEAD = {
    "agent": ("nmod", "obl"),
    "npadvmod": ("nmod:unmarked", "obl:unmarked"),
    "pcomp": ("acl", "advcl"),
    "pobj": ("nmod", "obl"),
    "prep": ("nmod", "obl"),
}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_OBJECTS = frozenset({"pobj", "pcomp"})
_PREDICATES = frozenset({"attr", "acomp"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_FIXED = frozenset(
    {("according", "to"), ("because", "of"), ("due", "to"), ("instead", "of"), ("such", "as")}
)


@dataclass
class _Tree:
    """The tree while it is being changed; a root is its own head."""

    doc: Doc
    heads: list[int]
    labels: list[str]

    def children(self, of: int) -> list[int]:
        return [i for i, head in enumerate(self.heads) if head == of and i != of]

    def depth(self, i: int) -> int:
        steps = 0
        while self.heads[i] != i:
            i, steps = self.heads[i], steps + 1
        return steps

    def swap(self, old: int, new: int) -> None:
        """Make a child of ``old`` its head, with all that was below ``old``; the labels of both are left to the caller."""
        for child in self.children(old):
            self.heads[child] = new
        self.heads[new] = new if self.heads[old] == old else self.heads[old]
        self.heads[old] = new

    def by_head(self, i: int, label: str) -> str:
        """The label by what the token depends on."""
        nominal = self.heads[i] != i and self.doc[self.heads[i]].pos_ in _NOMINAL
        return _BY_HEAD[label][0 if nominal else 1]


def universal(doc: Doc) -> tuple[list[int], list[str]]:
    """Heads, as indices, and labels of every token in Universal Dependencies.

    Args:
        doc: Parsed into ClearNLP dependencies, with parts of speech, tags and lemmas.
    """
    # ClearNLP has "nmod" for nouns before a noun alone, Universal Dependencies for those behind a preposition.
    labels = ["compound" if token.dep_ == "nmod" else token.dep_ for token in doc]
    tree = _Tree(doc, [token.head.i for token in doc], labels)
    for change in _CHANGES:
        change(tree)
    return tree.heads, tree.labels


def _deepest_first(tree: _Tree, labels: Iterable[str]) -> list[int]:
    wanted = frozenset(labels)
    found = [i for i, label in enumerate(tree.labels) if label in wanted]
    return sorted(found, key=lambda i: (-tree.depth(i), i))


def _turn_prepositions(tree: _Tree) -> None:
    """In the house: "house" takes the place of "in", which becomes its case; "after leaving" likewise, with a mark."""
    for i in _deepest_first(tree, _PREPOSITIONAL):
        inner = [
            child
            for child in tree.children(i)
            if tree.labels[child] in {*_OBJECTS, "nmod", "obl", "acl", "advcl"} and child > i
        ]
        if not inner:
            continue
        new, label = inner[0], tree.labels[i]
        clause = tree.labels[new] in {"pcomp", "acl", "advcl"} and tree.doc[new].pos_ in {
            "VERB",
            "AUX",
        }
        tree.swap(i, new)
        tree.labels[i] = "mark" if clause else "case"
        kind = "pcomp" if clause else "pobj"
        root = tree.heads[new] == new
        tree.labels[new] = label if root else tree.by_head(new, kind)
        _fix(tree, i, new)


def _fix(tree: _Tree, first: int, noun: int) -> None:
    """Makes one preposition of "according to" and the like."""
    second = first + 1
    pair = (tree.doc[first].lower_, tree.doc[second].lower_) if second < len(tree.doc) else ("", "")
    if pair in _FIXED and tree.heads[second] == noun:
        tree.heads[second], tree.labels[second] = first, "fixed"


def _turn_copulas(tree: _Tree) -> None:
    """The dam is old, is a wall, is in the hills: the predicate takes the place of "is"."""
    verbs = [i for i in range(len(tree.doc)) if tree.doc[i].lemma_ == "be"]
    for i in sorted(verbs, key=lambda i: (-tree.depth(i), i)):
        if tree.labels[i] in _AUXILIARY:
            continue
        children = tree.children(i)
        predicate = next((child for child in children if tree.labels[child] in _PREDICATES), None)
        if any(tree.labels[child] == "expl" and tree.doc[child].tag_ == "EX" for child in children):
            if predicate is not None:  # there is a dam
                tree.labels[predicate] = "nsubj"
            continue
        new = predicate if predicate is not None else _place(tree, i, children)
        if new is not None:
            label = tree.labels[i]
            tree.swap(i, new)
            tree.labels[i], tree.labels[new] = "cop", label


def _place(tree: _Tree, verb: int, children: Iterable[int]) -> int | None:
    """The noun with a preposition behind a form of "be" that says nothing else."""
    labels = {tree.labels[child] for child in children}
    if "nsubj" not in labels or not labels.isdisjoint({"ccomp", "xcomp"}):
        return None
    return next((i for i in children if tree.labels[i] == "obl" and i > verb), None)


def _gather_conjuncts(tree: _Tree) -> None:
    """A, B and C: all depend on A, and "and" on what follows it."""
    conjuncts = [i for i, label in enumerate(tree.labels) if label == "conj"]
    firsts = {i: tree.heads[i] for i in conjuncts}
    for i in conjuncts:
        while firsts[i] in firsts:
            firsts[i] = firsts[firsts[i]]
        tree.heads[i] = firsts[i]
    for i, label in enumerate(tree.labels):
        if label != "cc":
            continue
        first = firsts.get(tree.heads[i], tree.heads[i])
        behind = [other for other in conjuncts if firsts[other] == first and other > i]
        tree.heads[i] = behind[0] if behind else tree.heads[i]


def _rename(tree: _Tree) -> None:
    """Gives each relation its name in Universal Dependencies."""
    for i, label in enumerate(tree.labels):
        if label in _BY_HEAD:
            tree.labels[i] = tree.by_head(i, label)
        elif label == "aux" and tree.doc[i].tag_ == "TO":
            tree.labels[i] = "mark"
        else:
            tree.labels[i] = _RENAMED.get(label, label)


_CHANGES: tuple[Callable[[_Tree], None], ...] = (
    _turn_prepositions,
    _turn_copulas,
    _gather_conjuncts,
    _rename,
)
"""In the order in which they build on one another."""
