-- Who gets letters. There is no address here, and no hash of one: an address stands only within an
-- age file that the roll's key opens. Nor does the order of the rows say who came when: they lie by
-- their random ids (hence WITHOUT ROWID).

CREATE TABLE subscriber (
  id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,              -- age file to the roll's key: the address, UTF-8, filled up with spaces
  sealed_key BLOB,                   -- age file to the roll's key: an OpenPGP public key in ASCII armour
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'active')),
  joined TEXT NOT NULL,              -- yyyy-MM in UTC: of the confirmation; while pending, of the sign-up
  envelope TEXT,                     -- while pending: the envelope that it came in, so that a repeat adds nothing
  expires BIGINT,                    -- while pending: when it is erased, milliseconds since 1970
  CHECK (state = 'pending' OR (envelope IS NULL AND expires IS NULL))
) WITHOUT ROWID;
CREATE INDEX subscriber_by_language ON subscriber (language, state, id);
CREATE UNIQUE INDEX subscriber_by_envelope ON subscriber (envelope) WHERE envelope IS NOT NULL;
CREATE INDEX subscriber_by_expiry ON subscriber (expires) WHERE expires IS NOT NULL;

CREATE TABLE subscription (
  subscriber TEXT NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  letter TEXT NOT NULL,
  PRIMARY KEY (subscriber, letter)
) WITHOUT ROWID;
CREATE INDEX subscription_by_letter ON subscription (letter, subscriber);

-- Ids that a subscriber had before two rows with one address became one: links in old letters go on.
CREATE TABLE subscriber_former (
  id TEXT PRIMARY KEY,
  subscriber TEXT NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX subscriber_former_by_subscriber ON subscriber_former (subscriber);

-- How many came and went, kept in the transaction that it counts, so that nothing is ever counted over.
CREATE TABLE roll_tally (
  letter TEXT NOT NULL,              -- '' counts subscribers, whatever letters they get
  language TEXT NOT NULL,
  month TEXT NOT NULL,               -- yyyy-MM in UTC
  what TEXT NOT NULL CHECK (what IN ('joined', 'moved', 'left', 'bounced', 'complained', 'merged')),
  people BIGINT NOT NULL,            -- 'moved' from another language or to one: may be below zero
  PRIMARY KEY (letter, language, month, what)
) WITHOUT ROWID;

-- Sign-ups that cannot be answered yet: a limit is reached, or no relay takes mail.
CREATE TABLE roll_waiting (
  envelope TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,              -- age file to the dropbox's key: what was asked for
  invited INTEGER NOT NULL,          -- 1 where the publisher brought the address in, 0 where a reader signed up
  due BIGINT NOT NULL,               -- milliseconds since 1970
  until BIGINT NOT NULL              -- erased then
) WITHOUT ROWID;
CREATE INDEX roll_waiting_by_time ON roll_waiting (invited, due);
CREATE INDEX roll_waiting_by_end ON roll_waiting (until);

-- What was brought in from files, by whom and on what lawful ground. Kept for good.
CREATE TABLE roll_import (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,                -- milliseconds since 1970
  account TEXT NOT NULL,             -- a pen name; '' for whoever sat at the machine
  ground TEXT NOT NULL,              -- '' where each was asked for a confirmation
  letters TEXT NOT NULL,             -- where a line names none: slugs with spaces between them
  language TEXT NOT NULL,            -- where a line names none
  bytes BIGINT NOT NULL,             -- of the file: another file is not gone on with by mistake
  lines BIGINT NOT NULL,             -- done so far
  added BIGINT NOT NULL,
  finished BIGINT                    -- milliseconds since 1970
);
