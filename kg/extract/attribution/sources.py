"""Finds who reports: the noun phrase that is the source of a reporting verb or preposition.

The tree proposes, the page disposes: where the parser found no subject, or one that cannot be it, the source is the
noun phrase beside the cue.
"""

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import words
from kg.extract.attribution.phrases import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    Stretch,
    branch,
    climbed,
    has_finite,
    is_comma,
    is_finite,
    is_misread,
    is_time,
    lemma,
    noun_phrase,
    phrase_head,
    run,
    trimmed,
    whole_name,
    without_time,
)

_PARTICIPIAL = frozenset({"advcl", "acl", "xcomp", "dep", "parataxis"})
_MAY_BE_SUBJECT = NOMINAL | {"DET", "ADJ"}
_NOT_THE_NAME = frozenset({"punct", "cc", "conj", "appos", "acl:relcl"})
_NAME_PARTS = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PRON"})
_COMMAS_AROUND = 2  # tokens
_LONGEST_RELATIVE = 25  # tokens
_DEPTH = 4  # verbs up to which a subject is looked for


def source_of(verb: Token, cue: Stretch, piece: Stretch) -> Stretch | None:
    """The source of a reporting verb, or None if none is named.

    Args:
        verb: The reporting verb.
        cue: The verb with its auxiliaries.
        piece: The part of the sentence outside quotations that the verb stands in.
    """
    across = behind_relative(verb)
    if across is not None and piece[0] <= across.i:
        whole = noun_phrase(climbed(across, (piece[0], across.i + 1)), (piece[0], across.i + 1))
        return whole[0], verb.i - 1
    subject = subject_of(verb, piece)
    if subject is None or is_time(subject) or not _is_plausible(verb, subject):
        return beside(verb.doc, cue, piece)
    bounds = (piece[0], cue[0]) if subject.i < verb.i else (cue[1], piece[1])
    return without_time(verb.doc, _apposed(verb.doc, noun_phrase(subject, bounds), cue, piece))


def behind_relative(verb: Token) -> Token | None:
    """The noun before a relative clause that a comma closes right before the verb: "The Herald, which broke the news, put …"."""
    doc = verb.doc
    if verb.i == 0 or doc[verb.i - 1].text != ",":
        return None
    for at in range(verb.i - 2, max(verb.i - _LONGEST_RELATIVE, 1), -1):
        if doc[at].is_sent_start or doc[at].text in {";", ":"}:
            return None
        if doc[at].lower_ in {"who", "which"} and doc[at - 1].text == ",":
            noun = doc[at - 2]
            return noun if noun.pos_ in NOMINAL and has_finite(doc, (at + 1, verb.i - 1)) else None
    return None


def subject_of(verb: Token, piece: Stretch, depth: int = _DEPTH) -> Token | None:
    """The subject of a verb, its own or inherited from the verb that it depends on, if it stands in the piece."""
    participle = verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children)
    head = verb.head
    own = [
        child
        for child in verb.children
        if child.dep_ in SUBJECTS and child.pos_ in _MAY_BE_SUBJECT and not participle
    ]
    if (
        own
    ):  # of two, the one nearer to the verb, unless a comma makes it an apposition to the other
        apposed = verb.i > 0 and is_comma(verb.nbor(-1))
        subject = own[0] if apposed else min(own, key=lambda child: (child.i > verb.i, -child.i))
        return subject if piece[0] <= subject.i < piece[1] else None
    if is_misread(verb):
        return head if piece[0] <= head.i < piece[1] else None
    inherits = verb.dep_ == "conj" or (verb.dep_ in _PARTICIPIAL and verb.tag_ in {"VBG", "VB"})
    if depth == 0 or head == verb or not inherits:
        return None
    if head.pos_ in {"NOUN", "PROPN"} and verb.dep_ == "acl":
        return head if piece[0] <= head.i < piece[1] else None
    return subject_of(head, piece, depth - 1) if head.pos_ in VERBAL else None


def _is_plausible(verb: Token, subject: Token) -> bool:
    """Whether a subject of its own behind the verb can be one.

    Verbs of telling are not inverted, and no verb follows an inverted subject.
    """
    if subject.i < verb.i or subject.head != verb:
        return True
    after = subject.right_edge.i + 1
    followed = after < len(verb.doc) and is_finite(verb.doc[after])
    return lemma(verb) not in words("telling") and not followed


def _apposed(doc: Doc, source: Stretch, cue: Stretch, piece: Stretch) -> Stretch:
    """The source with the name that stands in apposition to it, without what only seems to.

    An apposition before a verb is closed by a comma: in "after a report by the Herald, an affiliate of the Post, the
    ministry confirmed" the ministry alone is the subject. After "said its negotiator, Eirik Solbakk" the name belongs
    to the source, whatever the parser makes of it.
    """
    start, end = source[0], _up_to(doc, source[1], cue[0])
    commas = [i for i in range(start, end) if doc[i].text == ","]
    if commas and end == cue[0] and not _lists(doc, (commas[-1], end)):
        return commas[-1] + 1, end
    if end + 1 >= piece[1] or doc[end].text != "," or doc[end - 1].pos_ != "NOUN":
        return start, end
    last = end + 1
    while last < piece[1] and doc[last].pos_ == "PROPN":
        last += 1
    closed = last == piece[1] or doc[last].is_punct or last == cue[0]
    return (start, last) if closed and last > end + 1 else (start, end)


