-- What is known of a photo. A photo of before has no words yet, its focus in the middle and its width and height unknown (0).
ALTER TABLE photo ADD COLUMN caption TEXT NOT NULL DEFAULT '';
ALTER TABLE photo ADD COLUMN credit TEXT NOT NULL DEFAULT '';
ALTER TABLE photo ADD COLUMN licence TEXT NOT NULL DEFAULT '';
ALTER TABLE photo ADD COLUMN alternative TEXT NOT NULL DEFAULT '';
ALTER TABLE photo ADD COLUMN words TEXT NOT NULL DEFAULT '';       -- the four in small letters, for searching
ALTER TABLE photo ADD COLUMN width INTEGER NOT NULL DEFAULT 0;     -- of the picture that came in, upright, in pixels
ALTER TABLE photo ADD COLUMN height INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo ADD COLUMN focus_x INTEGER NOT NULL DEFAULT 500; -- thousandths of the width, from the left
ALTER TABLE photo ADD COLUMN focus_y INTEGER NOT NULL DEFAULT 500; -- thousandths of the height, from the top
ALTER TABLE photo ADD COLUMN cropped_from TEXT;                    -- the photo that it was cut out of
ALTER TABLE photo ADD COLUMN crop TEXT NOT NULL DEFAULT '';        -- x,y,width,height in pixels of that photo
ALTER TABLE photo ADD COLUMN added_by TEXT NOT NULL DEFAULT '';    -- an account
ALTER TABLE photo ADD COLUMN original TEXT NOT NULL DEFAULT '';    -- file name in originals/, where it was asked to be kept
CREATE INDEX photo_by_time ON photo (arrived_at, id);

-- Which article shows which photo: found in the articles' texts, and found again when those have changed.
CREATE TABLE photo_use (
  photo TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  written INTEGER NOT NULL,          -- 1 where the newest revision shows it
  published INTEGER NOT NULL,        -- 1 where readers see it
  PRIMARY KEY (photo, article)
);
CREATE INDEX photo_use_by_article ON photo_use (article);

CREATE TABLE photo_use_seen (
  article TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  page_digest TEXT NOT NULL          -- of the publication, empty where there is none
);
