-- Addresses that the post opens by itself when their time has come. Each is an age file to the
-- dropbox key, whose other half a running post holds and a stopped one has under the passphrase.

-- Who wants to be reminded, once. The row goes when the message has gone.
CREATE TABLE reminder (
  id       TEXT PRIMARY KEY,
  envelope TEXT NOT NULL UNIQUE,   -- that asked for it: one that comes twice makes one reminder
  sealed   BLOB NOT NULL,          -- age file: the address in UTF-8
  due      INTEGER NOT NULL,       -- ms
  at       INTEGER NOT NULL,       -- when it was asked for, ms
  language TEXT NOT NULL
);
CREATE INDEX reminder_due ON reminder (due);

-- What was sent to who wants receipts.
CREATE TABLE receipt (
  pledge  TEXT PRIMARY KEY,
  times   INTEGER NOT NULL,        -- payments that had a receipt
  year    INTEGER NOT NULL,        -- the last that had an annual one; 0 for none
  failing INTEGER NOT NULL         -- 1 while a payment fails and its owner knows
);