def _up_to(doc: Doc, end: int, cue: int) -> int:
    """The end of a source before its cue, with the name that the parser left out between the two."""
    between = doc[end:cue] if end < cue else ()
    plain = all(token.pos_ in {"PROPN", "NOUN"} for token in between)
    apposed = len(between) > _COMMAS_AROUND and all(
        token.pos_ == "PROPN" for token in between[1:-1]
    )
    if between and apposed and between[0].text == "," == between[-1].text:
        return cue - 1
    return cue if between and plain else end


def _lists(doc: Doc, stretch: Stretch) -> bool:
    return any(token.lower_ in {"and", "or"} for token in doc[stretch[0] : stretch[1]])


def beside(doc: Doc, cue: Stretch, piece: Stretch) -> Stretch | None:
    """The noun phrase right before or right after a finite cue."""
    if not any(is_finite(token) for token in doc[slice(*cue)]):
        return None
    if cue[0] == piece[0] or is_comma(doc[cue[0] - 1]):
        inverted = None if _closes_name(doc, cue, piece) else _inverted(doc, cue, piece)
        return _before_apposition(doc, cue, piece) if inverted is None else inverted
    start, end = piece[0], _before_bracket(doc, cue[0], piece)
    end = without_time(doc, (start, end))[1] if end > start else end
    if end <= start or doc[end - 1].pos_ not in NOMINAL:
        return None
    head = climbed(doc[end - 1], (start, end))
    inside = branch(head, _NOT_THE_NAME)
    found = trimmed(doc, run(head.i, lambda i: i in inside or i > head.i, (start, cue[0])))
    return None if found is None else without_time(doc, whole_name(doc, found, (start, cue[0])))


def _closes_name(doc: Doc, cue: Stretch, piece: Stretch) -> bool:
    """Whether the comma before a cue closes a name in apposition: "a trader, Basia Kolo, said the opposite"."""
    name = cue[0] - 1
    while name > piece[0] and doc[name - 1].pos_ == "PROPN":
        name -= 1
    opened = piece[0] < name < cue[0] - 1 and doc[name - 1].text == ","
    return opened and not has_finite(doc, (piece[0], name))


def _before_bracket(doc: Doc, at: int, piece: Stretch) -> int:
    """The end of what stands before a bracket that ends at ``at``, as in "Jane Roe (R-Ohio) said"; else ``at``."""
    if doc[at - 1].text != ")":
        return at
    opening = at - 1
    while opening > piece[0] and doc[opening].text != "(":
        opening -= 1
    return opening


def _inverted(doc: Doc, cue: Stretch, piece: Stretch) -> Stretch | None:
    """The noun phrase after a cue with nothing before it: "..., said the mayor"."""
    if cue[1] >= piece[1] or doc[cue[1]].is_punct or lemma(doc[cue[1] - 1]) in words("telling"):
        return None
    head = phrase_head(doc, cue[1], piece[1])
    if head is None:
        return None
    source = noun_phrase(head, (cue[1], piece[1]))
    followed = source[1] < piece[1] and is_finite(doc[source[1]])
    return None if followed else source


def _before_apposition(doc: Doc, cue: Stretch, piece: Stretch) -> Stretch | None:
    """The name before an apposition, and the apposition: "Verin, the service's spokesman, told"."""
    commas = [i for i in range(piece[0], cue[0] - 1) if doc[i].text == ","]
    if not commas or commas[-1] == piece[0] or doc[commas[-1] - 1].pos_ not in NOMINAL:
        return None
    start = commas[-1] - 1
    while start > piece[0] and doc[start - 1].pos_ in _NAME_PARTS:
        start -= 1
    return None if has_finite(doc, (start, cue[0] - 1)) else (start, cue[0] - 1)


def prepositional_source(doc: Doc, cue: Stretch, piece: Stretch) -> Stretch | None:
    """The source of "according to" and the like, or None if no noun phrase follows."""
    head = phrase_head(doc, cue[1], piece[1])
    if head is None:
        return None
    bound = _source_end(doc, cue, piece)
    fronted = all(not token.is_alpha or token.pos_ == "CCONJ" for token in doc[piece[0] : cue[0]])
    whole = trimmed(doc, (cue[1], bound)) if fronted and bound < piece[1] else None
    return whole or noun_phrase(head, (cue[1], bound))


def _source_end(doc: Doc, cue: Stretch, piece: Stretch) -> int:
    """Where the source of a preposition ends at the latest.

    It ends at the first comma, or at the second where an apposition or a relative clause stands between the two.
    """
    commas = [i for i in range(cue[1], piece[1]) if is_comma(doc[i]) and doc[i].text != "-"]
    if not commas:
        return piece[1]
    first = commas[0]
    if first + 1 >= piece[1] or doc[first + 1].lower_ not in words("apposing"):
        return first
    return commas[1] if len(commas) > 1 else piece[1]
