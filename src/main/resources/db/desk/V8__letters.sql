-- How the issues of a letter are made; its name and what readers see of it are in the publication's settings.
CREATE TABLE letter_plan (
  letter TEXT PRIMARY KEY,           -- slug
  content TEXT NOT NULL,             -- JSON
  changed_at BIGINT NOT NULL
);

-- Further addresses where the publication can be read, for the foot of every letter.
CREATE TABLE letter_address (
  position INTEGER PRIMARY KEY,
  address TEXT NOT NULL
);

-- An issue of a letter in one language. No address of a subscriber is ever in it.
CREATE TABLE letter_issue (
  id TEXT PRIMARY KEY,
  letter TEXT NOT NULL,
  number INTEGER NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('composing', 'armed', 'sending', 'sent', 'dropped')),
  due BIGINT,                        -- when the plan wants it to go; none for a letter without a rhythm
  content TEXT NOT NULL,             -- JSON: subject, opening, length, what stands in it
  version INTEGER NOT NULL,          -- of the content, to notice that two change it at once
  changed_at BIGINT NOT NULL,
  changed_by TEXT REFERENCES account (id), -- none where the plan made it
  go_at BIGINT,                      -- when it is to go, once it is armed
  armed_by TEXT REFERENCES account (id),   -- none where it is unattended
  sent_at BIGINT,                    -- when the sending began; from then on it stands in the archive
  edition BIGINT,                    -- the number of the newest edition at that time
  printed TEXT,                      -- JSON: what the archive prints
  UNIQUE (letter, language, number)
);
CREATE INDEX letter_issue_by_state ON letter_issue (state, due);
CREATE INDEX letter_issue_by_sending ON letter_issue (letter, language, sent_at);

-- Articles that somebody has chosen for the next issue.
CREATE TABLE letter_pick (
  letter TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES article (id),
  picked_at BIGINT NOT NULL,
  picked_by TEXT REFERENCES account (id),
  PRIMARY KEY (letter, article)
);

-- Which issues the last edition has, printed from what.
CREATE TABLE frozen_letter (
  letter TEXT NOT NULL,
  language TEXT NOT NULL,
  number INTEGER NOT NULL,           -- 0 for the list of them all
  digest TEXT NOT NULL,
  parts INTEGER NOT NULL,
  PRIMARY KEY (letter, language, number)
);
