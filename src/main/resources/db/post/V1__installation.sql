-- The post room's database. No address, no name and no hash of one is ever in it in plain.

-- Facts about this installation, by name; values are text.
CREATE TABLE installation (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
