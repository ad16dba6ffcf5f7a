import json
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import ValidationError

from kg import pipeline
from kg.errors import (
    ExportError,
    ExtractionError,
    InputError,
    JudgementError,
    LanguageError,
    QueryError,
    VocabularyError,
)
from kg.export import EXPORTERS
from kg.model import Article, EntityKind, Extraction, Input, Measures, Referent
from kg.pipeline import Progress, Report, Settings, Stage, build
from kg.query import ask, kept
from kg.query.kept import store_of
from tests.factory import claim, quantity, span_of

TABLES = Settings(formats=("tables",))
REPORTS = {
    "north.md": ("Valley Post", "The army said that 12 people were killed in Orlan."),
    "south.md": ("Hill Courier", "The mayor said that 12 people were killed in Orlan."),
}


def extract(
    article: Article,
    measures: Measures,
    *,
    min_confidence: float | None = None,
    language_model: str | None = None,
) -> Extraction:
    """One claim with a figure by one speaker; articles without figures cannot be read out."""
    assert measures.measures
    assert language_model in {None, "mine"}
    if "12 people" not in article.text:
        raise ExtractionError("has no figure")
    name = article.text.split(" said")[0]
    speaker = Referent(
        id=f"{article.id}#1",
        kind=EntityKind.SOURCE if name == "The army" else EntityKind.PERSON,
        name=name,
        mentions=(span_of(article.text, name),),
    )
    figure = quantity(article, "12 people", 12, 12, unit="person", measure="killed")
    said = claim(
        article,
        "12 people were killed in Orlan",
        speaker=speaker.id,
        quantities=(figure,),
        confidence=1.0 if min_confidence is None else min_confidence,
    )
    return Extraction(article=article, referents=(speaker,), claims=(said,))


