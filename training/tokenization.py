"""Makes spaCy's English tokenizer cut as the treebanks do, and where news pages lose a space.

What it changes: words with a bound prefix stay whole (``pro-government``, ``re-elected``), as the treebanks have them; ranks
and short forms keep their dot; and a quotation mark is cut off even where the space behind it is missing, as in ``gone.”The``.
"""

from typing import Any

import spacy
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex

# Prefixes that the training parts of EWT and GUM never or hardly ever cut off.
_BOUND = (
    "anti co counter cross e em ex inter intra mid mini multi neo non over post pre pro re semi sub"
)
_WITH_DOT = "Amb. Brig. Capt. Cmdr. Col. Cpl. Insp. Lt. Maj. Pvt. Sgt. Supt. etc."
# Quotation marks that are never apostrophes, and the marks before them.
_QUOTES = ("[“”„«»]", f'(?<=[.,?!])"(?=[{ALPHA}])', '[?!]+(?=[”"])')
_DASHED = f"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"


def set_tokenizer(nlp: Language) -> None:
    """Give a pipeline this tokenizer in place of its own.

    Raises:
        ValueError: If spaCy's own rule for hyphens is no longer the one that is replaced here.
    """
    english = spacy.blank("en")
    rules = list(english.Defaults.infixes or ())
    if _DASHED not in rules:
        raise ValueError("spaCy cuts at hyphens by another rule than before")
    unbound = "".join(rf"(?<!\b(?i:{prefix})-)" for prefix in _BOUND.split())
    rules[rules.index(_DASHED)] = f"(?<=[{ALPHA}0-9])(?:{HYPHENS}){unbound}(?=[{ALPHA}])"
    tokenizer: Any = english.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*rules, *_QUOTES]).finditer
    for form in _WITH_DOT.split():
        tokenizer.add_special_case(form, [{"ORTH": form}])
    replaced: Any = nlp.tokenizer
    replaced.from_bytes(tokenizer.to_bytes(exclude=["vocab"]))
