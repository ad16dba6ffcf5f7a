"""Every rule of the table on plain sentences, read by the whole pipeline: what it finds, and the near miss it leaves alone."""

from functools import cache
from typing import NamedTuple

import pytest

from kg.compare.blocking import pairs
from kg.compare.propositions import weigh
from kg.compare.reprints import find_reprints
from kg.compare.rules import rules
from kg.compare.statements import Reader
from kg.compare.stories import Stories
from kg.compare.verdict import copies, overlap
from kg.extract import extract
from kg.model import Article, Extraction, Measures, Metadata, RelationKind
from kg.resolve import resolve
from kg.vocabulary import load_measures
from tests.unit.compare.scenes import background

CONTRADICTS = RelationKind.CONTRADICTS
CORROBORATES = RelationKind.CORROBORATES
UPDATES = RelationKind.UPDATES
NOTHING = None

FIRST, LATER, UNKNOWN = "2031-03-04", "2031-03-07", None
ONE_DAY, TWO_DAYS, UNDATED = (FIRST, FIRST), (FIRST, LATER), (UNKNOWN, UNKNOWN)


class Row(NamedTuple):
    """A rule, one or two reports of one story with the days of publication, and what the rule finds."""

    rule: str
    left: str
    right: str
    verdict: RelationKind | None
    days: tuple[str | None, str | None] = ONE_DAY


