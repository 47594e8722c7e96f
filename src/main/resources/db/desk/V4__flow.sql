-- An article's way to readers. "state" says what readers have; "stage" says how far the newest revision has come.
-- Times are milliseconds since 1970 in UTC.

ALTER TABLE article ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft'
  CHECK (stage IN ('draft', 'in-review', 'ready', 'scheduled'));
ALTER TABLE article ADD COLUMN scheduled_at BIGINT;
-- The revision that will be published at that time, whatever is written meanwhile.
ALTER TABLE article ADD COLUMN scheduled_revision INTEGER;
-- Who decided it: an account.
ALTER TABLE article ADD COLUMN scheduled_by TEXT;
-- Why it was not published at its time: a message key, and what the message is about.
ALTER TABLE article ADD COLUMN missed TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN missed_about TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN embargo_until BIGINT;
ALTER TABLE article ADD COLUMN planned_day TEXT;                 -- yyyy-MM-dd, in the publication's time zone
ALTER TABLE article ADD COLUMN assignee TEXT;                    -- an account
ALTER TABLE article ADD COLUMN brief TEXT NOT NULL DEFAULT '';   -- what the story is to be, for the desk only
ALTER TABLE article ADD COLUMN binned_at BIGINT;

-- To find what is due, and what is planned, without reading the archive.
CREATE INDEX article_by_time ON article (scheduled_at);
CREATE INDEX article_by_stage ON article (state, stage);
CREATE INDEX article_by_day ON article (planned_day);

-- What is said beside the text while it is reviewed. Answers are one level deep.
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  account TEXT NOT NULL,
  quote TEXT NOT NULL,               -- the words it is about, as they stood; may be empty
  body TEXT NOT NULL,
  at BIGINT NOT NULL,
  resolved_at BIGINT,
  resolved_by TEXT,
  reply_to TEXT REFERENCES comment (id)
);
CREATE INDEX comment_by_article ON comment (article, at);
