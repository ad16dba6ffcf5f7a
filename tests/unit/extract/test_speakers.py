import pytest

from kg.extract.attribution import quotations
from kg.extract.entities import referents
from kg.extract.layout import captions
from kg.extract.speakers import Cast
from kg.language import parse
from kg.model import EntityKind, Referent, Span
from tests.factory import article, span_of


def cast(text: str, **metadata: object) -> tuple[Cast, dict[str, Referent]]:
    report = article(text, "report.txt", **metadata)
    doc = parse(text)
    found = referents(doc, report)
    quoted = [Span.of(marked.start, marked.end) for marked in quotations(text).quotations]
    return Cast(report, doc, found, quoted + list(captions(text))), {who.id: who for who in found}


def speakers(text: str, *sources: str, **metadata: object) -> list[str | None]:
    """The names of the speakers that sources mean; sources are looked up in order of the text."""
    people, named = cast(text, **metadata)
    found: list[str | None] = []
    last = 0
    for source in sources:
        start = text.index(source, last)
        last = start + len(source)
        who = people.resolve(Span.of(start, last))
        names = named | {row.id: row for row in people.met}
        found.append(None if who is None else names[who].name)
    return found


MILL = "Mrs. Dora Quill and Mr. Evan Quill own the mill. "
OFFICE = "Irina Vale runs the harbour office. Alan Pruett is its lawyer. "
UNION = "The Maritime Union met on Monday. "

