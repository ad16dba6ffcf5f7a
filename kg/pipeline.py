"""The whole way from inputs to files: the only place where the stages meet.

Reading and extraction look at one article at a time and depend on nothing else; resolution, comparison and the
graph are functions of all extractions together. Files come last, and all at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from kg.compare import compare
from kg.errors import ExportError, ExtractionError, KgError, VocabularyError
from kg.export import EXPORTERS, Exporter, rdf
from kg.export.folder import staged
from kg.export.page.database import FILE, write_database
from kg.extract import extract
from kg.graph import ClaimGraph, assemble
from kg.language import load
from kg.model import (
    Article,
    Collection,
    EntityKind,
    Extraction,
    Input,
    Measures,
    RelationKind,
    Resolution,
    Run,
    Unheeded,
)
from kg.model.base import Frozen
from kg.model.claim import Confidence
from kg.query import kept
from kg.read import Note, Reading, read
from kg.resolve import read_judgements, resolve
from kg.vocabulary import DATA_BASE, load_measures


class Stage(StrEnum):
    """The stages of a build, in their order."""

    READ = "reading"
    EXTRACT = "extracting"
    RESOLVE = "resolving"
    COMPARE = "comparing"
    WRITE = "writing"
    KEEP = "keeping"


Progress = Callable[[Stage, int, int, str], None]
"""Called with the stage, how many of its steps are done, how many there are, and what comes next ("" at its end)."""


class Settings(Frozen):
    """How to build.

    Attributes:
        formats: Names of EXPORTERS; those written by default where empty.
        measures: The user's own measures files, beside ontology/measures.ttl.
        judgements: Files of what people judged of names: which are one and which are not.
        base: The IRI below which RDF names articles, claims and entities.
        strict: Whether the first input that cannot be used ends the build.
        min_confidence: The least confidence of a claim, from 0 to 1; that of the extraction where None.
        language_model: The spaCy pipeline that reads the texts, by its name or folder; our own where None.
        store: The folder of a store to keep the graph in as well; none where None.
    """

    formats: tuple[str, ...] = ()
    measures: tuple[Path, ...] = ()
    judgements: tuple[Path, ...] = ()
    base: str = DATA_BASE
    strict: bool = False
    min_confidence: Confidence | None = None
    language_model: str | None = None
    store: Path | None = None


DEFAULTS = Settings()

_RDF = frozenset({"turtle", "trig", "nquads", "jsonld"})
"""The exporters that write triples."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build gave.

    Attributes:
        articles, claims: How many were built.
        speakers: How many entities said something.
        sources: How many entities are outlets, agencies, channels, documents or unnamed sources.
        disputes: How many pairs of claims contradict each other.
        triples: How many triples the RDF files hold; 0 where none was asked for.
        errors: One for each input that was left out, in order.
        passed_over: Kinds of file in folders that nobody reads, with their counts.
        notes: What was left out of articles that were kept.
        unheeded: The judgements that changed nothing, in the order in which they were given.
        files: What was written below the output folder, in order of the formats; empty if there was no article.
        stale: What formats that were not asked for left in the output folder at an earlier build.
    """

    articles: int = 0
    claims: int = 0
    speakers: int = 0
    sources: int = 0
    disputes: int = 0
    triples: int = 0
    errors: tuple[KgError, ...] = ()
    passed_over: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    unheeded: tuple[Unheeded, ...] = ()
    files: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def _silent(stage: Stage, done: int, total: int, what: str) -> None:
    """Report no progress."""


def build(
    inputs: Sequence[str], out: Path, settings: Settings = DEFAULTS, on_progress: Progress = _silent
) -> Report:
    """Read the inputs, and write the graph of what they claim into a folder.

    An article that cannot be used is left out and reported. The folder gets all files or none; if there is no
    article at all it is not touched.

    Args:
        inputs: Files, folders and addresses of pages.
        out: The folder to write into; made where it is missing.
        settings: How to build.
        on_progress: Told what is being done.

    Raises:
        InputError, ExtractionError: With ``strict``, for the first article that cannot be used.
        LanguageError: If the language pipeline that was asked for is not installed or unfit.
        VocabularyError: If a measures file cannot be read.
        JudgementError: If a file of judgements cannot be read, before any work; if judgements contradict each other,
            before any work where that is plain without the articles.
        GraphError: If the stages do not fit together.
        ExportError: If the folder or the store cannot be written, or the base cannot be one; before any work where
            that is plain from the start.
    """
    exporters = _chosen(settings.formats)
    _refuse_overwriting(inputs, out, "choose another folder with --out")
    _refuse_overwriting(map(str, settings.judgements), out, "keep it under another name")
    judgements = read_judgements(settings.judgements)
    run = _run(settings)
    rdf.statements(assemble(Collection(), settings.base))  # refuses a base before any work
    if settings.language_model is not None:
        load(settings.language_model)  # refuses one that is missing or unfit before any work
    with _kept(settings.store, out) as place, staged(out) as stage:
        measures = load_measures(*settings.measures)
        on_progress(Stage.READ, 0, len(inputs), "")
        reading = read(inputs, leave_out=out)
        if settings.strict and reading.errors:
            raise reading.errors[0]
        extractions, failures = _extracted(reading.articles, measures, settings, on_progress)
        if not extractions:
            return _report(reading, failures, Collection(), (), ())
        ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
        on_progress(Stage.RESOLVE, 0, 1, "who is who")
        resolution = resolve(ordered, judgements)
        collection = _collected(ordered, resolution, measures, on_progress)
        collection = collection.model_copy(update={"run": run})
        graph = assemble(collection, settings.base)
        _write(graph, exporters, stage, on_progress)
        triples = rdf.size(graph) if _RDF & {exporter.name for exporter in exporters} else 0
        if place is not None and settings.store is not None:
            on_progress(Stage.KEEP, 0, 1, str(settings.store))
            kept.point(stage, out, settings.store, _keep(graph, stage, place))
    stale = _stale(out, exporters, settings.store)
    report = _report(reading, failures, collection, exporters, stale)
    return replace(report, triples=triples, unheeded=resolution.unheeded)


def _run(settings: Settings) -> Run:
    """What else than the articles decides the result.

    Raises:
        VocabularyError: If a file cannot be read.
    """
    files = (*settings.measures, *settings.judgements)
    try:
        inputs = tuple(Input.of(path.name, path.read_bytes()) for path in files)
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise VocabularyError(reason, path=error.filename) from error
    options = []
    if settings.min_confidence is not None:
        options.append(f"claims of at least {settings.min_confidence:g} in confidence")
    if settings.language_model is not None:
        options.append(f"English read by {Path(settings.language_model).name}")
    return Run(inputs=inputs, options=tuple(options))


@contextmanager
def _kept(store: Path | None, out: Path) -> Iterator[Path | None]:
    """Where to make the store that takes its place after the block; None where none is asked for."""
    if store is None:
        yield None
        return
    kept.refuse_nested(out, store)
    with kept.replacing(store) as place:
        yield place


def _keep(graph: ClaimGraph, stage: Path, place: Path) -> kept.Kept:
    """Make a store of the graph, from the N-Quads that were written or from some of its own, and the page's database in it."""
    if not (stage / kept.BEST).is_file():
        rdf.write_nquads(graph, place.parent)
        stage = place.parent
    made = kept.keep(stage / kept.BEST, place)
    write_database(graph, place / FILE)
    return made


