"""Times the comparison of claims alone on invented piles of growing size, and prints a table.

    python bench/comparison.py [ARTICLES ...]

The piles (500, 1,000 and 2,000 articles unless told otherwise) are made of claims and articles, not read from texts, so that
nothing but ``kg.compare`` is timed. Every tenth of a pile's stories is told by four articles, among them a reprint; every
other article stands alone. An article has ten claims: figures of measures that many stories share (killed, injured, sums of
money, lengths in several units), statements, and denials of what another article of the story states. Words follow Zipf's law
over a vocabulary that all share, and each story has words of its own and of its subject.

Columns: claims; pairs of claims that share a measure, a sentence or a rare word, whatever their stories; those of them that
are of one story, which are judged; seconds of wall clock; microseconds a pair that is judged. The last line tells whether
the time grew faster than these pairs.
"""

import itertools
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.compare import compare
from kg.compare.blocking import blocks, pairs
from kg.compare.reprints import find_reprints
from kg.compare.statements import Reader
from kg.compare.stories import Stories
from kg.model import Article, Claim, Entity, EntityKind, Metadata, Modality, Quantity, Span, Style
from kg.model.identifiers import mint
from kg.vocabulary import load_measures

SIZES = (500, 1000, 2000)
TOLD_BY = 4  # articles of a story that more than one tells
COMMON_WORDS = 6000
OWN_WORDS = 40  # of a story
SENTENCE = 11  # words
FILLING = 8  # sentences without a claim
SUBJECTS = 25  # each with words of its own; stories of one subject are hard to tell apart
SUBJECT_WORDS = 60
NOISE = 1.15  # two runs of one pile differ by as much
SYLLABLES = ["ba", "cor", "del", "fin", "gar", "hol", "jen", "kal", "lom", "mir", "nos", "par", "quil", "ros", "sun", "tav", "ul", "ven", "wex", "zor"]  # fmt: skip
FIGURES = [
    ("{} people were killed", "person", "killed", 900),
    ("{} people were injured", "person", "injured", 900),
    ("the repair costs {} euros", "€", "cost", 900_000),
    ("the crack is {} metres long", "metre", "length", 900),
    ("the crack is {} yards long", "yard", "length", 900),
]


@dataclass
class Pile:
    """Articles with their claims and speakers."""

    articles: list[Article] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


