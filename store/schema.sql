-- schema.sql - what is made of a store and written into it. {run types} and the like are what schema.c says of each
-- column, {in} is where to: nothing, or "incoming."; a statement is one line (ts_schema_sql).

-- @table 0
CREATE TABLE {in}run (id TEXT PRIMARY KEY NOT NULL{run types}, digest TEXT NOT NULL)

-- @table 1
CREATE TABLE {in}result (run TEXT NOT NULL REFERENCES run (id), seq INTEGER NOT NULL{result types}, samples INTEGER
  NOT NULL, digest TEXT NOT NULL, samples_digest TEXT NOT NULL, PRIMARY KEY (run, seq))

-- @table 2
CREATE TABLE {in}sample (run TEXT NOT NULL, seq INTEGER NOT NULL, i INTEGER NOT NULL, value REAL, read_gbps REAL,
  steal REAL, "foreign" REAL, kept INTEGER NOT NULL, PRIMARY KEY (run, seq, i), FOREIGN KEY (run, seq) REFERENCES result
  (run, seq)) WITHOUT ROWID

-- @views
CREATE TEMP VIEW run_text AS SELECT id AS run, started, text, digest IS NOT digest(text, 16) AS changed
  FROM (SELECT *, substr(''{run members}, 2) AS text FROM main.run);
CREATE TEMP VIEW result_text AS SELECT run, seq, text, digest IS NOT digest(run || ' ' || text, 16) AS changed
  FROM (SELECT *, '"seq":' || seq{result members} AS text FROM main.result);
CREATE TEMP VIEW samples_text AS SELECT run, seq, text, samples_digest IS NOT digest(text, 16) AS changed
  FROM (SELECT *, (SELECT '[' || ifnull(group_concat('[' || substr(''{sample values}, 2) || ']'), '') || ']'
    FROM (SELECT * FROM main.sample s WHERE s.run = r.run AND s.seq = r.seq ORDER BY i)) AS text FROM main.result r)

-- Why an object, ?2, cannot be a row of ?1; what is unknown would be lost on the way out again.
-- @faults
WITH
known AS MATERIALIZED (SELECT name, type FROM pragma_table_info(?1) WHERE name NOT LIKE '%digest'
  UNION ALL SELECT 'type', 'TEXT'),
each AS (SELECT key AS nr, type, value, ifnull(json_array_length(value), 0) AS n FROM json_each(?2, '$.samples')),
fault (fault) AS (
  SELECT CASE WHEN c.name IS NULL
      THEN printf('an unknown member "%.40s"; if a later tessera wrote it, import it with that one', key)
    WHEN c.type = 'TEXT' AND (m.type <> 'text' OR length(CAST(value AS BLOB)) > 1 << 20)
      THEN printf('"%s" is not a text of at most %d bytes', key, 1 << 20)
    WHEN c.type = 'REAL' AND m.type NOT IN ('real', 'integer') THEN printf('"%s" is not a number', key)
    WHEN c.type = 'REAL' AND abs(real(?2 -> key)) = 1e999 THEN key || ' is infinite; leave it unknown instead' END
  FROM json_each(?2) m LEFT JOIN known c ON c.name = key
  UNION ALL SELECT '"samples" is not an array' WHERE json_type(?2, '$.samples') <> 'array'
  UNION ALL SELECT printf('sample %d is not [value, read_gbps, steal, foreign, kept]', nr) FROM each
  WHERE type <> 'array' OR n <> 5 OR (value ->> 4 IN (0, 1)) IS NOT TRUE
    OR EXISTS (SELECT 1 FROM json_each(each.value) WHERE type NOT IN ('real', 'integer', 'null'))
  UNION ALL SELECT printf('sample %d is infinite; leave it out', nr) FROM each
  WHERE EXISTS (SELECT 1 FROM json_each(each.value) WHERE abs(real(each.value -> key)) = 1e999)
  UNION ALL SELECT 'a result without bench; say what was measured'
  WHERE ?1 = 'result' AND ?2 ->> 'bench' IS NULL
  UNION ALL SELECT printf('the id of a run is 32 hexadecimal digits, not "%.40s"', ifnull(?2 ->> 'id', ''))
  WHERE ?1 = 'run' AND (length(?2 ->> 'id') = 32 AND ?2 ->> 'id' NOT GLOB '*[^0-9a-f]*') IS NOT TRUE
  UNION ALL SELECT printf('the kind of a run is measured or published, not "%.40s"', ifnull(?2 ->> 'kind', ''))
  WHERE ?1 = 'run' AND (?2 ->> 'kind' IN ('measured', 'published')) IS NOT TRUE)
SELECT fault FROM fault WHERE fault IS NOT NULL LIMIT 1

-- @put run
INSERT INTO {in}run SELECT *, digest(substr(''{run members}, 2), 16)
  FROM (SELECT row ->> 'id' AS id{run cells} FROM (SELECT ?1 AS row))

-- @put result
INSERT INTO {in}result SELECT *, digest(run || ' "seq":' || seq{result members}, 16),
    (SELECT digest('[' || ifnull(group_concat('[' || substr(''{sample values}, 2) || ']'), '') || ']', 16)
    FROM (SELECT real(value -> 0) AS value, real(value -> 1) AS read_gbps, real(value -> 2) AS steal,
      real(value -> 3) AS "foreign", value ->> 4 AS kept FROM json_each(?1, '$.samples')))
  FROM (SELECT row ->> 'run' AS run, (SELECT ifnull(max(seq) + 1, 0) FROM {in}result WHERE run = row ->> 'run')
    AS seq{result cells}, ifnull(json_array_length(row, '$.samples'), 0) FROM (SELECT ?1 AS row))

-- @put samples
INSERT INTO {in}sample SELECT ?1 ->> 'run', (SELECT max(seq) FROM {in}result WHERE run = ?1 ->> 'run'), key,
    real(value -> 0), real(value -> 1), real(value -> 2), real(value -> 3), CAST(value ->> 4 AS INTEGER)
  FROM json_each(?1, '$.samples')

-- @finish
UPDATE run SET finished = ifnull(?1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) WHERE id = ?2

-- @sign
UPDATE run SET digest = digest(substr(''{run members}, 2), 16) WHERE id = ?1

-- What is not what was written, of runs whose ids begin with ?1; of samples where there is ?2.
-- @changed
SELECT run, NULL FROM run_text WHERE substr(run, 1, length(?1)) = ?1 AND changed
UNION ALL SELECT run, seq FROM result_text WHERE substr(run, 1, length(?1)) = ?1 AND changed
UNION ALL SELECT run, seq FROM samples_text WHERE ?2 IS NOT NULL AND substr(run, 1, length(?1)) = ?1 AND changed LIMIT 1

-- Of runs that both have one may lack its end, and results behind those of the other; all else must be the same.
-- @compare
SELECT id, 'head' FROM (SELECT * FROM incoming.run WHERE id IN (SELECT id FROM main.run) EXCEPT SELECT * FROM main.run)
UNION ALL SELECT run, iif(m.digest = i.digest, 'sample', 'result')
  FROM incoming.result i JOIN main.result m USING (run, seq)
  WHERE m.digest <> i.digest OR m.samples_digest <> i.samples_digest LIMIT 1

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
