-- schema.sql - what is made of a store and written into it. {run types} and the like are what schema.c says of each
-- column, {in} is where to: nothing, or "incoming."; a statement is one line (ts_schema_sql).

-- @tables
CREATE TABLE {in}run (id TEXT PRIMARY KEY NOT NULL{run types}, digest TEXT NOT NULL);
CREATE TABLE {in}result (run TEXT NOT NULL REFERENCES run (id), seq INTEGER NOT NULL{result types}, samples INTEGER
  NOT NULL, digest TEXT NOT NULL, samples_digest TEXT NOT NULL, PRIMARY KEY (run, seq));
CREATE TABLE {in}sample (run TEXT NOT NULL, seq INTEGER NOT NULL, i INTEGER NOT NULL, value REAL, read_gbps REAL,
  steal REAL, "foreign" REAL, kept INTEGER NOT NULL, PRIMARY KEY (run, seq, i), FOREIGN KEY (run, seq) REFERENCES result
  (run, seq)) WITHOUT ROWID

-- What says a text says what is wrong (ts_schema_try).

-- Exactly these tables, @x: triggers would run when we write, and a view could stand in for a table.
-- @other tables
SELECT iif(total(ours) - 9 * total(type = 'trigger' OR (name IN ('run', 'result', 'sample') AND NOT ours)) = 3, NULL,
  printf('%s: its tables are not those of a results store of version {version}; export it with the tessera that wrote it, '
    || 'or name another file by --store', @path))
FROM (SELECT *, ifnull(instr('; ' || @x || ';', '; ' || sql || ';'), 0) > 0 AS ours FROM sqlite_schema)

-- @broken pages
SELECT printf('%s is damaged (%.150s); nothing was written; restore a copy, or save what can be read: sqlite3 %s .recover',
  @path, replace(integrity_check, char(10), ' '), @path) FROM pragma_integrity_check(1) WHERE integrity_check <> 'ok'

-- @views
CREATE TEMP VIEW run_text AS SELECT id AS run, started, text, digest IS NOT digest(text, 16) AS changed
  FROM (SELECT *, substr(''{run members}, 2) AS text FROM main.run);
CREATE TEMP VIEW result_text AS SELECT run, seq, text, digest IS NOT digest(run || ' ' || text, 16) AS changed
  FROM (SELECT *, '"seq":' || seq{result members} AS text FROM main.result);
CREATE TEMP VIEW samples_text AS SELECT run, seq, text, samples_digest IS NOT digest(text, 16) AS changed
  FROM (SELECT *, (SELECT '[' || ifnull(group_concat('[' || substr(''{sample values}, 2) || ']'), '') || ']'
    FROM (SELECT * FROM main.sample s WHERE s.run = r.run AND s.seq = r.seq ORDER BY i)) AS text FROM main.result r)

-- Why an object, @y, cannot be a row of @x; what is unknown would be lost on the way out again.
-- @faults
WITH
known AS MATERIALIZED (SELECT name, type FROM pragma_table_info(@x) WHERE name NOT LIKE '%digest'
  UNION ALL SELECT 'type', 'TEXT'),
each AS (SELECT key AS nr, type, value, ifnull(json_array_length(value), 0) AS n FROM json_each(@y, '$.samples')),
fault (fault) AS (
  SELECT CASE WHEN c.name IS NULL
      THEN printf('an unknown member "%.40s"; if a later tessera wrote it, import it with that one', key)
    WHEN c.type = 'TEXT' AND (m.type <> 'text' OR length(CAST(value AS BLOB)) > 1 << 20)
      THEN printf('"%s" is not a text of at most %d bytes', key, 1 << 20)
    WHEN c.type = 'REAL' AND m.type NOT IN ('real', 'integer') THEN printf('"%s" is not a number', key)
    WHEN c.type = 'REAL' AND abs(real(@y -> key)) = 1e999 THEN key || ' is infinite; leave it unknown instead' END
  FROM json_each(@y) m LEFT JOIN known c ON c.name = key
  UNION ALL SELECT '"samples" is not an array' WHERE json_type(@y, '$.samples') <> 'array'
  UNION ALL SELECT printf('sample %d is not [value, read_gbps, steal, foreign, kept]', nr) FROM each
  WHERE type <> 'array' OR n <> 5 OR (value ->> 4 IN (0, 1)) IS NOT TRUE
    OR EXISTS (SELECT 1 FROM json_each(each.value) WHERE type NOT IN ('real', 'integer', 'null'))
  UNION ALL SELECT printf('sample %d is infinite; leave it out', nr) FROM each
  WHERE EXISTS (SELECT 1 FROM json_each(each.value) WHERE abs(real(each.value -> key)) = 1e999)
  UNION ALL SELECT 'a result without bench; say what was measured'
  WHERE @x = 'result' AND @y ->> 'bench' IS NULL
  UNION ALL SELECT printf('the id of a run is 32 hexadecimal digits, not "%.40s"', ifnull(@y ->> 'id', ''))
  WHERE @x = 'run' AND (length(@y ->> 'id') = 32 AND @y ->> 'id' NOT GLOB '*[^0-9a-f]*') IS NOT TRUE
  UNION ALL SELECT printf('the kind of a run is measured or published, not "%.40s"', ifnull(@y ->> 'kind', ''))
  WHERE @x = 'run' AND (@y ->> 'kind' IN ('measured', 'published')) IS NOT TRUE)