@pytest.fixture(autouse=True)
def _extraction_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extract", extract)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (publisher, text) in REPORTS.items():
        (folder / name).write_text(f"---\npublisher: {publisher}\n---\n{text}\n")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_counts_what_it_wrote(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = build([str(reports)], out, TABLES)
    assert (report.articles, report.claims, report.speakers) == (2, 2, 2)
    assert report.sources >= 1
    assert report.disputes == 0
    assert report.errors == ()
    assert sorted(path.name for path in out.iterdir()) == sorted(report.files)
    rows = [json.loads(line) for line in (out / "claims.jsonl").read_text().splitlines()]
    assert {row["text"] for row in rows} == {"12 people were killed in Orlan"}


def test_the_least_confidence_reaches_the_extraction(reports: Path, tmp_path: Path) -> None:
    build([str(reports)], tmp_path / "out", Settings(formats=("tables",), min_confidence=0.25))
    rows = [json.loads(line) for line in (tmp_path / "out/claims.jsonl").read_text().splitlines()]
    assert {row["confidence"] for row in rows} == {0.25}


def test_the_language_pipeline_is_loaded_before_any_work_and_reaches_the_extraction(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(pipeline, "load", loaded.append)
    settings = Settings(formats=("tables",), language_model="mine")
    assert build([str(reports)], tmp_path / "out", settings).articles == 2
    assert loaded == ["mine"]


def test_a_language_pipeline_that_is_missing_ends_the_build_before_any_work(
    reports: Path, tmp_path: Path
) -> None:
    told: list[Stage] = []
    on_progress: Progress = lambda stage, *_: told.append(stage)  # noqa: E731
    settings = Settings(language_model="en_core_web_none")
    with pytest.raises(LanguageError, match="is not installed"):
        build([str(reports)], tmp_path / "out", settings, on_progress)
    assert told == []
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", [-0.1, 1.1, float("nan")])
def test_a_confidence_is_a_number_from_0_to_1(number: float) -> None:
    with pytest.raises(ValidationError, match="min_confidence"):
        Settings(min_confidence=number)


def test_all_formats_are_written_unless_some_are_chosen(reports: Path, tmp_path: Path) -> None:
    report = build([str(reports)], tmp_path / "out")
    assert report.files == tuple(
        name for exporter in EXPORTERS if exporter.by_default for name in exporter.files
    )
    assert all((tmp_path / "out" / name).exists() for name in report.files)


def test_formats_are_written_in_the_order_of_the_table(reports: Path, tmp_path: Path) -> None:
    report = build([str(reports)], tmp_path / "out", Settings(formats=("gexf", "turtle")))
    assert report.files == ("graph.ttl", "graph.gexf", "actors.gexf")


def test_what_an_earlier_build_left_in_other_formats_is_told(reports: Path, tmp_path: Path) -> None:
    build([str(reports)], tmp_path / "out", Settings(formats=("gexf", "tables")))
    assert build([str(reports)], tmp_path / "out", TABLES).stale == ("graph.gexf", "actors.gexf")


def test_the_order_of_the_inputs_makes_no_difference(reports: Path, tmp_path: Path) -> None:
    names = [str(reports / name) for name in REPORTS]
    build(names, tmp_path / "one")
    build(names[::-1], tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_building_again_gives_the_same_bytes(reports: Path, tmp_path: Path) -> None:
    build([str(reports)], tmp_path / "out")
    before = contents(tmp_path / "out")
    build([str(reports)], tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_bad_inputs_and_articles_are_left_out_and_told(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").touch()
    (reports / "quiet.txt").write_text("Nothing happened.")
    report = build([str(reports), "nowhere.txt"], tmp_path / "out", TABLES)
    assert report.articles == 2
    assert [str(error).partition(";")[0] for error in report.errors] == [
        f"{reports / 'empty.txt'}: is empty",
        "nowhere.txt: does not exist",
        "quiet.txt: has no figure",
    ]


@pytest.mark.parametrize(
    ("name", "text", "error"), [("a.txt", "", InputError), ("a.txt", "Quiet.", ExtractionError)]
)
def test_strict_stops_at_the_first_and_writes_nothing(
    reports: Path, tmp_path: Path, name: str, text: str, error: type[Exception]
) -> None:
    (reports / name).write_text(text)
    with pytest.raises(error, match=r"a\.txt"):
        build([str(reports)], tmp_path / "out", Settings(strict=True))
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def test_without_any_article_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Nothing happened.")
    report = build([str(tmp_path / "quiet.txt"), "nowhere.txt"], tmp_path / "out")
    assert report == Report(errors=report.errors)
    assert len(report.errors) == 2
    assert not (tmp_path / "out").exists()


def test_an_error_that_names_its_place_is_told_as_it_is(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = QueryError("went wrong", path="somewhere", line=3)

    def fail(_article: Article, _measures: Measures, **_options: object) -> Extraction:
        raise error

    monkeypatch.setattr(pipeline, "extract", fail)
    assert build([str(reports)], tmp_path / "out").errors == (error, error)


def test_progress_tells_each_stage_from_its_beginning_to_its_end(
    reports: Path, tmp_path: Path
) -> None:
    told: list[tuple[Stage, int, int, str]] = []
    on_progress: Progress = lambda *step: told.append(step)  # noqa: E731
    build([str(reports)], tmp_path / "out", TABLES, on_progress)
    assert [step[:3] for step in told] == [
        (Stage.READ, 0, 1),
        (Stage.EXTRACT, 0, 2),
        (Stage.EXTRACT, 1, 2),
        (Stage.EXTRACT, 2, 2),
        (Stage.RESOLVE, 0, 1),
        (Stage.COMPARE, 0, 1),
        (Stage.WRITE, 0, 1),
        (Stage.WRITE, 1, 1),
    ]
    assert told[1][3] == "north.md"


def test_the_output_folder_is_no_input(reports: Path) -> None:
    out = reports / "out"
    build([str(reports)], out)
    report = build([str(reports)], out)
    assert (report.articles, report.errors, report.passed_over) == (2, (), ())


def test_inputs_are_never_written_over(reports: Path, tmp_path: Path) -> None:
    mine = tmp_path / "articles.jsonl"
    mine.write_text('{"text": "12 people were there."}')
    for given, out in ((mine, tmp_path), (reports, reports)):
        with pytest.raises(ExportError, match="would be written over; choose another folder"):
            build([str(given)], out)
    assert mine.read_text() == '{"text": "12 people were there."}'


def test_an_unwritable_target_is_told_before_any_work(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "read", lambda *_, **__: pytest.fail("nothing must be read"))
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="is a file"):
        build([str(reports)], tmp_path / "file")


def test_a_writer_that_fails_leaves_the_earlier_build(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([str(reports)], tmp_path / "out", TABLES)
    before = contents(tmp_path / "out")
    (reports / "north.md").unlink()
    failing = tuple(
        replace(row, write=_full_disk) if row.name == "turtle" else row for row in EXPORTERS
    )
    monkeypatch.setattr(pipeline, "EXPORTERS", failing)
    settings = Settings(formats=("tables", "turtle"))
    with pytest.raises(ExportError, match="disk is full"):
        build([str(reports)], tmp_path / "out", settings)
    assert contents(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "reports"]


def _full_disk(*_arguments: object, **_options: object) -> None:
    raise ExportError("the disk is full")


def test_a_measures_file_that_is_no_turtle_is_told(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("no turtle")
    with pytest.raises(VocabularyError, match=r"mine\.ttl"):
        build([str(reports)], tmp_path / "out", Settings(measures=(tmp_path / "mine.ttl",)))
    assert not (tmp_path / "out").exists()


def judged(tmp_path: Path, *rows: str, name: str = "mine.csv") -> Settings:
    """To build tables with these judgements."""
    file = tmp_path / name
    file.write_text("\n".join(("left,right,judgement", *rows)) + "\n", encoding="utf-8")
    return Settings(formats=("tables",), judgements=(file,))


def entities(out: Path) -> set[str]:
    lines = (out / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["name"] for line in lines}


def test_judgements_reach_the_entities(reports: Path, tmp_path: Path) -> None:
    settings = judged(tmp_path, "the army,Valley Post,same")
    report = build([str(reports)], tmp_path / "out", settings)
    assert report.unheeded == ()
    assert len(entities(tmp_path / "out") & {"The army", "Valley Post"}) == 1


def test_run_tells_what_the_user_gave_and_asked_for(reports: Path, tmp_path: Path) -> None:
    mine = judged(tmp_path, "the army,Valley Post,same")
    settings = mine.model_copy(update={"formats": ("nquads",), "min_confidence": 0.5})
    build([str(reports)], tmp_path / "out", settings)
    written = (tmp_path / "out/graph.nq").read_text(encoding="utf-8")
    (file,) = settings.judgements
    assert f'/sha256> "{Input.of(file.name, file.read_bytes()).sha256}"' in written
    assert '/description> "claims of at least 0.5 in confidence"' in written
    assert str(tmp_path) not in written


def test_judgements_without_effect_are_reported(reports: Path, tmp_path: Path) -> None:
    settings = judged(tmp_path, "The navy,The army,same", "Valley Posd,Hill,unsure")
    report = build([str(reports)], tmp_path / "out", settings)
    assert [str(note).removeprefix(str(tmp_path)) for note in report.unheeded] == [
        "/mine.csv, line 2: nobody in these articles is called “The navy”",
        (
            "/mine.csv, line 3: nobody in these articles is called “Valley Posd”,"
            " but there is “Valley Post”"
        ),
        "/mine.csv, line 3: nobody in these articles is called “Hill”",
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["a,b,sane"], "did you mean same"),
        (["a,b,same", "b,a,different"], "line 3: .* as line 2 says"),
    ],
)
def test_bad_judgements_end_the_build_before_any_work(
    reports: Path, tmp_path: Path, rows: list[str], told: str
) -> None:
    stages: list[Stage] = []
    on_progress: Progress = lambda stage, *_: stages.append(stage)  # noqa: E731
    with pytest.raises(JudgementError, match=told):
        build([str(reports)], tmp_path / "out", judged(tmp_path, *rows), on_progress)
    assert stages == []
    assert not (tmp_path / "out").exists()


def test_a_file_of_judgements_is_never_written_over(reports: Path, tmp_path: Path) -> None:
    settings = judged(tmp_path, "a,b,same", name="merges.csv")
    before = contents(tmp_path)
    with pytest.raises(ExportError, match="would be written over; keep it under another name"):
        build([str(reports)], tmp_path, settings)
    assert contents(tmp_path) == before


def test_an_unknown_format_is_a_fault_of_the_caller(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such format: docx"):
        build([str(reports)], tmp_path / "out", Settings(formats=("docx",)))


def test_the_base_names_the_data_in_every_rdf_format(reports: Path, tmp_path: Path) -> None:
    formats = ("turtle", "trig", "nquads", "jsonld")
    build([str(reports)], tmp_path, Settings(formats=formats, base="https://data.example/x/"))
    for name in ("graph.ttl", "graph.trig", "graph.nq", "graph.jsonld"):
        assert "https://data.example/x/" in (tmp_path / name).read_text()


def test_a_base_that_cannot_be_one_is_told_before_any_work(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be the base"):
        build([str(reports)], tmp_path / "out", Settings(base="here"))
    assert not (tmp_path / "out").exists()


def test_a_store_is_kept_beside_the_files_and_answers_for_them(
    reports: Path, tmp_path: Path
) -> None:
    for formats in ((), ("tables",)):
        out, store = tmp_path / "out", tmp_path / "store"
        build([str(reports)], out, Settings(formats=formats, store=store))
        assert store_of(out) is not None
        ((count,),) = ask(store, "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }").rows
        assert count == 2


def test_a_store_of_an_earlier_build_is_told(reports: Path, tmp_path: Path) -> None:
    out, store = tmp_path / "out", tmp_path / "store"
    build([str(reports)], out, Settings(formats=("tables",), store=store))
    assert build([str(reports)], out, TABLES).stale == ("store.json",)


def test_a_build_that_fails_leaves_the_earlier_store(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, store = tmp_path / "out", tmp_path / "store"
    settings = Settings(formats=("nquads",), store=store)
    build([str(reports)], out, settings)
    before = (contents(out), contents(store))

    def fail(*_: object) -> None:
        raise ExportError("is full")

    monkeypatch.setattr(kept, "keep", fail)
    with pytest.raises(ExportError, match="is full"):
        build([str(reports)], out, settings)
    assert (contents(out), contents(store)) == before


def test_without_any_article_no_store_is_made(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    store = tmp_path / "store"
    build([str(tmp_path / "empty.txt")], tmp_path / "out", Settings(store=store))
    assert not store.exists()


def test_a_store_in_the_way_of_other_files_is_told_before_any_work(
    reports: Path, tmp_path: Path
) -> None:
    for store in (reports, tmp_path):
        with pytest.raises(ExportError, match="choose another folder with --store"):
            build([str(reports)], tmp_path / "out", Settings(store=store))
    assert not (tmp_path / "out").exists()
