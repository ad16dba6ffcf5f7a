"""Finds who is named only after speaking: a report's first sentence gives the role, the next one the name.

"The harbour master said about 190 people were on board. 'I counted the gangway,' Ada Pirane told the Courier." Newswriting
calls it delayed identification (Mencher, News Reporting and Writing): whoever matters by office only is named second.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.mentions import PEOPLE
from kg.language.paragraphs import text_of
from kg.model import Attribution, Referent

_ARTICLES = frozenset({"the", "a", "an"})
_FULL = 2  # words of a full name, at least
_SOON = 3  # sentences from the beginning within which the name stands


def named_next(
    doc: Doc,
    said: Sequence[tuple[Attribution, str | None]],
    referents: Sequence[Referent],
    persons: Sequence[str],
) -> dict[str, str]:
    """The person whom a report names in its second attribution, by the role that speaks in its first; else nothing.

    The role stands in the first sentence, the name in the next one or the one behind, full, for the first time, and without a
    word of who that is: it was told before.

    Args:
        doc: The analysed text.
        said: The attributions in order of their sources, each with the id of its speaker.
        referents: Whom the article names.
        persons: Ids of the sources without a name that are one person.
    """
    known = {who.id: who for who in referents if who.kind in PEOPLE and not who.role}
    sourced = [(item.source, who) for item, who in said if item.source and who]
    if not sourced or sourced[0][1] not in persons:
        return {}
    role, unnamed = sourced[0]
    opening = [sentence for sentence in doc.sents if not sentence.text.isspace()][:_SOON]
    rest = [row for row in sourced if row[1] != unnamed]
    if not rest or not opening or role.end > opening[0].end_char:
        return {}
    name, who = rest[0]
    first = who in known and known[who].mentions[:1] == (name,)
    soon = name.end <= opening[-1].end_char
    bare = len(name.cut(text_of(doc)).split()) >= _FULL
    by_role = role.cut(text_of(doc)).split()[0].lower() in _ARTICLES
    return {unnamed: who} if first and soon and bare and by_role else {}
