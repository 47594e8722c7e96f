-- What changed since the search index was last brought up to date. Whoever changes an article need not know of the index: the
-- database notes it. A number is never given twice, and an article stands here once, with its latest.
CREATE TABLE search_change (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL UNIQUE
);

INSERT INTO search_change (article) SELECT id FROM article ORDER BY created_at, id;

CREATE TRIGGER search_change_new AFTER INSERT ON article BEGIN
  DELETE FROM search_change WHERE article = NEW.id;
  INSERT INTO search_change (article) VALUES (NEW.id);
END;

CREATE TRIGGER search_change_again AFTER UPDATE ON article BEGIN
  DELETE FROM search_change WHERE article = NEW.id;
  INSERT INTO search_change (article) VALUES (NEW.id);
END;

CREATE TRIGGER search_change_gone AFTER DELETE ON article BEGIN
  DELETE FROM search_change WHERE article = OLD.id;
  INSERT INTO search_change (article) VALUES (OLD.id);
END;
