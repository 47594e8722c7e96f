-- Who works here. A pen name leads to nobody; there is no address, no password.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  pen_name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('writer', 'editor', 'chief')),
  language TEXT NOT NULL,            -- in which the desk speaks to them
  created_at BIGINT NOT NULL,
  disabled_at BIGINT
);

-- Of links and sessions only the SHA-256 of the token is kept.
CREATE TABLE sign_in_link (
  hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  expires_at BIGINT NOT NULL
);

CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  begun_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX session_of_account ON session (account);

-- What was done, by whom. Only added to.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,        -- counts up by itself
  at BIGINT NOT NULL,
  account TEXT REFERENCES account (id),
  action TEXT NOT NULL,
  object TEXT NOT NULL
);
