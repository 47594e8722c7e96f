-- What came back. Subscribers stand here by their random ids, never by an address.

-- Messages that have been read: the same one again changes nothing. Kept for some weeks.
CREATE TABLE bounce_seen (
  digest TEXT PRIMARY KEY,           -- SHA-256 of the whole message, hex
  at BIGINT NOT NULL                 -- milliseconds since 1970
) WITHOUT ROWID;
CREATE INDEX bounce_seen_by_time ON bounce_seen (at);

-- Failures for the time being that count: one for each issue, however many notices tell of it.
CREATE TABLE bounce (
  subscriber TEXT NOT NULL,
  issue TEXT NOT NULL,               -- as the return path has it; where that was lost, the day
  at BIGINT NOT NULL,                -- milliseconds since 1970
  PRIMARY KEY (subscriber, issue)
) WITHOUT ROWID;
CREATE INDEX bounce_by_time ON bounce (at);

-- How many came, for the people here to see.
CREATE TABLE bounce_tally (
  day TEXT NOT NULL,                 -- yyyy-MM-dd in UTC
  reason TEXT NOT NULL,              -- such as USER_UNKNOWN
  times BIGINT NOT NULL,
  removed BIGINT NOT NULL,           -- of those, how many took somebody off the roll
  PRIMARY KEY (day, reason)
) WITHOUT ROWID;