ROWS = (
    # What somebody never said, against the claim that has it from there; the matter itself is left open.
    Row("attribution", "Mira Castel said that the dam had failed before midnight.",
        "“I never said that the dam had failed,” Mira Castel told the Lakeside Herald.", CONTRADICTS),
    Row("attribution", "The dam had failed before midnight, said Mira Castel.",
        "Mira Castel denied having said that the dam had failed.", CONTRADICTS),
    Row("attribution", "The dam had failed before midnight, said Mira Castel.",
        "Mira Castel denied saying that the dam had failed.", CONTRADICTS),
    Row("attribution", "The dam had failed before midnight, said Mira Castel.",
        "Mira Castel never said that the dam had failed, her lawyer said.", CONTRADICTS),
    Row("attribution", "“Mira Castel told us that the dam had failed,” said Jonas Pell.",
        "Mira Castel denied having said that the dam had failed.", CONTRADICTS),
    Row("attribution", "The Harrow Courier quoted Mira Castel as saying that the dam had failed. She said she had been misquoted.",
        "", CONTRADICTS),
    Row("attribution", "Velm Council said that the dam had failed before midnight.",
        "“I never said that the dam had failed,” Mira Castel told the Lakeside Herald.", NOTHING),
    Row("attribution", "Mira Castel said that the dam had failed before midnight.",
        "“I never said that the ferry had been late,” Mira Castel told the Lakeside Herald.", NOTHING),
    Row("attribution", "Mira Castel said that the dam had failed before midnight.",
        "“I did not say when the dam had failed,” said Mira Castel.", NOTHING),
    # Figures of one thing that exclude each other, bear each other out, or replace each other.
    # People of one kind are a part of the people, and those whom a body has a part of either.
    Row("figures", "About 3,200 dockworkers took part in the ballot, the union said.",
        "The turnout was no more than 2,500, the employers said.", CONTRADICTS),
    Row("figures", "Police arrested 17 demonstrators, the ministry said.",
        "More than 40 of its supporters were arrested, the Civic Front said.", CONTRADICTS),
    Row("figures", "Police arrested 40 demonstrators, the ministry said.",
        "At least 17 of its supporters were arrested, the Civic Front said.", NOTHING),
    Row("figures", "Nine officers were injured, police said.", "In all 63 people were injured, the hospital said.", NOTHING),
    # A mere figure counts what the sentence before counts.
    Row("figures", "The ferry company said 41 barges were diverted. The port said it was 29.", "", CONTRADICTS, UNDATED),
    Row("figures", "The march drew 80,000 people, the organisers said. The mayor spoke of 35,000.", "", CONTRADICTS, UNDATED),
    Row("figures", "Nine people were killed in the flood by noon, the fire service said.",
        "Thirteen people had been killed in the flood by noon, doctors said.", CONTRADICTS),
    Row("figures", "Nine people were killed in the flood, the fire service said on Tuesday.",
        "Thirteen people have been killed in the flood, doctors said on Friday.", NOTHING, TWO_DAYS),
    Row("figures", "Thirteen people were killed in the flood, doctors said on Tuesday.",
        "The death toll of the flood has reached nine, the fire service said on Friday.", CONTRADICTS, TWO_DAYS),
    Row("figures", "Nine people were killed in the flood on Monday, the fire service said on Tuesday.",
        "At least thirteen people were killed in the flood on Monday, doctors said on Friday.", NOTHING, TWO_DAYS),
    Row("figures", "Thirteen people were killed in the flood on Monday, doctors said on Tuesday.",
        "The death toll of the flood on Monday has reached nine, the fire service said on Friday.", CONTRADICTS, TWO_DAYS),
    Row("figures", "Some 117 people were aboard the ferry, the operator said.",
        "About 171 people were aboard the ferry, survivors said.", CONTRADICTS, TWO_DAYS),
    Row("figures", "Nine people were killed in the flood, the Velm Fire Service said on Tuesday.",
        "Fourteen people have been killed in the flood, the Velm Fire Service said on Friday.", UPDATES, TWO_DAYS),
    Row("figures", "About 2,300 people were evacuated by noon, the fire service said.",
        "By noon 2,280 people had been evacuated, the mayor said.", CORROBORATES),
    Row("figures", "At least 30 people were arrested in the Tanner district alone by 10 p.m., lawyers said.",
        "Twelve people were arrested in the whole country by 10 p.m., the police said.", CONTRADICTS),
    Row("figures", "Twelve people were arrested in the Tanner district alone by 10 p.m., lawyers said.",
        "Thirty people were arrested in the whole country by 10 p.m., the police said.", NOTHING),
    Row("figures", "Scouts say there are around 10,000 soldiers deployed at the dam, while the army says there are 11,000.",
        "", CONTRADICTS, UNDATED),
    # Compatible is not contradictory.
    Row("figures", "At least 20 people were killed in the flood, the fire service said.",
        "Twenty-six people were killed in the flood, doctors said.", NOTHING),
    Row("figures", "From 1,000 to 3,000 soldiers were deployed to the dam, the army said.",
        "Up to 3,000 soldiers were deployed to the dam, the ministry said.", CORROBORATES),
    Row("figures", "Between 11,000 and 15,000 soldiers have been deployed to the dam, the army said.",
        "Nearly 12,000 soldiers have been deployed to the dam, the ministry said.", CORROBORATES),
    Row("figures", "Around 3,000 soldiers were deployed to the dam, the army said.",
        "Around 3,000 soldiers were killed or wounded at the dam, the ministry said.", NOTHING),
    # Two rounds, groups, rates, peoples, candidates: not one thing.
    Row("figures", "Mr Pell won 52 percent of the vote in the first round, the commission said.",
        "Mr Pell won 41 percent of the vote in the second round, the opposition said.", NOTHING),
    Row("figures", "Jonas Pell won 52 percent of the vote, the commission said.",
        "Mira Castel won 45 percent of the vote, the opposition said.", NOTHING),
    Row("figures", "Jonas Pell won 52 percent of the vote, the commission said.",
        "Jonas Pell won 41 percent of the vote, the opposition said.", CONTRADICTS),
    Row("figures", "Twelve patients in the placebo group died, researchers said.",
        "Five patients in the drug group died, the company said.", NOTHING),
    Row("figures", "Eleven of 240 patients died in the trial, researchers said.",
        "Five patients died in the placebo group, the company said.", NOTHING),
    Row("figures", "Median survival was 14.2 months with the drug, the company said.",
        "Median survival was 9.8 months with placebo, the researchers said.", NOTHING),
    Row("figures", "The plant makes 200 cars a day, the union said.",
        "The plant makes 1,000 cars a week, the company said.", NOTHING),
    Row("figures", "The plant makes 200 cars a day, the union said.",
        "The plant makes 350 cars a day, the company said.", CONTRADICTS),
    Row("figures", "The blast killed 12 civilians, the mayor said.",
        "The blast killed 30 soldiers, the governor said.", NOTHING),
    Row("figures", "The blast killed 12 civilians, the mayor said.",
        "The blast killed 30 people, the governor said.", NOTHING),
    Row("figures", "The blast killed 30 civilians, the mayor said.",
        "The blast killed 12 people, the governor said.", CONTRADICTS),
    Row("figures", "The ferry carried 239 passengers and 12 crew, the operator said.",
        "There were 251 people on board the ferry, the coastguard said.", CORROBORATES),
    Row("figures", "The ferry carried 239 passengers and 12 crew, the operator said.",
        "There were 320 people on board the ferry, the coastguard said.", CONTRADICTS),
    Row("figures", "Turnout was 71 percent, the commission said.", "Observers put turnout at 55 percent.", CONTRADICTS),
    Row("figures", "The death toll from Tuesday's flood rose to four, the governor said on Friday.",
        "Nine bodies were recovered from the flood, a doctor said on Friday.", CONTRADICTS, (LATER, LATER)),
    Row("figures", "Five people, including two children, were killed in the flood, the police said.",
        "Three children were injured in the flood, doctors said.", NOTHING),
    Row("figures", "Some 70% of those polled backed Pell, the pollster said.",
        "Some 55% of women polled backed Pell, the newspaper said.", NOTHING),
    Row("figures", "The march drew 5,000 people, the police said.",
        "The march drew 5,200 people, organisers said.", CORROBORATES),
    Row("figures", "The march drew 5,000 people, the police said.",
        "The march drew 5,600 people, organisers said.", CONTRADICTS),
    # Without dates only what was counted in a period that is over can be set against each other.
    Row("figures", "Nine people were killed in the flood, the fire service said.",
        "Sixty people were killed in the flood, doctors said.", NOTHING, UNDATED),
    Row("figures", "Nearly 12,000 soldiers were deployed to the dam last October, scouts said.",
        "The army deployed approximately 11,000 soldiers to the dam last year, the ministry said.", CONTRADICTS, UNDATED),
    Row("figures", "Nearly 12,000 soldiers were deployed to the dam last October, scouts said.",
        "The army deployed approximately 11,000 soldiers to the dam last October, the ministry said.", CONTRADICTS, UNDATED),
    Row("figures", "Nearly 12,000 soldiers were deployed to the dam last year, scouts said.",
        "The army deployed approximately 11,000 soldiers to the dam last October, the ministry said.", NOTHING, UNDATED),
    Row("figures", "Nearly 12,000 soldiers were deployed to the dam last May, scouts said.",
        "The army deployed approximately 11,000 soldiers to the dam last October, the ministry said.", NOTHING, UNDATED),
    Row("figures", "Nearly 12,000 soldiers have been deployed to the dam since last October, scouts said.",
        "The army deployed approximately 11,000 soldiers to the dam last year, the ministry said.", NOTHING, UNDATED),
    # One party reverses itself, and the report says so.
    Row("taken-back", "Norvane Power denied that it had opened the floodgates of the dam.",
        "Norvane Power conceded that one of its crews had opened a floodgate.", UPDATES, TWO_DAYS),
    Row("taken-back", "Norvane Power denied that it had opened the floodgates of the dam.",
        "Norvane Power conceded that the ferry was late.", NOTHING, TWO_DAYS),
    Row("taken-back", "Norvane Power said that nobody had opened the floodgates of the dam.",
        "Norvane Power said that it was sorry for the farmers.", NOTHING, TWO_DAYS),
    # One party denies what another states.
# A denial that only points at what was said right before, by itself or by what it goes on to say.
    Row("denial", "Mira Castel said the sluice had been left open. The operator called the claim absurd.", "", CONTRADICTS),
    Row("denial", "Mira Castel said the sluice had been left open. The operator rejected that account, saying its staff shut the sluice at noon.",
        "", CONTRADICTS),
    Row("denial", "Mira Castel said the sluice had been left open. The operator called the claim helpful.", "", NOTHING),
    Row("denial", "Mira Castel said the sluice had been left open. The operator rejected the plan, saying its staff walked home at noon.",
        "", NOTHING),
    Row("denial", "Norvane Power had opened the floodgates of the dam, the mayor said.",
        "Norvane Power denied that it had opened the floodgates.", CONTRADICTS),
    Row("denial", "Norvane Power had opened the floodgates of the dam, the mayor said.",
        "Norvane Power denied that the embankment had cracked.", NOTHING),
    Row("denial", "The floodgates of the dam had been opened, Norvane Power said.",
        "Norvane Power denied that the mayor had been told.", NOTHING),
    # The hour of one happening.
    Row("time", "The plane went down at 7:42 a.m., police said. The ministry gave the time as 9:05 a.m.", "", CONTRADICTS),
    Row("time", "The fire at the brewery began at 1:35 p.m., the police said.",
        "The blaze at the brewery had begun at about 2:10 p.m., the mayor said.", CONTRADICTS),
    Row("time", "The brewery was closed at 4:40 p.m., the police said.",
        "The brewery had been shut at 16:40, the mayor said.", CORROBORATES),
    Row("time", "The fire at the brewery began at 1:35 p.m., the police said.",
        "The concert in the park began at 2:10 p.m., the mayor said.", NOTHING),
    Row("time", "The fire at the brewery began at 1:35 p.m., the police said.",
        "The fire at the brewery began at 1:50 p.m., the mayor said.", NOTHING),
    # The place of one happening.
    Row("place", "Dhiren Pasal was arrested in the town of Harrow, the police said.",
        "Dhiren Pasal was arrested in the village of Eastbank, the mayor said.", CONTRADICTS),
    Row("place", "The ferry sank in the town of Harrow, the police said.",
        "The ferry had gone down in the village of Eastbank, the mayor said.", CONTRADICTS),
    Row("place", "Dhiren Pasal was arrested in France, the police said.",
        "The police arrested Dhiren Pasal in Spain, the mayor said.", CONTRADICTS),
    Row("place", "Dhiren Pasal was arrested at the airport, the police said.",
        "The police arrested Dhiren Pasal at his home, the mayor said.", CONTRADICTS),
    Row("place", "Dhiren Pasal was arrested in Harrow, the police said.",
        "Dhiren Pasal was arrested late at night in the street, not in Harrow, the mayor said.", CONTRADICTS),
    Row("place", "Dhiren Pasal was arrested in the town of Harrow, the police said.",
        "Dhiren Pasal was arrested in Sarn, the mayor said.", NOTHING),
    Row("place", "Dhiren Pasal was arrested in Paris, the police said.",
        "Dhiren Pasal was arrested in France, the mayor said.", NOTHING),
    Row("place", "Dhiren Pasal was arrested in the town of Harrow, the police said.",
        "Dhiren Pasal was arrested near the village of Eastbank, the mayor said.", NOTHING),
    Row("place", "Dhiren Pasal was arrested in the town of Harrow, the police said.",
        "Meher Daruv was arrested in the village of Eastbank, the mayor said.", NOTHING),
    Row("place", "Dhiren Pasal was arrested in the town of Harrow, the police said.",
        "The wife of Dhiren Pasal was arrested in the village of Eastbank, the mayor said.", NOTHING),
    Row("place", "Two men were arrested in the town of Harrow, the police said.",
        "Two men were arrested in the village of Eastbank, the mayor said.", NOTHING),
    Row("place", "Dhiren Pasal spoke in the town of Harrow, the police said.",
        "Dhiren Pasal spoke in the village of Eastbank, the mayor said.", NOTHING),
    # Who did it: two doers of one deed, of whom not both can be meant.
    Row("doer", "Russia carried out the strike on the refinery itself, Mira Castel said.",
        "The defence ministry blamed Ukraine for the strike on the refinery.", CONTRADICTS),
    Row("doer", "The fire at the mill was set by Jonas Pell, the police said.",
        "The mayor said that Dhiren Pasal had set the fire.", CONTRADICTS),
    Row("doer", "It was Jonas Pell, a mill hand, who set the fire at the mill, the police said.",
        "The mayor accused Dhiren Pasal of setting the fire at the mill.", CONTRADICTS),
    Row("doer", "Armenia fired first, the mayor said.",
        "Azerbaijan’s army shot first, a farmer said.", CONTRADICTS),
    Row("doer", "The bombing of the station was the work of the Velm Front, the police said.",
        "The Harrow Brigade claimed responsibility for the attack on the station.", CONTRADICTS),
    Row("doer", "The Velm Front was behind the attack on the station, the police said.",
        "The Harrow Brigade claimed responsibility for the attack on the station.", CONTRADICTS),
    Row("doer", "Mira Castel was killed by Jonas Pell, the police said.",
        "The mayor said that Dhiren Pasal murdered Mira Castel.", CONTRADICTS),
    Row("doer", "“I wrote the letter about the dam,” said Jonas Pell.",
        "The letter about the dam was written by Dhiren Pasal, the mayor said.", CONTRADICTS),
    Row("doer", "Russia carried out the strike on the refinery, Mira Castel said.",
        "The defence ministry blamed Ukraine for the strike on the hospital.", NOTHING),
    Row("doer", "Russia carried out the first strike on the refinery, Mira Castel said.",
        "The defence ministry blamed Ukraine for the second strike on the refinery.", NOTHING),
    Row("doer", "Russia carried out the strike, Mira Castel said.",
        "The defence ministry blamed Ukraine for the strike on the refinery.", NOTHING),
    Row("doer", "The fire at the mill was set by Jonas Pell, the police said.",
        "The mayor said that Dhiren Pasal had set the fire at the mill together with others.", NOTHING),
    Row("doer", "The fire at the mill was set by Jonas Pell and Orrin Dale, the police said.",
        "The mayor said that Dhiren Pasal had set the fire at the mill.", NOTHING),
    Row("doer", "The fire at the mill was set by Jonas Pell, the police said.",
        "The mayor said that Dhiren Pasal may have set the fire at the mill.", NOTHING),
    Row("doer", "The fire at the mill was set by Jonas Pell, the police said.",
        "The mayor said that the Velm Front had set the fire at the mill.", NOTHING),
    Row("doer", "General Orrin Dale ordered the strike on the refinery, the mayor said.",
        "The strike on the refinery was carried out by Jonas Pell, the police said.", NOTHING),
    Row("doer", "Jonas Pell was behind the fires at the mill, the police said.",
        "Dhiren Pasal set the fires at the mill, the mayor said.", NOTHING),
    Row("doer", "Russia carried out the strike on the refinery on May 4, Mira Castel said.",
        "Ukraine carried out the strike on the refinery on May 30, the mayor said.", NOTHING),
    # The opposite, by a negation or by a word.
    Row("negation", "The village sirens had been switched on at dusk, the mayor said.",
        "Not one siren sounded in this village, a farmer said.", CONTRADICTS),
    Row("negation", "The tap water of the mill is safe, the mayor said.",
        "The tap water of the mill is unsafe, a farmer said.", CONTRADICTS),
    Row("negation", "The village sirens had been switched on at dusk, the mayor said.",
        "Not one cow was lost, a farmer said.", NOTHING),
    Row("negation", "The hospital was not hit by the strike, the army said.",
        "The hospital was hit by the strike, doctors said.", CONTRADICTS),
    Row("negation", "The hospital was not hit by the strike, the army said.",
        "The hospital treated the wounded of the strike, doctors said.", NOTHING),
    Row("negation", "The mill has not decided whether to close the brewery, the mayor said.",
        "The mill will close the brewery, a farmer said.", NOTHING),
    Row("negation", "Not all soldiers left the village, the mayor said.",
        "Some soldiers left the village, a farmer said.", NOTHING),
    Row("negation", "The boarding school was empty, the mayor said.",
        "The brewery was occupied, a farmer said.", NOTHING),
    # The same.
    Row("agreement", "One engine was on fire before the airliner went down, a farmer said.", "The airliner went down near Velm, police said.", NOTHING),
    Row("agreement", "The grille on the cellar stairs had been padlocked, the mayor said.",
        "The cellar grille was locked, a farmer said.", CORROBORATES),
    Row("agreement", "Ukraine carried out the strike on the refinery, Mira Castel said.",
        "The defence ministry blamed Ukraine for the strike on the refinery.", CORROBORATES),
    Row("agreement", "The fire at the mill was set by Jonas Pell, the police said.",
        "The mayor said that Pell had set the fire at the mill.", CORROBORATES),
    Row("agreement", "The fire at the mill was caused by a short circuit, the mayor said.",
        "The fire at the mill was caused by a boiler, a farmer said.", NOTHING),
    Row("agreement", "The trial of Jonas Pell in Harrow was sound, the mayor said.",
        "The trial of Jonas Pell in Harrow drew crowds, a farmer said.", NOTHING),
    Row("agreement", "Soldiers fired on the brewery gate, the mayor said.",
        "Soldiers guarded bridges, banks and a brewery in the hills, a farmer said.", NOTHING),
    Row("agreement", "Jonas Pell was questioned in Harrow over the cellar grille, the mayor said.",
        "Jonas Pell was questioned in Eastbank over the cellar grille, a farmer said.", NOTHING),
)  # fmt: skip


