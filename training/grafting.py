"""Makes attribution sentences by grafting gold clauses into frames, so that the parser sees as many as news has.

The trees follow the English guidelines of Universal Dependencies: in ``X said that Y`` and ``"Y," X said`` the content Y
is ``ccomp`` of the verb; in ``A, X said, B`` the verb is ``parataxis`` of the content; ``according to X`` is ``case`` and
``fixed`` under an ``obl``; in ``X quoted Z as saying Y`` the verb of speech is an ``advcl``.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from training.materials import Materials, Node, Tree, root, sentence, tree
from training.treebank import Sentence, Word

_PAST: tuple[str, ...] = (
    *(
        "said",
        "said",
        "said",
        "said",
        "said",
        "said",
        "added",
        "claimed",
        "announced",
        "reported",
        "confirmed",
    ),
    *(
        "warned",
        "argued",
        "explained",
        "noted",
        "stated",
        "insisted",
        "wrote",
        "acknowledged",
        "declared",
        "concluded",
    ),
)
_PRESENT = ("says", "says", "says", "claims", "adds", "explains", "notes", "argues")
_ADDING = ("adding", "noting", "warning", "claiming")
_LISTENERS = ("reporters", "journalists", "parliament")
_OCCASIONS = ("statement", "report", "speech", "letter")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def grafted(sentences: Iterable[Sentence], count: int, *, seed: int) -> list[Sentence]:
    """As many attribution sentences, the same ones for the same seed."""
    grafter = _Grafter(Materials.collect(sentences), random.Random(seed))
    frames, weights = zip(*_FRAMES, strict=True)
    found: list[Sentence] = []
    while len(found) < count:
        frame: Callable[[_Grafter], Tree] = grafter.dice.choices(frames, weights)[0]
        nodes = frame(grafter)
        if nodes:
            found.append(sentence(nodes))
    return found


@dataclass(frozen=True)
class _Grafter:
    materials: Materials
    dice: random.Random

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def node(self, form: str, pos: str, relation: str, parent: Node | None = None) -> Node:
        return Node(self.materials.word(form, pos, relation), parent)

    def mark(self, form: str, parent: Node, *, spaced: bool = True) -> Node:
        """A punctuation mark; a quotation mark before its words is not ``spaced``."""
        tag = {'"': "''" if spaced else "``"}.get(form, form)
        return Node(Word(form, form, "PUNCT", tag, "", 0, "punct", space=spaced), parent)

    def verb(self, forms: tuple[str, ...]) -> Node:
        """One of these verbs that the treebank has too."""
        known = [form for form in forms if (form, "VERB") in self.materials.lexicon]
        return self.node(self.dice.choice(known), "VERB", "root")

    def speech(self) -> Node:
        return self.verb(_PAST if self.chance(0.8) else _PRESENT)

    def clause(self) -> Tree:
        """A content without its full stop."""
        return tree(self.dice.choice(self.materials.clauses)[:-1])

    def speaker(self, *, pronouns: float = 0.3, described: float = 0.25) -> Tree:
        """A pronoun, or a gold subject, sometimes with an apposition between commas."""
        if self.chance(pronouns):
            return [self.node(self.dice.choice(("he", "he", "she", "they")), "PRON", "nsubj")]
        nodes = _lower(tree(self.dice.choice(self.materials.speakers)))
        if not self.chance(described):
            return nodes
        description = _lower(tree(self.dice.choice(self.materials.descriptions)))
        head = root(description)
        _attach(description, root(nodes), "appos")
        return [*_tight(nodes), self.mark(",", head), *_tight(description), self.mark(",", head)]

    def adjunct(self, verb: Node) -> Tree:
        """Nothing, a day or an occasion, under the verb."""
        kind = self.dice.choices(("", "bare day", "day", "occasion"), (55, 10, 15, 20))[0]
        if not kind:
            return []
        if kind == "bare day":
            return [self.node(self.dice.choice(_DAYS), "PROPN", "obl:unmarked", verb)]
        if kind == "day":
            day = self.node(self.dice.choice(_DAYS), "PROPN", "obl", verb)
            return [self.node("on", "ADP", "case", day), day]
        occasion = self.node(self.dice.choice(_OCCASIONS), "NOUN", "obl", verb)
        case, article = (
            self.node("in", "ADP", "case", occasion),
            self.node("a", "DET", "det", occasion),
        )
        return [case, article, occasion]


def _attach(nodes: Tree, parent: Node, relation: str) -> Tree:
    top = root(nodes)
    top.parent = parent
    top.word = replace(top.word, relation=relation)
    return nodes


def _tight(nodes: Tree) -> Tree:
    """The same with no white space behind it."""
    nodes[-1].word = replace(nodes[-1].word, space=False)
    return nodes


def _spaced(nodes: Tree) -> Tree:
    nodes[-1].word = replace(nodes[-1].word, space=True)
    return nodes


def _lower(nodes: Tree) -> Tree:
    """The same with a small first letter, unless it is a name's, an acronym's or ``I``."""
    word = nodes[0].word
    if (
        word.pos != "PROPN"
        and word.form != "I"
        and not (len(word.form) > 1 and word.form.isupper())
    ):
        nodes[0].word = replace(word, form=word.form[0].lower() + word.form[1:])
    return nodes


def _upper(nodes: Tree) -> Tree:
    at = 1 if nodes[0].word.pos == "PUNCT" else 0
    word = nodes[at].word
    nodes[at].word = replace(word, form=word.form[0].upper() + word.form[1:])
    return nodes


def _without_last_comma(nodes: Tree) -> Tree:
    return nodes[:-1] if nodes[-1].word.form == "," else nodes


def _content_first(g: _Grafter) -> Tree:
    """``"Y," X said`` and ``"Y," said X``, with and without quotation marks."""
    verb, content, speaker = g.speech(), g.clause(), g.speaker()
    top = root(content)
    _attach(content, verb, "ccomp")
    _attach(speaker, verb, "nsubj")
    if g.chance(0.6):
        content = [
            g.mark('"', top, spaced=False),
            *_tight(content),
            g.mark(",", top, spaced=False),
            g.mark('"', top),
        ]
    else:
        content = [*_tight(content), g.mark(",", top)]
    if speaker[0].word.pos != "PRON" and g.chance(0.4):
        tail = [verb, *_without_last_comma(speaker)]
    else:
        tail = [*_spaced(speaker), verb, *g.adjunct(verb)]
    return [*_upper(content), *_tight(tail), g.mark(".", verb)]


def _content_last(g: _Grafter) -> Tree:
    """``X said (that) Y``, ``X said: "Y."`` and ``X told Z that Y``."""
    told = g.chance(0.25)
    verb = g.verb(("told",)) if told else g.speech()
    content, speaker = g.clause(), g.speaker()
    _attach(speaker, verb, "nsubj")
    top = root(content)
    _attach(content, verb, "ccomp")
    head = [*_upper(_spaced(speaker)), verb]
    if told:
        head.append(g.node(g.dice.choice(_LISTENERS), "NOUN", "iobj", verb))
    head += g.adjunct(verb)
    if g.chance(0.15):
        quoted = [
            g.mark('"', top, spaced=False),
            *_tight(_upper(content)),
            g.mark(".", verb, spaced=False),
        ]
        return [*_tight(head), g.mark(g.dice.choice((",", ":")), top), *quoted, g.mark('"', top)]
    complementizer = [g.node("that", "SCONJ", "mark", top)] if told or g.chance(0.7) else []
    return [*head, *complementizer, *_tight(_lower(content)), g.mark(".", verb)]


def _according_to(g: _Grafter) -> Tree:
    """``According to X, Y`` and ``Y, according to X``."""
    content, source = g.clause(), g.speaker(pronouns=0)
    top, head = root(content), root(source)
    top.word = replace(top.word, relation="root")
    _attach(source, top, "obl")
    case = g.node("according", "VERB", "case", head)
    case.word = replace(case.word, lemma="accord", tag="VBG")
    phrase = [case, g.node("to", "ADP", "fixed", case), *_without_last_comma(source)]
    if g.chance(0.5):
        return [
            *_upper(_tight(phrase)),
            g.mark(",", head),
            *_tight(_lower(content)),
            g.mark(".", top),
        ]
    return [*_tight(content), g.mark(",", head), *_tight(phrase), g.mark(".", top)]


def _content_around(g: _Grafter) -> Tree:
    """``Y begins, X said, and Y ends``: cut behind a phrase that stands before the content's verb."""
    content, verb, speaker = g.clause(), g.speech(), g.speaker(described=0)
    top = root(content)
    at = _cut(content, top)
    if not at:
        return []
    top.word = replace(top.word, relation="root")
    _attach(speaker, verb, "nsubj")
    _attach([verb], top, "parataxis")
    first, rest = content[:at], content[at:]
    clause = [*_spaced(speaker), *_tight([verb])]
    if g.chance(0.6):
        opened = [
            g.mark('"', top, spaced=False),
            *_tight(first),
            g.mark(",", verb, spaced=False),
            g.mark('"', top),
        ]
        resumed = [g.mark(",", verb), g.mark('"', top, spaced=False), *_tight(rest)]
        return [*opened, *clause, *resumed, g.mark(".", top, spaced=False), g.mark('"', top)]
    return [
        *_tight(first),
        g.mark(",", verb),
        *clause,
        g.mark(",", verb),
        *_tight(rest),
        g.mark(".", top),
    ]


