-- A supporter hears of payments that fail once until one comes again, however often the till tries,
-- pauses or runs in between: the number of payments before says which time it is.

ALTER TABLE receipt ADD COLUMN warned INTEGER NOT NULL DEFAULT 0; -- payments before; 0 for never

UPDATE receipt SET warned = times WHERE failing = 1;
