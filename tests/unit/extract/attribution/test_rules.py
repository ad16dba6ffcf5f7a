from functools import cache
from typing import NamedTuple

import pytest

from kg.extract.attribution import quotations
from kg.extract.attribution.rules import attributions
from kg.language import parse
from kg.model import Attribution, Modality, Style

DIRECT, INDIRECT, MIXED = Style.DIRECT, Style.INDIRECT, Style.MIXED


@cache
def read(text: str) -> tuple[Attribution, ...]:
    return tuple(attributions(parse(text), quotations(text).quotations))


class Said(NamedTuple):
    """One attribution in words; the parts of a content are joined by an ellipsis."""

    source: str | None
    cue: str
    content: str
    via: tuple[str, ...] = ()
    style: Style = INDIRECT
    modality: Modality = Modality.ASSERTED


def said(text: str) -> list[Said]:
    return [
        Said(
            source=None if found.source is None else found.source.cut(text),
            cue="" if found.cue is None else found.cue.cut(text),
            content=" … ".join(text[start:end] for start, end in found.content.parts),
            via=tuple(span.cut(text) for span in found.via),
            style=found.style,
            modality=found.modality,
        )
        for found in read(text)
    ]


HOLDS = "The levee will hold"
LOST = "nine ships were lost"
HELD = "nine men were held"

