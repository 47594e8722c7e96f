-- What is said beside a text is found with it.
CREATE TRIGGER search_change_comment AFTER INSERT ON comment BEGIN
  DELETE FROM search_change WHERE article = NEW.article;
  INSERT INTO search_change (article) VALUES (NEW.article);
END;

CREATE TRIGGER search_change_comment_again AFTER UPDATE ON comment BEGIN
  DELETE FROM search_change WHERE article = NEW.article;
  INSERT INTO search_change (article) VALUES (NEW.article);
END;

CREATE TRIGGER search_change_comment_gone AFTER DELETE ON comment BEGIN
  DELETE FROM search_change WHERE article = OLD.article;
  INSERT INTO search_change (article) VALUES (OLD.article);
END;
