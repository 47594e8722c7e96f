-- Times are milliseconds since 1970 in UTC.

CREATE TABLE photo (
  id TEXT PRIMARY KEY,               -- first 32 hex digits of the SHA-256 of the file that came in
  renditions TEXT NOT NULL,          -- JSON: small, medium, large, each {name, width, height, length}
  arrived_at BIGINT NOT NULL
);

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  source TEXT UNIQUE,                -- where it was brought in from, so that bringing it in twice changes nothing
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'taken-down')),
  revision INTEGER NOT NULL,         -- the newest
  created_at BIGINT NOT NULL
);

-- What an article said at some time. Never changed, only added to.
CREATE TABLE revision (
  article TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  content TEXT NOT NULL,             -- JSON
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (article, number)
);

-- What readers are to see, cut loose from what the desk is writing.
CREATE TABLE publication (
  article TEXT PRIMARY KEY REFERENCES article (id),
  revision INTEGER NOT NULL,
  story TEXT NOT NULL,
  language TEXT NOT NULL,
  month TEXT NOT NULL,               -- yyyy/MM, in the publication's time zone; part of the address, never changed
  slug TEXT NOT NULL,
  section TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  card TEXT NOT NULL,                -- JSON: what a list shows
  dateline TEXT NOT NULL,
  body TEXT NOT NULL,
  topics TEXT NOT NULL,              -- JSON: slugs
  corrections TEXT NOT NULL,         -- JSON: {at, text}
  card_digest TEXT NOT NULL,         -- of what a list shows
  page_digest TEXT NOT NULL,         -- of everything
  UNIQUE (language, month, slug)
);
CREATE INDEX publication_by_time ON publication (language, published_at, article);
CREATE INDEX publication_by_section ON publication (language, section, published_at, article);
CREATE INDEX publication_by_month ON publication (language, month, published_at, article, updated_at);
-- To find what changed without reading every body.
CREATE INDEX publication_digest ON publication (article, page_digest);
CREATE INDEX publication_by_story ON publication (story);

CREATE TABLE publication_topic (
  article TEXT NOT NULL REFERENCES publication (article) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  PRIMARY KEY (article, topic)
);
CREATE INDEX publication_topic_by_time ON publication_topic (language, topic, published_at, article);

CREATE TABLE publication_author (
  article TEXT NOT NULL REFERENCES publication (article) ON DELETE CASCADE,
  author TEXT NOT NULL,
  name TEXT NOT NULL,                -- as printed over this article
  language TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  PRIMARY KEY (article, author)
);
CREATE INDEX publication_author_by_time ON publication_author (language, author, published_at, article);

-- "Read more": chosen when an article is first published and kept, so that an old page never changes because of a new one.
CREATE TABLE publication_related (
  article TEXT NOT NULL REFERENCES publication (article) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  related TEXT NOT NULL,
  PRIMARY KEY (article, position)
);
CREATE INDEX publication_related_back ON publication_related (related);

CREATE TABLE taken_down (
  article TEXT PRIMARY KEY REFERENCES article (id),
  language TEXT NOT NULL,
  month TEXT NOT NULL,
  slug TEXT NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL
);

-- What the last edition was frozen from; with the edition's number, so that a crash between the two is noticed.
CREATE TABLE frozen (
  article TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  month TEXT NOT NULL,
  slug TEXT NOT NULL,
  section TEXT NOT NULL,
  story TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  topics TEXT NOT NULL,
  authors TEXT NOT NULL,
  card_digest TEXT NOT NULL,
  page_digest TEXT NOT NULL,
  gone INTEGER NOT NULL,             -- 1 where the edition has a page that says it was taken down
  parts INTEGER NOT NULL             -- how many pages it was cut into
);

CREATE TABLE frozen_photo (
  article TEXT NOT NULL REFERENCES frozen (article) ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (article, name)
);
CREATE INDEX frozen_photo_by_name ON frozen_photo (name);
CREATE INDEX frozen_by_story ON frozen (story);
CREATE INDEX frozen_digest ON frozen (article, page_digest);

CREATE TABLE frozen_edition (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number BIGINT NOT NULL,
  head TEXT NOT NULL,                -- SHA-256 of the edition's targets metadata
  look TEXT NOT NULL                 -- digest of templates and of the publication's settings
);
