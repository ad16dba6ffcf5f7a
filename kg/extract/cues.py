"""Words that attribute: which verbs report, in which constructions, and how sure they make a claim.

The verbs are those that English grammars and style guides list as reporting verbs (Quirk et al., A Comprehensive
Grammar of the English Language, 1985, 16.31-32; Levin, English Verb Classes and Alternations, 1993, 37), grouped
by the modality that they lend to what is reported. Verbs of attitude report a stance and not a statement.
"""

from enum import Flag, auto

from kg.model import Modality


class Frame(Flag):
    """Constructions in which a verb takes what is reported."""

    CLAUSE = auto()  # said that it rained; "it rained," she said; said: it rained
    OBJECT = auto()  # denied the charge; described the vote as a farce; put the toll at nine
    INFINITIVE = auto()  # promised to rebuild; called on him to resign
    PREPOSITION = auto()  # called for a strike; warned of floods; accused them of fraud


_C = Frame.CLAUSE
_CO = Frame.CLAUSE | Frame.OBJECT
_CI = Frame.CLAUSE | Frame.INFINITIVE
_COI = Frame.CLAUSE | Frame.OBJECT | Frame.INFINITIVE
_CP = Frame.CLAUSE | Frame.PREPOSITION
_O = Frame.OBJECT
_P = Frame.PREPOSITION

_SAYING = """
    say tell add state explain write continue reply respond answer remark comment observe remind assure reiterate
    stress elaborate recount recall conclude insist maintain testify concede admit joke quip tweet post declare
    inform advise notify opine muse quote read agree argue contend point emphasize emphasise acknowledge boast brag
    caution clarify complain confess counter chime learn determine discover mean
"""
_STATING = """
    report announce confirm note reveal repeat accept disclose highlight document mention lament outline detail echo underscore underline
"""
_PLACING = (
    "describe put place list log revise characterize characterise term dub liken relocate call cite"
)
_JUDGING = """
    criticize criticise praise condemn welcome slam blast hail denounce defend attack mock ridicule tout
    support oppose favor favour back question endorse
"""

_VERBS: tuple[tuple[Modality, Frame, str], ...] = (
    (Modality.ASSERTED, _C, _SAYING),
    (Modality.ASSERTED, _CO, _STATING),
    (Modality.ASSERTED, _O, _PLACING),
    (Modality.ALLEGED, _COI, "claim allege"),
    (Modality.ALLEGED, _C, "assert purport profess charge"),
    (Modality.ALLEGED, _P, "accuse charge"),
    (Modality.ALLEGED, _O, "blame"),
    (
        Modality.ESTIMATED,
        _COI,
        "estimate calculate reckon forecast project predict expect anticipate",
    ),
    (
        Modality.SPECULATED,
        _C,
        "speculate suggest suspect imply guess surmise wonder hint believe think assume",
    ),
    (Modality.SPECULATED, _CP, "warn"),
    (
        Modality.PLANNED,
        _CI,
        "promise pledge vow agree swear propose threaten offer",
    ),
    (Modality.PLANNED, _O, "promise pledge propose"),
    (Modality.DENIED, _CO, "deny dispute refute reject dismiss rebut disavow disclaim"),
    (Modality.ATTITUDE, _COI, "fear hope want wish prefer"),
    (Modality.ATTITUDE, _CO, "doubt worry regret know feel realize realise understand"),
    (Modality.ATTITUDE, _O, _JUDGING),
    (
        Modality.ATTITUDE,
        _CI,
        "decide plan intend urge demand ask request recommend order require seek refuse decline",
    ),
    (Modality.ATTITUDE, _P, "call"),
)

VERBS: dict[str, tuple[Modality, Frame]] = {}
for _modality, _frame, _words in _VERBS:
    for _word in _words.split():
        _known = VERBS.get(_word)
        VERBS[_word] = (_known[0], _known[1] | _frame) if _known else (_modality, _frame)

# Verbs of finding out and showing: what they introduce is evidence, not somebody's words.
EVIDENTIAL = frozenset(
    "show find indicate reveal mean prove learn determine discover know demonstrate document suggest read see".split()
)

# Participles that hand on what is said to somebody else: "X, citing Y, said", "Y said, quoted by X".
RELAYING = frozenset({"cite", "quote"})

# Prepositions of attribution, each as its words in lower case.
PREPOSITIONS: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)

# Nouns that take a that-clause as what is said: "the ministry's claim that ...".
NOUNS: dict[str, Modality] = {
    "claim": Modality.ALLEGED,
    "allegation": Modality.ALLEGED,
    "accusation": Modality.ALLEGED,
    "assertion": Modality.ALLEGED,
    "statement": Modality.ASSERTED,
    "announcement": Modality.ASSERTED,
    "acknowledgment": Modality.ASSERTED,
    "admission": Modality.ASSERTED,
    "report": Modality.ASSERTED,
    "argument": Modality.ASSERTED,
    "warning": Modality.SPECULATED,
    "suggestion": Modality.SPECULATED,
    "speculation": Modality.SPECULATED,
    "estimate": Modality.ESTIMATED,
    "forecast": Modality.ESTIMATED,
    "prediction": Modality.ESTIMATED,
    "promise": Modality.PLANNED,
    "pledge": Modality.PLANNED,
    "vow": Modality.PLANNED,
    "denial": Modality.DENIED,
    "belief": Modality.ATTITUDE,
    "fear": Modality.ATTITUDE,
    "concern": Modality.ATTITUDE,
    "hope": Modality.ATTITUDE,
    "view": Modality.ATTITUDE,
    "idea": Modality.ATTITUDE,
    "notion": Modality.ATTITUDE,
    "theory": Modality.ATTITUDE,
}
