-- The rows of the page, to be drawn from one at a time. Everything that can be opened has a place, a number that stands for
-- its id: nodes in the order of their ids, threads behind them. `row` is JSON in the shape of the page's content.

CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE file (name TEXT PRIMARY KEY, digest TEXT NOT NULL, zipped BLOB NOT NULL, plain BLOB NOT NULL);

CREATE TABLE thing (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  section TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  row TEXT NOT NULL
);

-- A day is the number of an article's day of publication, or one beyond all where it has none.
CREATE TABLE article (place INTEGER PRIMARY KEY, rank INTEGER NOT NULL, day INTEGER NOT NULL, outlet INTEGER);

CREATE TABLE claim (
  place INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  speaker INTEGER,
  confidence REAL NOT NULL,
  day INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  time INTEGER NOT NULL,
  published INTEGER NOT NULL,
  by_speaker INTEGER NOT NULL,
  by_text INTEGER NOT NULL,
  by_figures INTEGER NOT NULL,
  by_modality INTEGER NOT NULL,
  by_confidence INTEGER NOT NULL
);

-- Claims of an entity: what it said, what it passed on, and what was said of it.
CREATE TABLE part (
  section TEXT NOT NULL,
  entity INTEGER NOT NULL,
  time INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  article INTEGER NOT NULL,
  confidence REAL NOT NULL,
  day INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  PRIMARY KEY (section, entity, time)
) WITHOUT ROWID;

CREATE TABLE voice (rank INTEGER PRIMARY KEY, entity INTEGER NOT NULL);

-- A relation and a thread pass a filter where both claims do, so a relation has the worse of either.
CREATE TABLE relation (
  place INTEGER PRIMARY KEY,
  left INTEGER NOT NULL,
  right INTEGER NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  confidence REAL NOT NULL,
  day INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  row TEXT NOT NULL
);

CREATE TABLE thread (place INTEGER PRIMARY KEY, section TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE TABLE thread_claim (
  thread INTEGER NOT NULL,
  core INTEGER NOT NULL,
  time INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (thread, core, time)
) WITHOUT ROWID;
CREATE TABLE thread_relation (
  thread INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  relation INTEGER NOT NULL,
  PRIMARY KEY (thread, rank)
) WITHOUT ROWID;

CREATE TABLE refusal (place INTEGER PRIMARY KEY, article INTEGER NOT NULL, speaker INTEGER, row TEXT NOT NULL);

CREATE TABLE edge (
  place INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL
);

-- Words to find a thing by, in the order in which things of equal fit are wanted.
CREATE TABLE sought (rank INTEGER PRIMARY KEY, thing INTEGER NOT NULL, degree INTEGER NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3');