RESOLVED = [
    ("It is run by the bank's chief executive, Irina Vale, who said no.", ["who"], ["Irina Vale"]),
    (
        "Ada Zale, the port authority spokesman, left. The port authority said no.",
        ["The port authority"],
        ["The port authority"],
    ),
    ("Irina Vale reversed herself. It is over, the chief executive said.", ["the chief executive"], ["Irina Vale"]),
    ("Irina Vale runs the office. Vale said no.", ["Vale"], ["Irina Vale"]),
    ("Irina Vale runs the office. She said no.", ["She"], ["Irina Vale"]),
    (MILL + "He said no. She said yes.", ["He", "She"], ["Evan Quill", "Dora Quill"]),
    (OFFICE + "He said no. She said yes.", ["He", "She"], ["Alan Pruett", "Irina Vale"]),
    (UNION + "It said no.", ["It"], ["Maritime Union"]),
    (UNION + "The union said no.", ["The union"], ["Maritime Union"]),
    (UNION + "A statement said no.", ["A statement"], ["Maritime Union"]),
    (UNION + "Ghara's finance ministry was not told, a spokeswoman said.",
     ["a spokeswoman"], ["finance ministry"]),
    ("Varail AG runs the trains, and the RSU union is on strike. RSU met on Monday. The company said no.",
     ["The company"], ["Varail AG"]),
    ("Nordbank AG wants to grow. The bank would keep its branches, a spokesman said.",
     ["a spokesman"], ["Nordbank AG"]),
    (UNION + "The spokeswoman said no.", ["The spokeswoman"], ["Maritime Union"]),
    ("A spokesman for the Maritime Union said no.",
     ["A spokesman for the Maritime Union"], ["Maritime Union"]),
    ("The Maritime Union’s spokesman, Carl Ode, said no.",
     ["The Maritime Union’s spokesman, Carl Ode"], ["Carl Ode"]),
    ("The harbour master of Port Lorn, Teo Bassett, says no.",
     ["The harbour master of Port Lorn, Teo Bassett"], ["Teo Bassett"]),
    (UNION + "Its leader, Prof Hanna Idris, said no.",
     ["Its leader, Prof Hanna Idris"], ["Hanna Idris"]),
    ("Prime Minister Jonas Pell came. The prime minister said no.",
     ["The prime minister"], ["Jonas Pell"]),
    ("Two nurses came back. They said no.", ["They"], ["Two nurses"]),
    ("The two unions met. Both said no.", ["Both"], ["The two unions"]),
    ("Ferrow Mills Ltd. makes rope. The company said no.", ["The company"], ["Ferrow Mills Ltd."]),
    ("Two pilots said no. They said it rained.", ["Two pilots", "They"], ["Two pilots", "Two pilots"]),
    ("Hanna Idris is out. Idris’s lawyer, Carl Ode, said no.", ["Idris’s lawyer, Carl Ode"], ["Carl Ode"]),
    ("The rescue group Harbour Watch said no.", ["The rescue group Harbour Watch"], ["Harbour Watch"]),
    ("Solvane, for the Dockers’ League, said no.", ["Solvane, for the Dockers’ League"], ["Solvane"]),
    ("A ferry sank off Cape Loro, the coast guard said. It said no.",
     ["the coast guard", "It"], ["the coast guard", "the coast guard"]),
    ("Irina Vale left. A nurse said no. She said it rained.", ["A nurse", "She"], ["A nurse", "A nurse"]),
    ("A doctor at Saint Anne Hospital said no.",
     ["A doctor at Saint Anne Hospital"], ["A doctor at Saint Anne Hospital"]),
    ("The pilots came. He who steers said no.", ["The pilots"], ["The pilots"]),
    ("“No,” said the harbour master, Teo Bassett. The newspaper said no.",
     ["the harbour master, Teo Bassett", "The newspaper"], ["Teo Bassett", "The newspaper"]),
    ("Irina Vale, who runs the office, said no.", ["who"], ["Irina Vale"]),
    ("He spoke to the mayor, who said no.", ["who"], ["the mayor"]),
    ("A diver of the 3rd Company, who was hurt, said no. The diver said it rained.",
     ["A diver of the 3rd Company, who was hurt", "The diver"], ["A diver of the 3rd Company"] * 2),
    ("A ranger, who asked not to be named, said no. He said it rained.",
     ["A ranger, who asked not to be named", "He"], ["A ranger"] * 2),
    ("Another tenant, identified only as Samir, said no.",
     ["Another tenant, identified only as Samir"], ["Samir"]),
    ("A second diver disputed the account. The second diver said no.", ["The second diver"], ["A second diver"]),
    (UNION + "A spokeswoman for the union said no. She said it rained.",
     ["A spokeswoman for the union", "She"], ["Maritime Union"] * 2),
    (OFFICE + "A spokesman for the Maritime Union said no. He said it rained.",
     ["A spokesman for the Maritime Union", "He"], ["Maritime Union"] * 2),
    ("A spokesman for the coast guard said no. The spokesman said it rained.",
     ["A spokesman for the coast guard", "The spokesman"], ["the coast guard"] * 2),
    ("A team from Dunmere University said no. The team said it rained.",
     ["A team from Dunmere University", "The team"], ["Dunmere University"] * 2),
    (UNION + "The union’s own figures show it.", ["The union’s own figures"], ["Maritime Union"]),
    ("Irina Vale runs the office. Teo Bassett, 51, left. The 51-year-old said no.",
     ["The 51-year-old"], ["Teo Bassett"]),
    (UNION + "The ferry company Sker Lines Ltd. was late. The power company said no.",
     ["The power company"], ["The power company"]),
    ("Thomas Orme and Laura Orme came. She said no. He said yes.", ["She", "He"], ["Laura Orme", "Thomas Orme"]),
    ("Irina Vale came on Monday. In Velm, she said no.", ["In Velm, she"], ["Irina Vale"]),
    ("Irina Vale came. Vale, who had waited, said no.", ["Vale, who had waited,"], ["Irina Vale"]),
    ("One source close to the talks said no.",
     ["One source close to the talks"], ["One source close to the talks"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources", "expected"), RESOLVED)
def test_source_is_resolved_to_who_is_meant(
    text: str, sources: list[str], expected: list[str]
) -> None:
    assert speakers(text, *sources) == expected


@pytest.mark.parametrize("word", ["He", "She", "They", "It", "I", "We"])
def test_pronoun_without_anybody_to_mean_is_nobody(word: str) -> None:
    assert speakers(f"{word} said no.", word) == [None]


def test_same_words_mean_the_same_unnamed_source() -> None:
    text = "Two pilots said no. Later the two pilots said yes. Two pilots were heard."
    people, _ = cast(text)
    first = people.resolve(span_of(text, "Two pilots"))
    again = text.rindex("Two pilots")
    assert people.resolve(Span.of(again, again + 10)) == first
    assert [who.named for who in people.met] == [False]


def test_nobody_in_a_quotation_or_caption_is_meant_by_a_pronoun() -> None:
    text = "Irina Vale runs the office. “Dora Quill is wrong,” she said."
    assert speakers(text, "she") == ["Irina Vale"]
    text = "Irina Vale runs the office.\nDora Quill looks on. [AGENCY]\nNobody left, she said."
    assert speakers(text, "she") == ["Irina Vale"]


def test_i_is_the_only_author() -> None:
    text = "By Ada Moor\n\nI asked Ada Moor no question."
    assert speakers(text, "I", authors=("Ada Moor",)) == ["Ada Moor"]


@pytest.mark.parametrize(
    ("addressee", "outlet"),
    [
        ("the Tidewater Gazette", "Tidewater Gazette"),
        ("state television", "state television"),
        ("reporters", None),
        ("the council", None),
    ],
)
def test_outlet_that_is_told_hands_on_what_it_hears(addressee: str, outlet: str | None) -> None:
    text = f"Irina Vale told {addressee} that nine ships were lost."
    people, named = cast(text)
    found = people.outlet(span_of(text, addressee))
    names = named | {row.id: row for row in people.met}
    assert (None if found is None else names[found].name) == outlet


def test_paper_is_the_outlet_named_last() -> None:
    text = "The Tidewater Gazette asked the pilots. The newspaper said no."
    assert speakers(text, "The newspaper") == ["Tidewater Gazette"]


def test_label_of_a_turn_names_the_only_person_of_that_name() -> None:
    text = "Petra Holm runs the office. Aldo Fenn is a farmer.\n\nHOLM: The water is low.\n\nFENN: It is not."
    assert speakers(text, "HOLM", "FENN") == ["Petra Holm", "Aldo Fenn"]


def test_answers_are_of_the_only_person_named_before_the_questions() -> None:
    talk = "\n\nQ: Why?\n\nA: It rained.\n\nQ: And now?\n\nA: It is dry."
    for opening, expected in (
        ("Petra Holm runs the office.", "Petra Holm"),
        ("Petra Holm met Aldo Fenn.", None),
    ):
        people, named = cast(opening + talk)
        at = (opening + talk).index("A: It rained")
        who = people.resolve(Span.of(at, at + 1))
        assert (None if who is None else named[who].name) == expected


def test_what_the_author_found_out_is_the_authors_word() -> None:
    text = "By Ada Moor\n\nAda Moor reports. According to information I obtained, it rained."
    assert speakers(text, "information I obtained", authors=("Ada Moor",)) == ["Ada Moor"]
    assert speakers(text, "information I obtained", authors=("Ada Moor", "Sam Ode")) == [None]


def test_title_with_a_capital_article_is_an_outlet() -> None:
    text = "Irina Vale told The Plainsman that nine ships were lost."
    people, _ = cast(text)
    assert people.outlet(span_of(text, "The Plainsman")) is not None


@pytest.mark.xfail(strict=True, reason="the clause of a cleft sentence hangs on no noun")
def test_who_leads_back_to_a_pronoun_before_it() -> None:
    text = "Irina Vale came to Velm. It was she who said no."
    assert speakers(text, "who") == ["Irina Vale"]


def test_unnamed_source_is_a_source() -> None:
    text = "One pilot said no."
    people, _ = cast(text)
    who = people.resolve(span_of(text, "One pilot"))
    assert who is not None
    assert people.kind(who) is EntityKind.SOURCE


def test_when_somebody_spoke_is_no_part_of_who() -> None:
    text = "Two outlets last week reported that it rained."
    assert speakers(text, "Two outlets last week") == ["Two outlets"]


def test_channel_with_a_name_is_not_the_outlet_before() -> None:
    text = "Radio Wai was on air. The Gull_news Telegram channel posted it."
    assert speakers(text, "The Gull_news Telegram channel") == ["Gull_news Telegram"]


def test_paper_may_be_the_only_outlet_that_is_named_later() -> None:
    text = "It rained, the newspaper said. The film was shown by the Wall Street Journal."
    assert speakers(text, "the newspaper") == ["Wall Street Journal"]


def test_what_joins_a_source_to_another_is_no_part_of_it() -> None:
    text = "Officials say it rained, and reports say it snowed."
    assert speakers(text, "and reports") == ["reports"]
