-- What readers give, and the books for it. Amounts are whole minor units of their currency.

CREATE TABLE ledger_entry (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,           -- a digest of what happened: the same is never booked twice
  month TEXT NOT NULL,                -- yyyy-MM
  previous TEXT NOT NULL,             -- hash of the entry before
  hash TEXT NOT NULL
);
CREATE INDEX ledger_entry_month ON ledger_entry (month);

CREATE TABLE ledger_posting (
  entry INTEGER NOT NULL REFERENCES ledger_entry (number),
  place INTEGER NOT NULL,
  account TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0),  -- debit above zero, credit below
  PRIMARY KEY (entry, place)
);

CREATE TRIGGER ledger_entry_follows BEFORE INSERT ON ledger_entry
WHEN NEW.number <> COALESCE((SELECT MAX(number) FROM ledger_entry), 0) + 1
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER ledger_entry_stays BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER ledger_entry_is_kept BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER ledger_posting_follows BEFORE INSERT ON ledger_posting
WHEN NEW.entry <> (SELECT MAX(number) FROM ledger_entry)
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER ledger_posting_stays BEFORE UPDATE ON ledger_posting
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TRIGGER ledger_posting_is_kept BEFORE DELETE ON ledger_posting
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

-- A promise of a reader: the newsroom's own, whichever till collects it.
CREATE TABLE pledge (
  id TEXT PRIMARY KEY,
  frequency TEXT NOT NULL,            -- once | monthly | annual
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,            -- of one payment
  till TEXT NOT NULL,                 -- by its name in the settings: where it is collected now
  subscription TEXT NOT NULL,         -- the till's own id of what recurs; empty while unknown
  state TEXT NOT NULL,                -- begun | active | paused | failing | cancelled | ended
  language TEXT NOT NULL,
  month TEXT NOT NULL,                -- in which it was begun, yyyy-MM
  over TEXT,                          -- month in which it was cancelled or ended
  paid INTEGER NOT NULL,              -- so far, in its currency
  times INTEGER NOT NULL,             -- how often it was paid
  refunded INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  sealed BLOB,                        -- age file to the roll key: an address, if a receipt is wanted
  shown INTEGER,                      -- when the private link was given
  at INTEGER NOT NULL                 -- when it was begun, ms; 0 once it is forgotten
);
CREATE INDEX pledge_state ON pledge (state, month);

-- Each time it was begun at a till. The newest that somebody paid at is where it is collected.
CREATE TABLE pledge_attempt (
  pledge TEXT NOT NULL REFERENCES pledge (id),
  attempt INTEGER NOT NULL,
  till TEXT NOT NULL,
  session TEXT NOT NULL,              -- the till's own id of it; empty until the till answered
  PRIMARY KEY (pledge, attempt)
);

-- Which envelope began which pledge, so that an envelope that comes twice begins one.
CREATE TABLE pledge_envelope (
  envelope TEXT PRIMARY KEY,
  pledge TEXT NOT NULL REFERENCES pledge (id),
  at INTEGER NOT NULL
);

-- The tills' own ids of sessions, subscriptions and payments. Forgotten some time after the end.
CREATE TABLE pledge_reference (
  till TEXT NOT NULL,
  reference TEXT NOT NULL,
  pledge TEXT NOT NULL REFERENCES pledge (id),
  PRIMARY KEY (till, reference)
);
CREATE INDEX pledge_reference_pledge ON pledge_reference (pledge);

-- What a till said, by the till's own number: seen is seen.
CREATE TABLE till_event (
  till TEXT NOT NULL,
  event TEXT NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (till, event)
);

-- What is true since: nothing in it is about a person.
CREATE TABLE till_fact (
  till TEXT NOT NULL,
  key TEXT NOT NULL,
  what TEXT NOT NULL,
  id TEXT NOT NULL,                   -- of the thing: payment, refund, subscription
  belongs TEXT NOT NULL,              -- the id of what it hangs on, or empty
  pledge TEXT NOT NULL,               -- where the till names it, or empty
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (till, key)
);
CREATE INDEX till_fact_belongs ON till_fact (till, belongs);
CREATE INDEX till_fact_id ON till_fact (till, id);
CREATE INDEX till_fact_pledge ON till_fact (pledge);

-- What was made at a till once and is used again, such as a plan; and how far it was asked.
CREATE TABLE till_note (
  till TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (till, name)
);
