"""Decides where sentences begin, before the parser runs; the parser keeps to what is decided here.

A sentence ends at a full stop, question mark, exclamation mark or ellipsis, together with the closing quotation marks and
brackets behind it. It does not end at the dot of an abbreviation that needs what follows ("Gen. Ito", "No. 4"), nor
inside ``"Who?" she asked``. Only where an abbreviation may as well be the last word ("… in the U.S. Officials …")
and the next word tells nothing is the choice left to the parser. The text is one paragraph at a time.

The lists are closed classes of written English; the choices were made on the development parts of EWT and GUM.
"""

import re
from collections.abc import Iterator
from typing import cast

from numpy import array
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always followed by a name or by more of the same: their dot ends no sentence.
TITLES = _words(
    "adm amb ald asst atty brig capt cdr cmdr cmdt col comdr cpl cpt det dr drs ens eng fr gen gov hon insp lt ltc maj "
    "messrs mr mrs ms msgr mt mx ofc pfc pres prof profs pte pvt rep reps rev sec sen sens sgt spc ste st supt "
    "treas viz vs"
)
# Their dot ends no sentence where a figure follows.
BEFORE_FIGURES = _words(
    "no nos art arts ch fig figs p para pp sect vol vols approx ca c "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Days, months and zones of time go on after "a.m." and "p.m.".
_HOURS = frozenset({"a.m", "p.m", "am", "pm"})
_OF_TIME = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december gmt utc bst cet cest et est edt ct cst cdt mt mst mdt pt pst pdt ist jst kst msk aest"
)
# Words that, with a capital, begin a sentence far more often than they continue a name.
STARTERS = _words(
    "a after all although an and another any as at because before both but by despite during each earlier even every few "
    "first following for from he her here his how however i if in indeed instead it its last later many meanwhile "
    "moreover most my neither nevertheless no nobody none nor not nothing now on once one only or other our over "
    "she since so some still such that the their then there these they this those though thus to "
    "today tomorrow two under unlike until we what when where whether which while who why with without yes "
    "yesterday yet you your "
    # numbers are spelt out only at the beginning of a sentence, or where they are small
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens"
)
# Verbs that attribute what stands in quotation marks before them.
_REPORTING = _words(
    "added adds admitted agreed announced argued asked asks began boasted called commented concluded continued cried "
    "declared demanded exclaimed explained explains insisted joked laughed muttered noted pleaded pointed quipped recalled "
    "remarked replied replies responded said say says screamed shouted shouts sighed snapped stated tells told urged "
    "warned whispered wondered writes wrote yelled"
)
_END = re.compile(r"[.?!…]+")
_CLOSING_QUOTES = frozenset(["”", "’", "''", "»", '"', "'"])
_CLOSERS = frozenset(["”", "’", "''", "»", ")", "]", "}"])
_STRAIGHT = frozenset(['"', "'"])
_OPENERS = frozenset(["“", "‘", "``", "«", "(", "[", "{", "„", "—", "–", "-", "--", "•", "*"])
_SHORTENED = re.compile(r"[^\W\d_][\w.]*\.")
_DATELINE = re.compile(
    r"""\s*
    (?: [^\W\d_a-z][^\Wa-z]+ (?: [ .'’/-]+ [^\W\d_a-z][^\Wa-z]* )* \.?   # BRENIK, PORT SARN
        (?: ,\ [^\n()—–]{2,30} )?                                    # , Oct 16
        (?: \ \( [^()\n]{2,40} \) )?                                 #  (TPB)
      | [^\W\d_a-z][\w.’'-]+ (?: \ [^\W\d_a-z][\w.’'-]+ ){0,3}           # Port Sarn
        (?: ,\ [^\n()—–]{2,30} )?
        \ \( [^()\n]{2,40} \)                                        #  (TPB): without it, any clause with a dash would do
      | \( [^()\n]{2,40} \)
    )
    \ ? (?: —|–|--|- ) \s+ (?=\S)""",
    re.VERBOSE,
)
_CHOICE = {True: 1, None: 0, False: -1}  # as spaCy keeps them; its attributes are unsigned
_FOOTNOTE = re.compile(r"\[\d+\]")
# How far behind a closing quotation mark its reporting verb may stand: "Deputy Interior Minister Ada Folt said".
_REACH = 7


