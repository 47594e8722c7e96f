-- Issues on their way to subscribers. No address is here: only ids, counts, and what relays said without any address.
-- Times are milliseconds since 1970 in UTC.

CREATE TABLE issue (
  id        TEXT PRIMARY KEY,
  letter    TEXT NOT NULL,
  number    BIGINT NOT NULL,
  language  TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('preparing', 'sending', 'paused', 'done', 'stopped')),
  run       TEXT NOT NULL,             -- the one that may send it; another one must arm it anew
  armed     BIGINT NOT NULL,           -- the Date: of every message
  ended     BIGINT,
  -- What the rows of recipient add up to, kept in the same transaction; the rest of the audience is queued.
  audience  BIGINT NOT NULL DEFAULT 0,
  leased    BIGINT NOT NULL DEFAULT 0,
  accepted  BIGINT NOT NULL DEFAULT 0,
  deferred  BIGINT NOT NULL DEFAULT 0,
  refused   BIGINT NOT NULL DEFAULT 0,
  excluded  BIGINT NOT NULL DEFAULT 0,
  UNIQUE (letter, number, language)
);

-- What it says; apart, because a row is written anew whole whenever a count in it changes.
CREATE TABLE issue_words (
  issue     TEXT PRIMARY KEY REFERENCES issue (id) ON DELETE CASCADE,
  from_name TEXT NOT NULL,
  subject   TEXT NOT NULL,
  html      TEXT NOT NULL,             -- with {{link}} where each reader's own link goes
  text      TEXT NOT NULL,
  headers   TEXT NOT NULL              -- name: value, a line each
);

-- One row for each who is to get it, and it is never taken away while the issue goes out.
CREATE TABLE recipient (
  issue      TEXT NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
  subscriber TEXT NOT NULL,            -- may have left since; then the row says so
  state      TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'accepted', 'deferred', 'refused', 'excluded')),
  attempts   INTEGER NOT NULL DEFAULT 0,  -- answers of relays
  due        BIGINT,                   -- of a deferred one
  lease      BIGINT,                   -- since when
  reply      TEXT NOT NULL DEFAULT '', -- the last answer; or why it is excluded: left, duplicate, key, unreadable, stopped
  PRIMARY KEY (issue, subscriber)
);
CREATE INDEX recipient_due ON recipient (issue, due) WHERE state = 'deferred';