SELECT fault FROM fault WHERE fault IS NOT NULL LIMIT 1

-- @put run
INSERT INTO {in}run SELECT *, digest(substr(''{run members}, 2), 16)
  FROM (SELECT row ->> 'id' AS id{run cells} FROM (SELECT @x AS row))

-- @put result
INSERT INTO {in}result SELECT *, digest(run || ' "seq":' || seq{result members}, 16),
    (SELECT digest('[' || ifnull(group_concat('[' || substr(''{sample values}, 2) || ']'), '') || ']', 16)
    FROM (SELECT real(value -> 0) AS value, real(value -> 1) AS read_gbps, real(value -> 2) AS steal,
      real(value -> 3) AS "foreign", value ->> 4 AS kept FROM json_each(@x, '$.samples')))
  FROM (SELECT row ->> 'run' AS run, (SELECT ifnull(max(seq) + 1, 0) FROM {in}result WHERE run = row ->> 'run')
    AS seq{result cells}, ifnull(json_array_length(row, '$.samples'), 0) FROM (SELECT @x AS row))

-- @put samples
INSERT INTO {in}sample SELECT @x ->> 'run', (SELECT max(seq) FROM {in}result WHERE run = @x ->> 'run'), key,
    real(value -> 0), real(value -> 1), real(value -> 2), real(value -> 3), CAST(value ->> 4 AS INTEGER)
  FROM json_each(@x, '$.samples')

-- @finish
UPDATE run SET finished = ifnull(@x, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) WHERE id = @y

-- @sign
UPDATE run SET digest = digest(substr(''{run members}, 2), 16) WHERE id = @x

-- Of a run, @x, that is to be there, or not.
-- @known run
SELECT printf('%s has no run %.40s; begin it first', @path, ifnull(@x, ''))
WHERE NOT EXISTS (SELECT 1 FROM run WHERE id = @x)

-- @new run
SELECT printf('%s has a run %s already; give the new one an id of its own', @path, id) FROM run WHERE id = @x

-- A run by the front of its id, @x: exactly one must begin so.
-- @one run
SELECT CASE WHEN length(@x) NOT BETWEEN 4 AND 32 OR @x GLOB '*[^0-9a-f]*'
    THEN printf('a run is named by at least 4 digits of the front of its id, in lower case, not "%.40s"; '
      || 'tessera results list shows them', @x)
  WHEN count(*) = 0 THEN printf('%s has no run that begins with %s; tessera results list shows them', @path, @x)
  WHEN count(*) > 1 THEN printf('%s has %d runs that begin with %s; give more digits', @path, count(*), @x) END
FROM run WHERE substr(id, 1, length(@x)) = @x

-- What is not what was written, of runs whose ids begin with @x; of samples where there is @y.
-- @changed
SELECT printf('%s is damaged: %s of run %.32s is not what was written; restore a copy, or export the runs that are whole',
  @path, iif(typeof(seq) = 'integer', 'result ' || seq, 'the head'),
  iif(typeof(run) = 'text' AND run <> '', run, 'without an id'))
FROM (SELECT run, NULL AS seq FROM run_text WHERE substr(run, 1, length(@x)) = @x AND changed
  UNION ALL SELECT run, seq FROM result_text WHERE substr(run, 1, length(@x)) = @x AND changed
  UNION ALL SELECT run, seq FROM samples_text WHERE @y IS NOT NULL AND substr(run, 1, length(@x)) = @x AND changed LIMIT 1)

-- Of runs that both have one may lack its end, and results behind those of the other; all else must be the same.
-- @compare
SELECT printf('%s has a run %.8s with another %s than the one to be taken: one of the two was changed; leave that run out',
  @path, id, what)
FROM (SELECT id, 'head' AS what
    FROM (SELECT * FROM incoming.run WHERE id IN (SELECT id FROM main.run) EXCEPT SELECT * FROM main.run)
  UNION ALL SELECT run, iif(m.digest = i.digest, 'sample', 'result')
  FROM incoming.result i JOIN main.result m USING (run, seq)
  WHERE m.digest <> i.digest OR m.samples_digest <> i.samples_digest LIMIT 1)

-- @merge ends
UPDATE main.run AS a SET (finished, digest) = (SELECT finished, digest FROM incoming.run b WHERE b.id = a.id)
  WHERE finished IS NULL AND id IN (SELECT id FROM incoming.run);
UPDATE incoming.run AS a SET (finished, digest) = (SELECT finished, digest FROM main.run b WHERE b.id = a.id)
  WHERE finished IS NULL AND id IN (SELECT id FROM main.run)

-- @merge runs
INSERT OR IGNORE INTO main.run SELECT * FROM incoming.run

-- @merge samples
PRAGMA defer_foreign_keys = ON; INSERT INTO main.sample SELECT * FROM incoming.sample i
  WHERE NOT EXISTS (SELECT 1 FROM main.result m WHERE m.run = i.run AND m.seq = i.seq)

-- @merge results
INSERT INTO main.result SELECT * FROM incoming.result i
  WHERE NOT EXISTS (SELECT 1 FROM main.result m WHERE m.run = i.run AND m.seq = i.seq)

-- @merged samples
DELETE FROM incoming.sample; DELETE FROM incoming.result

-- @merged runs
DELETE FROM incoming.run

-- @from other
INSERT INTO incoming.run SELECT * FROM other.run; INSERT INTO incoming.result SELECT * FROM other.result;
INSERT INTO incoming.sample SELECT * FROM other.sample