QUOTED = [
    ('"The levee will hold," said Ines Marlow.', "Ines Marlow", "said"),
    ("“The levee will hold,” Ines Marlow said on Tuesday.", "Ines Marlow", "said"),
    ("'The levee will hold,' Ines Marlow said.", "Ines Marlow", "said"),
    ("‘The levee will hold,’ Ines Marlow said.", "Ines Marlow", "said"),
    ("``The levee will hold,'' Ines Marlow said.", "Ines Marlow", "said"),
    ("“The levee will hold,” wrote Marlow.", "Marlow", "wrote"),
    ("Marlow said: “The levee will hold.”", "Marlow", "said"),
    ("Marlow said, “The levee will hold.”", "Marlow", "said"),
    (
        "“The levee will hold,” said Ines Marlow, the harbour engineer.",
        "Ines Marlow, the harbour engineer",
        "said",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue"), QUOTED)
def test_quotation_belongs_to_the_clause_that_touches_it(text: str, source: str, cue: str) -> None:
    assert said(text) == [Said(source, cue, HOLDS, style=DIRECT)]


INDIRECTLY = [
    ("Ines Marlow said that nine ships were lost.", Said("Ines Marlow", "said", LOST)),
    ("Ines Marlow said nine ships were lost", Said("Ines Marlow", "said", LOST)),
    ("Nine ships were lost, Ines Marlow said.", Said("Ines Marlow", "said", "Nine ships were lost")),
    (
        "The levee, Ines Marlow said, would hold until Friday.",
        Said("Ines Marlow", "said", "The levee … would hold until Friday"),
    ),
    (
        "According to the harbour office, nine ships were lost.",
        Said("the harbour office", "According to", LOST),
    ),
    (
        "Nine ships were lost, according to the harbour office.",
        Said("the harbour office", "according to", "Nine ships were lost"),
    ),
    (
        "Nine ships, according to the harbour office, were lost in the storm.",
        Said("the harbour office", "according to", "Nine ships … were lost in the storm"),
    ),
    ("Ines Marlow told reporters that nine ships were lost.", Said("Ines Marlow", "told", LOST)),
    (
        "The union said that 300 teachers were against the offer.",
        Said("The union", "said", "300 teachers were against the offer"),
    ),
    (
        "Asked about the vote, Marlow said he had lost it.",
        Said("Marlow", "said", "he had lost it"),
    ),
    (
        "Ines Marlow, who leads the harbour office, said nine ships were lost.",
        Said("Ines Marlow, who leads the harbour office", "said", LOST),
    ),
    (
        "Sunil Varro, a 30-year-old farmer from Velm, told reporters that the well was dry.",
        Said("Sunil Varro, a 30-year-old farmer from Velm", "told", "the well was dry"),
    ),
    ("VELM, March 3 (Wire) - Nine men were held, police said.", Said("police", "said", "Nine men were held")),
    ("One source close to the talks said the merger was off.",
     Said("One source close to the talks", "said", "the merger was off")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INDIRECTLY)
def test_reported_clause_is_read_wherever_its_tag_stands(text: str, expected: Said) -> None:
    assert said(text) == [expected]


RELAYED = [
    ("The Tidewater Gazette, citing the harbour office, said nine ships were lost.",
     Said("the harbour office", "said", LOST, ("The Tidewater Gazette",))),
    ("Citing the harbour office, the Tidewater Gazette said nine ships were lost.",
     Said("the harbour office", "said", LOST, ("the Tidewater Gazette",))),
    ("Nine ships were lost, the harbour office said, the Tidewater Gazette reported.",
     Said("the harbour office", "said", "Nine ships were lost", ("the Tidewater Gazette",))),
    ("The Tidewater Gazette quoted Ines Marlow as saying nine ships were lost.",
     Said("Ines Marlow", "quoted Ines Marlow as saying", LOST, ("The Tidewater Gazette",))),
    ("Ines Marlow was quoted as saying by the Tidewater Gazette that nine ships were lost.",
     Said("Ines Marlow", "was quoted as saying", LOST, ("the Tidewater Gazette",))),
    ("Ines Marlow was quoted by the Tidewater Gazette as saying nine ships were lost.",
     Said("Ines Marlow", "was quoted by the Tidewater Gazette as saying", LOST,
          ("the Tidewater Gazette",))),
    ("An analyst cited by the Tidewater Gazette said prices would double.",
     Said("An analyst", "said", "prices would double", ("the Tidewater Gazette",))),
]  # fmt: skip


RELAYED += [
    ("The harbour master said in a statement carried by Estra News that nine ships were lost.",
     Said("The harbour master", "said", LOST, ("Estra News",))),
    ("In a video posted by the channel Harbour Eye, a sailor says that nine ships were lost.",
     Said("a sailor", "says", LOST, ("the channel Harbour Eye",))),
    ("In an interview with the Evening Star, she said that nine ships were lost.",
     Said("she", "said", LOST, ("the Evening Star",))),
    ("The Tidewater Gazette, citing a memo, also reported that nine ships were lost.",
     Said("a memo", "also reported", LOST, ("The Tidewater Gazette",))),
    ("The owner said he was told by the insurer that nine ships were lost.",
     Said("the insurer", "was told by", LOST, ("The owner",))),
    ("As the fire brigade announced, nine ships were lost.", Said("the fire brigade", "announced", LOST)),
    ("As reported by the newspaper Talbote, nine ships were lost.",
     Said("the newspaper Talbote", "As reported by", LOST)),
    ("A trader selling nets, Basia Kolo, said nine ships were lost.",
     Said("A trader selling nets, Basia Kolo", "said", LOST)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_whoever_hands_on_is_an_intermediary(text: str, expected: Said) -> None:
    assert said(text) == [expected]


MODALITIES = [
    ("The union denied that its members had left the mine.", "its members had left the mine", Modality.DENIED),
    ("The union accused the company of locking out its members.", "locking out its members", Modality.ALLEGED),
    ("The company promised to reopen the mine in June.", "to reopen the mine in June", Modality.PLANNED),
    ("The company estimated that 400 people were on strike.", "400 people were on strike", Modality.ESTIMATED),
    ("Scientists believe that the glacier lost a third of its ice.",
     "the glacier lost a third of its ice", Modality.SPECULATED),
    ("The company put the number of strikers at 400.", "the number of strikers at 400", Modality.ASSERTED),
    ("The agency placed the epicentre 18 km north of Velm.",
     "the epicentre 18 km north of Velm", Modality.ASSERTED),
    ("The union described the offer as an insult.", "the offer as an insult", Modality.ASSERTED),
    ("The mayor warned of floods.", "floods", Modality.SPECULATED),
    ("The union disputed the figure.", "the figure", Modality.ATTITUDE),
    ("The company does not believe that its members had left the mine.",
     "its members had left the mine", Modality.SPECULATED),
    ("The police could not rule out that its members had left the mine.",
     "its members had left the mine", Modality.SPECULATED),
    ("The union accused the company of being paid by the state.", "being paid by the state", Modality.ALLEGED),
    ("The union rejected the offer of the company.", "the offer of the company", Modality.ATTITUDE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "modality"), MODALITIES)
def test_cue_tells_the_modality(text: str, content: str, modality: Modality) -> None:
    assert [(found.content, found.modality) for found in said(text)] == [(content, modality)]


SILENT = [
    "The army neither confirmed nor denied that its troops had left.",
    "The company declined to comment on the strike.",
    "The minister would say nothing.",
    "The minister would not say whether troops had left.",
    "The minister did not say that troops had left.",
    "The agency placed 600 soldiers at his disposal.",
    "The firm found a leak in the tunnel.",
    "The villages continue to lock horns, and farmers flex their muscle.",
    "The harbour was quiet on Monday.",
    "This suggests that the levee will hold.",
    "Nobody said that the levee would hold.",
    "Neither side said that the levee would hold.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_reported_where_nothing_is_said(text: str) -> None:
    assert said(text) == []


def test_clause_broken_by_its_tag_is_one_content_of_two_parts() -> None:
    text = "“The levee,” Ines Marlow said, “will hold until Friday.”"
    assert said(text) == [
        Said("Ines Marlow", "said", "The levee … will hold until Friday", style=DIRECT)
    ]


def test_two_clauses_with_the_tag_between_are_two_statements() -> None:
    text = "“We opened the gates,” Ines Marlow said, “and we warned the villages.”"
    assert [found.content for found in said(text)] == [
        "We opened the gates",
        "and we warned the villages",
    ]


def test_sentences_around_a_tag_are_two_statements() -> None:
    text = "“The levee will hold,” Ines Marlow said. “We checked it twice.”"
    assert [(found.source, found.content) for found in said(text)] == [
        ("Ines Marlow", HOLDS),
        ("Ines Marlow", "We checked it twice"),
    ]


def test_statement_that_follows_the_tag_after_and_stands_alone() -> None:
    text = "The teachers voted on Monday, the union said, and 300 of them were against the offer."
    assert [found.content for found in said(text)] == [
        "The teachers voted on Monday",
        "300 of them were against the offer",
    ]


def test_statements_joined_by_and_that_stand_alone() -> None:
    text = "The union said that the teachers had voted and that 300 of them were against the offer."
    assert [found.content for found in said(text)] == [
        "the teachers had voted",
        "300 of them were against the offer",
    ]


def test_what_somebody_adds_is_a_statement_of_its_own() -> None:
    text = "Ines Marlow said the levee would hold, adding that nobody had to leave."
    assert said(text) == [
        Said("Ines Marlow", "said", "the levee would hold"),
        Said("Ines Marlow", "adding", "nobody had to leave"),
    ]


def test_coordinated_verbs_of_reporting_share_their_source() -> None:
    text = "Teo Bassett called the plan a farce and blamed the mayor for the delay."
    assert [(found.source, found.cue) for found in said(text)] == [
        ("Teo Bassett", "called"),
        ("Teo Bassett", "blamed"),
    ]


def test_relative_clause_reports_only_what_stands_in_it() -> None:
    text = "The ministry, which denied that it had rained, said nine men were held."
    assert [(found.source, found.content) for found in said(text)] == [
        ("which", "it had rained"),
        ("The ministry, which denied that it had rained", HELD),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Media outlets last week said nine men were held.", "Media outlets"),
        ("Ines Marlow on Friday said nine men were held.", "Ines Marlow"),
        ("Ines Marlow today said nine men were held.", "Ines Marlow"),
        ("The ministry on November 5 said nine men were held.", "The ministry"),
        ("In a letter on Friday, Ines Marlow said nine men were held.", "Ines Marlow"),
    ],
)
def test_source_is_named_without_the_time(text: str, source: str) -> None:
    assert said(text) == [Said(source, "said", HELD)]


def test_words_before_a_quoted_fragment_belong_to_what_is_said() -> None:
    assert said("The vote was “rigged,” Marlow said.") == [
        Said("Marlow", "said", "The vote was “rigged", style=MIXED)
    ]
    assert [found.style for found in said("Marlow said the vote was “rigged from the start”.")] == [
        MIXED
    ]


def test_marks_within_a_quotation_are_part_of_its_words() -> None:
    text = "“He told me ‘run for the hills’ and I ran,” Ines Marlow said."
    assert [found.content for found in said(text)] == ["He told me ‘run for the hills’ and I ran"]


def test_floating_quotation_belongs_to_whoever_spoke_last() -> None:
    text = (
        "The harbour office said nine ships were lost.\n\n"
        "“We had no warning of the storm.”\n\n"
        "The market was empty on Monday.\n\n“Nobody buys any fish here.”"
    )
    assert [(found.source, found.content) for found in said(text)] == [
        ("The harbour office", LOST),
        ("The harbour office", "We had no warning of the storm"),
    ]


def test_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "“We knew that the levee was weak,” said Ines Marlow. “We told the council.\n\n"
        "“Nobody listened to us at all.\n\n“Now it is too late.”"
    )
    assert [found.content for found in said(text)] == [
        "We knew that the levee was weak",
        "We told the council",
        "Nobody listened to us at all",
        "Now it is too late",
    ]
    assert {found.source for found in said(text)} == {"Ines Marlow"}


def test_unclosed_mark_costs_nothing_else() -> None:
    text = "Marlow said the levee “would hold.\n\nPolice said nine men were held."
    assert ("Police", HELD) in [(found.source, found.content) for found in said(text)]


def test_summary_by_the_article_is_no_part_of_what_is_said() -> None:
    text = "Marlow claimed the vote was rigged, a claim that nobody has confirmed."
    assert [found.content for found in said(text)] == ["the vote was rigged"]


def test_addressee_is_kept_apart_from_the_source() -> None:
    text = "Ines Marlow told the Tidewater Gazette that nine ships were lost."
    (found,) = read(text)
    assert found.addressee is not None
    assert found.addressee.cut(text) == "the Tidewater Gazette"


def test_object_after_a_coordinated_verb_is_found_behind_a_reported_clause() -> None:
    text = "Ines Marlow told reporters the fire began at two and blamed a short circuit."
    assert [found.cue for found in said(text)] == ["told", "blamed"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ('The mayor called the plan "a gift to looters".', 'the plan "a gift to looters"'),
        ("She said the vote had been “calm and fair.”", "the vote had been “calm and fair.”"),
    ],
)
def test_content_that_ends_with_a_quotation_keeps_its_closing_mark(
    sentence: str, content: str
) -> None:
    found = attributions(parse(sentence), quotations(sentence).quotations)
    assert content in {item.content.cut(sentence) for item in found}


def test_quotation_that_runs_over_lines_of_fixed_width_is_one() -> None:
    text = (
        '"We have counted the dead twice, and we shall count them a\n'
        "third time before anybody is told a number that we do not\n"
        'stand by," said the head of the district, Asel Nurlanova.\n'
    )
    found = attributions(parse(text), quotations(text).quotations)
    assert [item.content.cut(text)[:4] for item in found] == ["We h"]
    assert found[0].content.cut(text).endswith("stand by")


def test_lines_of_a_quick_exchange_alternate() -> None:
    text = (
        "“Have you counted them?” Karim asked.\n\n“There are four hundred,” Salma replied.\n\n"
        "“The list says six hundred.”\n\n“The list is wrong.”"
    )
    assert [found.source for found in said(text)] == ["Karim", "Salma", "Karim", "Salma"]


def test_answers_of_an_interview_are_said_and_questions_are_not() -> None:
    text = "Q: Why?\n\nA: It rained.\n\nIt rained hard.\n\nQ: And now?\n\nA: “It is dry.”"
    assert [(found.source, found.content) for found in said(text)] == [
        ("A", "It rained … It rained hard"),
        ("A", "It is dry"),
    ]


def test_one_labelled_line_makes_no_transcript() -> None:
    assert said("Correction: The dam is in Velm.\n\nIt rained.") == []


def test_own_channel_of_a_speaker_is_no_intermediary_and_no_part_of_what_is_said() -> None:
    text = "The president said in a video posted on his own website on Monday, that nine ships were lost."
    assert said(text) == [Said("The president", "said", LOST)]
