-- The publication's settings, as they were at some time. Never changed, only added to; the newest counts.
CREATE TABLE publication_version (
  number INTEGER PRIMARY KEY,
  content TEXT NOT NULL,             -- JSON
  saved_at BIGINT NOT NULL,
  account TEXT REFERENCES account (id), -- who saved it; none where it came from the settings file
  action TEXT NOT NULL,              -- what was changed, as the audit has it
  object TEXT NOT NULL,
  file_digest TEXT NOT NULL          -- of the settings file's publication part when it was last taken over
);

-- Where a translation was begun from, so that one can say what has changed there since.
CREATE TABLE translation (
  article TEXT PRIMARY KEY REFERENCES article (id),
  source TEXT NOT NULL REFERENCES article (id),
  source_revision INTEGER NOT NULL,
  begun_at BIGINT NOT NULL
);

-- The articles of one story, whoever saves them. PostgreSQL writes content::json ->> 'story'.
CREATE INDEX revision_by_story ON revision (json_extract(content, '$.story'), article);
