-- Who kept a revision, and why. What the program itself wrote, or another program, has no author.
ALTER TABLE revision ADD COLUMN author TEXT;                         -- an account
ALTER TABLE revision ADD COLUMN kind TEXT NOT NULL DEFAULT 'saved';  -- see Revision.Kind
ALTER TABLE revision ADD COLUMN of_number INTEGER;                   -- which revision was restored, or stays
ALTER TABLE revision ADD COLUMN published_at BIGINT;                 -- when it was last put before readers

UPDATE revision SET kind = 'arrived'
 WHERE number = 1 AND article IN (SELECT id FROM article WHERE source IS NOT NULL);

-- What an editor has typed and not yet saved: one for each article and account, written over every few seconds.
CREATE TABLE working_copy (
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  page TEXT NOT NULL,                -- random, the open page that sent it
  base_revision INTEGER NOT NULL,    -- the revision that it was typed on top of
  content TEXT NOT NULL,             -- JSON
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (article, account)
);
