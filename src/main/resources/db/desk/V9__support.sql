-- How far a campaign has come, as far as readers are told. It moves in steps, so that the pages,
-- which all carry it, are not printed again for every gift.
CREATE TABLE campaign_meter (
  campaign TEXT PRIMARY KEY,   -- its slug
  raised   INTEGER NOT NULL,   -- minor units of the goal's currency
  at       INTEGER NOT NULL    -- ms
);