def _chosen(formats: Sequence[str]) -> tuple[Exporter, ...]:
    """The exporters of these names, in the order of the table."""
    unknown = set(formats) - {exporter.name for exporter in EXPORTERS}
    if unknown:
        raise ValueError(f"no such format: {min(unknown)}")
    return tuple(
        exporter
        for exporter in EXPORTERS
        if exporter.name in formats or (not formats and exporter.by_default)
    )


def _refuse_overwriting(inputs: Iterable[str], out: Path, remedy: str) -> None:
    """Refuse to write where an input would be overwritten."""
    targets = {(out / name).resolve() for exporter in EXPORTERS for name in exporter.files}
    for written in inputs:
        if Path(written).resolve() in targets | {out.resolve()}:
            raise ExportError(
                "is an input and would be written over",
                remedy=remedy,
                path=written,
            )


def _extracted(
    articles: Sequence[Article], measures: Measures, settings: Settings, on_progress: Progress
) -> tuple[tuple[Extraction, ...], tuple[KgError, ...]]:
    """What each article says, and an error for each that could not be read out."""
    extractions: list[Extraction] = []
    failures: list[KgError] = []
    for done, article in enumerate(articles):
        on_progress(Stage.EXTRACT, done, len(articles), article.file)
        try:
            found = extract(
                article,
                measures,
                min_confidence=settings.min_confidence,
                language_model=settings.language_model,
            )
            extractions.append(found)
        except KgError as error:
            failure = error if error.path else _placed(error, article)
            if settings.strict:
                raise failure from error
            failures.append(failure)
    on_progress(Stage.EXTRACT, len(articles), len(articles), "")
    return tuple(extractions), tuple(failures)


def _placed(error: KgError, article: Article) -> ExtractionError:
    """The same error with the article's file."""
    return ExtractionError(error.problem, remedy=error.remedy, path=article.file, line=error.line)


def _collected(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    measures: Measures,
    on_progress: Progress,
) -> Collection:
    """All articles, in the order of the extractions, and entities, claims and relations."""
    articles = tuple(extraction.article for extraction in extractions)
    on_progress(Stage.COMPARE, 0, 1, "who says otherwise")
    comparison = compare(articles, resolution.claims, resolution.entities, measures)
    return Collection(
        articles=articles,
        entities=resolution.entities,
        claims=resolution.claims,
        relations=comparison.relations,
        origins=comparison.origins,
        publishers=resolution.publishers,
        refusals=resolution.refusals,
        pairings=resolution.pairings,
    )


def _write(
    graph: ClaimGraph,
    exporters: Sequence[Exporter],
    folder: Path,
    on_progress: Progress,
) -> None:
    for done, exporter in enumerate(exporters):
        on_progress(Stage.WRITE, done, len(exporters), ", ".join(exporter.files))
        exporter.write(graph, folder)
    on_progress(Stage.WRITE, len(exporters), len(exporters), "")


def _stale(out: Path, exporters: Sequence[Exporter], store: Path | None) -> tuple[str, ...]:
    others = (exporter for exporter in EXPORTERS if exporter not in exporters)
    names = [name for exporter in others for name in exporter.files]
    if store is None:
        names.append(kept.POINTER)
    return tuple(name for name in names if (out / name).exists())


def _report(
    reading: Reading,
    failures: tuple[KgError, ...],
    collection: Collection,
    exporters: Sequence[Exporter],
    stale: tuple[str, ...],
) -> Report:
    return Report(
        articles=len(collection.articles),
        claims=len(collection.claims),
        speakers=len({claim.speaker for claim in collection.claims if claim.speaker is not None}),
        sources=sum(entity.kind is EntityKind.SOURCE for entity in collection.entities),
        disputes=sum(
            relation.kind is RelationKind.CONTRADICTS for relation in collection.relations
        ),
        errors=(*reading.errors, *failures),
        passed_over=reading.passed_over,
        notes=reading.notes,
        files=tuple(name for exporter in exporters for name in exporter.files),
        stale=stale,
    )