class Writer:
    """Invents stories; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        """Invent the words that all stories share."""
        self._dice = random.Random(seed)  # noqa: S311 - not for secrets
        self._common = [self._word() for _ in range(COMMON_WORDS)]
        self._subjects = [[self._word() for _ in range(SUBJECT_WORDS)] for _ in range(SUBJECTS)]
        self._spread = list(itertools.accumulate(1 / rank for rank in range(1, COMMON_WORDS + 1)))

    def _word(self) -> str:
        return "".join(self._dice.choices(SYLLABLES, k=self._dice.randint(2, 4)))

    def pile(self, size: int) -> Pile:
        """A pile of so many articles."""
        pile = Pile()
        for number in itertools.count():
            told_by = min(TOLD_BY if number % 10 == 0 else 1, size - len(pile.articles))
            self._tell(pile, number, told_by)
            if len(pile.articles) == size:
                return pile
        raise AssertionError

    def _tell(self, pile: Pile, number: int, told_by: int) -> None:
        """Add one story, told by so many articles, the last of which copies the one before."""
        own = [self._word() for _ in range(OWN_WORDS)]
        own += self._dice.choice(self._subjects)
        stated = [self._sentence(own) for _ in range(4)]
        text = ""
        for teller in range(told_by):
            copied = teller == TOLD_BY - 1
            lines = list(self._lines(own, stated, teller))
            text = text if copied else "\n".join(line for line, _, _ in lines)
            day = f"2031-03-{1 + number % 28:02}"
            facts = Metadata(title=" ".join(own[:5]), published=day, publisher=f"Paper {teller}")
            article = Article.of(text, f"{number}-{teller}.txt", facts)
            voice = f"{own[teller].title()} Office"
            speaker = Entity(
                id=mint("Organization", voice, f"{number} {teller}"),
                kind=EntityKind.ORGANIZATION,
                name=voice,
                articles=(article.id,),
            )
            pile.articles.append(article)
            pile.entities.append(speaker)
            if not copied:
                pile.claims += _claims(article, speaker.id, lines)

    def _lines(
        self, own: list[str], stated: list[str], teller: int
    ) -> Iterator[tuple[str, Modality | None, tuple[str, str, str] | None]]:
        """Sentences with the modality of the claim that each is, and its figure, unit and measure."""
        for words, unit, measure, highest in FIGURES:
            value = str(self._dice.randint(10, highest))
            yield (
                f"{words.format(value)} in {own[0]}".capitalize(),
                Modality.ASSERTED,
                (value, unit, measure),
            )
        for at, sentence in enumerate(stated):
            denied = teller % 2 == 1 and at % 2 == 1
            yield sentence, Modality.DENIED if denied else Modality.ASSERTED, None
        yield self._sentence(own), Modality.ASSERTED, None
        for _ in range(FILLING):
            yield self._sentence(own), None, None

    def _sentence(self, own: list[str]) -> str:
        words = self._dice.choices(self._common, cum_weights=self._spread, k=SENTENCE)
        words[2::4] = self._dice.choices(own, k=len(words[2::4]))
        return " ".join(words).capitalize()


def _claims(
    article: Article,
    speaker: str,
    lines: list[tuple[str, Modality | None, tuple[str, str, str] | None]],
) -> Iterator[Claim]:
    start = 0
    for line, modality, counted in lines:
        span = Span.of(start, start + len(line))
        start += len(line) + 1
        if modality is None:
            continue
        figures: tuple[Quantity, ...] = ()
        if counted is not None:
            value, unit, measure = counted
            at = span.start + line.index(value)
            figures = (
                Quantity(
                    min=float(value),
                    max=float(value),
                    unit=unit,
                    measure=measure,
                    span=Span.of(at, at + len(value)),
                ),
            )
        yield Claim(
            id=mint("Claim", line, article.id, repr(span.parts)),
            article=article.id,
            content=span,
            text=line,
            sentence=span,
            style=Style.INDIRECT,
            modality=modality,
            speaker=speaker,
            quantities=figures,
        )


@dataclass(frozen=True)
class Row:
    """What one pile gave.

    Attributes:
        articles, claims: How many.
        blocked: Pairs that share a block, each once for every block that they share.
        judged: Pairs of one story among them, each once.
        seconds: That comparing took, by wall clock.
    """

    articles: int
    claims: int
    blocked: int
    judged: int
    seconds: float

    @property
    def each(self) -> float:
        """Microseconds a pair that is judged."""
        return self.seconds / self.judged * 1e6


def measured(size: int) -> Row:
    """Compare an invented pile once, and count its pairs afterwards."""
    pile, measures = Writer(seed=7).pile(size), load_measures()
    start = time.perf_counter()
    compare(pile.articles, pile.claims, pile.entities, measures)
    seconds = time.perf_counter() - start
    origins = find_reprints(pile.articles)
    statements = Reader(pile.articles, pile.entities, origins).statements(pile.claims)
    shared = blocks(statements, measures).values()
    return Row(
        articles=size,
        claims=len(pile.claims),
        blocked=sum(len(members) * (len(members) - 1) // 2 for members in shared),
        judged=sum(1 for _ in pairs(statements, measures, Stories(pile.articles))),
        seconds=seconds,
    )


def main(sizes: list[int]) -> None:
    """Measure every size and print the table."""
    print(
        f"{'articles':>8} {'claims':>8} {'in blocks':>12} {'judged':>10} {'seconds':>8} {'µs a pair':>10}"
    )
    rows = []
    for size in sizes:
        row = measured(size)
        rows.append(row)
        print(
            f"{row.articles:8,} {row.claims:8,} {row.blocked:12,} {row.judged:10,} {row.seconds:8.2f} {row.each:10.1f}"
        )
    faster = rows[-1].each > rows[0].each * NOISE
    print("time grows faster than pairs" if faster else "time grows no faster than pairs")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
