import pytest

from kg.extract.attribution.ledes import without_scene
from kg.language import parse
from kg.model import Attribution, Span

TOLL = "Nine people have died"
SCENE = "after the Orla river tore through its bank in the old town of Sarn"


def kept(text: str, content: str, cue: str = "said", style: str = "indirect") -> str:
    start, said = text.index(content), text.rindex(cue)
    found = Attribution.model_validate(
        {
            "content": Span.of(start, start + len(content)),
            "cue": Span.of(said, said + len(cue)),
            "style": style,
            "confidence": 1.0,
        }
    )
    return without_scene(parse(text), found).content.cut(text)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"{TOLL} {SCENE}", TOLL),
        (f"{TOLL}, {SCENE}", TOLL),
        (f"{TOLL} when fire swept through a mill on the edge of town", TOLL),
        ("Nine were asleep when the building fell", "Nine were asleep when the building fell"),
        (f"Many people have died {SCENE}", f"Many people have died {SCENE}"),
        (f"{TOLL} {SCENE}, and six are ill", f"{TOLL} {SCENE}, and six are ill"),
        (
            "Nine were fined as part of the new rules of the harbour board",
            "Nine were fined as part of the new rules of the harbour board",
        ),
    ],
)
def test_the_scene_of_an_opening_sentence_is_no_part_of_its_figure(
    content: str, expected: str
) -> None:
    assert kept(f"{content}, the service said.", content) == expected


def test_scene_is_kept_where_it_is_quoted_reported_in_front_or_told_later() -> None:
    whole = f"{TOLL} {SCENE}"
    assert kept(f"{whole}, the service said.", whole, style="direct") == whole
    assert kept(f"The service said {whole}.", whole) == whole
    later = "It rained. It poured. It snowed. "
    assert kept(f"{later}{whole}, the service said.", whole) == whole