@Language.component("kg_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token: True, False, or None where the parser is to choose."""
    starts = dict(_starts(doc))
    choices = array([_CHOICE[starts.get(at, False)] for at in range(len(doc))], dtype="int64")
    return doc.from_array(["SENT_START"], cast("Ints2d", choices.astype("uint64")))


def _starts(doc: Doc) -> Iterator[tuple[int, bool | None]]:
    """The tokens where a sentence may begin, and whether it does."""
    yield 0, True
    words = [token.text for token in doc]
    dateline = _DATELINE.match(doc.text)
    open_mark = False
    at = 0
    while at < len(words):
        if dateline and doc[at].idx == dateline.end():
            yield at, True
        end, at = at, at + 1
        open_mark ^= words[end] == '"'
        if not _may_end(words[end]):
            continue
        while at < len(words) and (
            _END.fullmatch(words[at]) or _closes(doc, at, open_mark=open_mark)
        ):
            open_mark ^= words[at] == '"'
            at += 1
        if _FOOTNOTE.fullmatch(doc[at : at + 3].text):
            at += 3
        if at < len(words):
            quoted = any(token.text in _CLOSING_QUOTES for token in doc[end + 1 : at])
            yield at, _begins(doc, end, at, quoted=quoted)


def _may_end(text: str) -> bool:
    return text[-1] in ".?!…" and bool(_END.fullmatch(text) or _SHORTENED.fullmatch(text))


def _closes(doc: Doc, at: int, *, open_mark: bool) -> bool:
    """Whether the token closes what the sentence before it opened."""
    text = doc[at].text
    attached = not doc[at - 1].whitespace_
    if text in _CLOSERS:
        return attached or text != "’"
    if text not in _STRAIGHT:
        return False
    loose = bool(doc[at].whitespace_) or at + 1 == len(doc)
    return attached and (loose or open_mark) if text == '"' else attached and loose


def _begins(doc: Doc, end: int, at: int, *, quoted: bool) -> bool | None:
    """Whether a sentence begins at a token behind the mark at ``end`` and its closing marks."""
    word = _first_word(doc, at)
    mark = doc[end].text
    if not doc[at - 1].whitespace_ and not (word[:1].isupper() and (quoted or mark == ".")):
        return False
    if word[:1].islower() or mark in {"…", "..."}:
        return _behind_weak_mark(mark, word, quoted=quoted)
    if quoted:
        return mark == "." or not _reports(doc, at)
    if mark[-1] != ".":
        return True
    if len(mark) > 1:
        return _behind_abbreviation(mark[:-1].lower(), word)
    return not _is_abbreviated(doc, end, word)


def _behind_weak_mark(mark: str, word: str, *, quoted: bool) -> bool | None:
    """The same behind an ellipsis or before a small letter: the parser chooses where people write without capitals."""
    if mark in {"…", "..."}:
        return word[:1].isupper()
    return False if quoted or mark not in {".", "?", "!"} else None


def _behind_abbreviation(stem: str, word: str) -> bool | None:
    """The same behind a token that ends in its own dot."""
    if _needs_more(stem, word) or (stem in _HOURS and word.lower() in _OF_TIME):
        return False
    if word.lower() in STARTERS:
        return True
    return False if word[:1].isdigit() or len(stem) == 1 else None


def _is_abbreviated(doc: Doc, dot: int, word: str) -> bool:
    """Whether a dot that is a token of its own belongs to an abbreviation or to the number of a list."""
    if dot == 0 or doc[dot - 1].whitespace_:
        return False
    stem = doc[dot - 1].lower_
    return _needs_more(stem, word) or (stem.isdigit() and dot == 1)


def _needs_more(stem: str, word: str) -> bool:
    """Whether an abbreviation cannot stand last before this word."""
    return stem in TITLES or (stem in BEFORE_FIGURES and word[:1].isdigit())


def _first_word(doc: Doc, at: int) -> str:
    """The first token from there on that is no opening mark."""
    while at + 1 < len(doc) and (doc[at].text in _OPENERS or doc[at].text in _STRAIGHT):
        at += 1
    return doc[at].text


def _reports(doc: Doc, at: int) -> bool:
    """Whether the words behind a quotation say whose it was, as ``Verin said`` does."""
    for token in doc[at : at + _REACH]:
        if token.lower_ in _REPORTING:
            return token.i > at
        if _END.fullmatch(token.text) or token.is_quote:
            return False
    return False