@cache
def _measures() -> Measures:
    return load_measures()


@cache
def _read(text: str, number: int, published: str | None) -> tuple[Article, Extraction]:
    facts = Metadata(title=f"Report {number}", published=published, publisher=f"Paper {number}")
    article = Article.of(text + background(number), f"{number}.md", facts)
    return article, extract(article, _measures())


def _found(row: Row) -> set[tuple[str, RelationKind]]:
    """What the first rules that speak say of the claims of two reports, by the names of the rules."""
    texts = [text for text in (row.left, row.right) if text]
    read = [_read(text, n, day) for n, (text, day) in enumerate(zip(texts, row.days, strict=False))]
    articles = [article for article, _ in read]
    resolution = resolve([extraction for _, extraction in read])
    origins = find_reprints(articles)
    statements = Reader(articles, resolution.entities, origins).statements(resolution.claims)
    assert len([one for one in statements if one.claim.cue]) >= len(("left", "right")), row
    table = rules(_measures(), weigh(statements))
    found = set()
    for left, right in pairs(statements, _measures(), Stories(articles)):
        if copies(left, right) or overlap(left, right):
            continue
        spoken = ((rule.name, v) for rule in table if (v := rule.judge(left, right)))
        for name, verdict in list(spoken)[:1]:
            found.add((name, verdict.kind))
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule}: {row.left} | {row.right}")
def test_rule(row: Row) -> None:
    assert _found(row) == (set() if row.verdict is NOTHING else {(row.rule, row.verdict)})


def test_every_rule_has_what_it_finds_and_what_it_leaves_alone() -> None:
    table = [rule.name for rule in rules(Measures(), {})]
    rows = {(row.rule, row.verdict is NOTHING) for row in ROWS}
    assert rows == {(name, silent) for name in table for silent in (False, True)}