def _cut(content: Tree, top: Node) -> int:
    """Behind which word a content may be interrupted: the last phrase before its verb; 0 where there is none."""
    for at in range(content.index(top), 0, -1):
        crossing = any(node.parent in content[:at] for node in content[at:]) or any(
            node.parent in content[at:] and node.parent is not top for node in content[:at]
        )
        phrase = _phrase(content[at - 1], top)
        marked = "PUNCT" in {content[at - 1].word.pos, content[at].word.pos}
        if phrase.startswith(("nsubj", "obl", "advcl")) and not crossing and not marked:
            return at
    return 0


def _phrase(node: Node, top: Node) -> str:
    """The relation to ``top`` of the phrase that a node belongs to."""
    while node.parent is not None and node.parent is not top:
        node = node.parent
    return node.word.relation


def _content_continued(g: _Grafter) -> Tree:
    """``X said that Y, adding that Z``."""
    verb, adding = g.speech(), g.verb(_ADDING)
    speaker, content, more = g.speaker(), g.clause(), g.clause()
    _attach(speaker, verb, "nsubj")
    _attach([adding], verb, "advcl")
    adding.word = replace(adding.word, tag="VBG")
    return [
        *_upper(_spaced(speaker)),
        verb,
        g.node("that", "SCONJ", "mark", root(content)),
        *_tight(_lower(_attach(content, verb, "ccomp"))),
        g.mark(",", adding),
        adding,
        g.node("that", "SCONJ", "mark", root(more)),
        *_tight(_lower(_attach(more, adding, "ccomp"))),
        g.mark(".", verb),
    ]


def _quoted_as_saying(g: _Grafter) -> Tree:
    """``X quoted Z as saying (that) Y``."""
    verb, saying = g.node("quoted", "VERB", "root"), g.node("saying", "VERB", "advcl")
    reporter, speaker, content = g.speaker(pronouns=0), g.speaker(pronouns=0), g.clause()
    _attach(reporter, verb, "nsubj")
    _attach(speaker, verb, "obj")
    saying.parent = verb
    that = [g.node("that", "SCONJ", "mark", root(content))] if g.chance(0.5) else []
    body = [*_spaced(speaker), g.node("as", "SCONJ", "mark", saying), saying, *that]
    _attach(content, saying, "ccomp")
    return [*_upper(_spaced(reporter)), verb, *body, *_tight(_lower(content)), g.mark(".", verb)]


_FRAMES: tuple[tuple[Callable[[_Grafter], Tree], float], ...] = (
    (_content_first, 0.36),
    (_content_last, 0.30),
    (_according_to, 0.12),
    (_content_around, 0.12),
    (_content_continued, 0.06),
    (_quoted_as_saying, 0.04),
)
