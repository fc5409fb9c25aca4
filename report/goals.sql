-- goals.sql - what this machine is to reach, and what its newest lines say of it. Run once behind lines.sql.
--
--     share   of the speed of light             vectors   operations by what vector units reach
--     int8    operations by what bytes reach    steps     time of a step by that of one sequence

CREATE TABLE goal (nr INTEGER PRIMARY KEY, what TEXT, figure TEXT, bench TEXT, name TEXT, dtype TEXT, batch REAL,
  goal REAL, at_most INTEGER, command TEXT);
INSERT INTO goal
SELECT row_number() OVER (), 'decoding in ' || column1 || ', of reading', 'share', 'decode', NULL, column1, 1, column2,
  0, 'tessera bench decode --dtype ' || column1 || ' --prompt 0'
FROM (VALUES ('bf16', 0.95), ('f16', 0.95), ('f32', 0.95), ('q8', 0.92), ('q4', 0.85), ('mxfp4', 0.85));
INSERT INTO goal
SELECT 6 + row_number() OVER (), column1 || ', of reading', 'share', 'kernel', column1, 'bf16', NULL, 0.95, 0,
  'tessera bench kernels --kernel ' || column1
FROM (VALUES ('q_proj_matvec'), ('kv_proj_matvec'), ('o_proj_residual'));
INSERT INTO goal VALUES
  (10, 'a prompt in bf16, of multiply-adds by vectors', 'vectors', 'prefill', NULL, 'bf16', NULL, 0.80, 0,
    'tessera bench decode --prompt 128 --gen 0'),
  (11, 'a prompt in q8, of products of bytes', 'int8', 'prefill', NULL, 'q8', NULL, 0.55, 0,
    'tessera bench decode --dtype q8 --prompt 128 --gen 0'),
  (12, 'a step of 8 sequences, by one of one', 'steps', 'decode', NULL, 'bf16', 8, 1.15, 1,
    'tessera bench decode --batch 1,8 --prompt 0');

-- Lines of the headline's device, or of any where there is no headline; the most threads, then the shortest context,
-- the newest. Fewer than 128 tokens of a prompt do not fill a chunk.
CREATE TABLE goal_line AS
SELECT g.nr AS of, l.*, row_number() OVER (PARTITION BY g.nr ORDER BY l.threads DESC, l.context, l.nr DESC) AS nth
FROM goal g JOIN measured l ON l.bench = g.bench AND l.dtype IS g.dtype AND l.here AND l.counts
  AND ((SELECT device FROM shown) IS NULL OR l.device IS (SELECT device FROM shown))
  AND iif(g.bench = 'kernel', l.name = g.name AND l.mode = 'cold' AND l.shape = '1.5b', l.has_1_5b OR l.the_shape)
  AND (g.batch IS NULL OR coalesce(l.batch, 1) = g.batch) AND (g.bench <> 'prefill' OR l.prompt >= 128);

-- A ceiling of the line's device; of vectors, that of a device without a matrix unit, if there is one.
CREATE TABLE goal_reached AS
WITH a AS (
  SELECT g.*, g.nr AS goal_nr, l.href, l.value, l.lo, l.hi, l.sol_lo, l.sol_hi, l.share, l.work, l.little, l.seconds,
    l.lo_ms, l.hi_ms, l.run AS of_run, l.context AS behind,
    (SELECT c.value FROM measured c WHERE c.bench = 'ceiling' AND c.here AND c.value > 0
      AND c.name = iif(g.figure = 'int8', 'int8', 'fma') AND c.threads IS l.threads
      AND (c.device IS l.device OR (g.figure = 'vectors' AND c.device = 'cpu:avx512'))
      ORDER BY c.device = 'cpu:avx512' DESC, c.nr DESC LIMIT 1) AS top
  FROM goal g LEFT JOIN goal_line l ON l.of = g.nr AND l.nth = 1),
one AS ( -- of the same run, behind as many positions
  SELECT a.*, o.seconds AS one_seconds, o.lo_ms AS one_lo, o.hi_ms AS one_hi, o.little AS one_little,
    row_number() OVER (PARTITION BY goal_nr ORDER BY o.nr DESC) AS choice
  FROM a LEFT JOIN measured o ON a.figure = 'steps' AND o.run = a.of_run AND o.bench = 'decode' AND o.dtype IS a.dtype
    AND coalesce(o.batch, 1) = 1 AND o.context IS a.behind AND o.counts),
b AS (
  SELECT *, CASE figure WHEN 'share' THEN share WHEN 'steps' THEN seconds / one_seconds ELSE work / top END AS reached
  FROM one WHERE choice = 1),
c AS ( -- ends of intervals: of a ratio, the farthest that those of both sides allow
  SELECT *, CASE figure WHEN 'share' THEN sol_lo WHEN 'steps' THEN min(lo_ms, hi_ms) / max(one_lo, one_hi)
      ELSE reached * lo / value END AS from_,
    CASE figure WHEN 'share' THEN sol_hi WHEN 'steps' THEN max(lo_ms, hi_ms) / min(one_lo, one_hi)
      ELSE reached * hi / value END AS to_
  FROM b)
SELECT goal_nr AS nr, what, goal, goal AS goal_share, at_most, command, href, 1 AS counts, reached,
  reached AS reached_share, from_ AS reached_lo, to_ AS reached_hi,
  from_ IS NOT NULL AND to_ IS NOT NULL AS reached_interval,
  CASE WHEN reached IS NULL THEN 'not measured' WHEN coalesce(little, one_little) IS NOT NULL
      THEN coalesce(little, one_little)
    WHEN from_ IS NULL OR to_ IS NULL THEN 'no interval' WHEN iif(at_most, to_ <= goal, from_ >= goal) THEN 'reached'
    WHEN iif(at_most, from_ > goal, to_ < goal) THEN 'missed' ELSE 'not sure' END AS conclusion,
  from_ IS NOT NULL AND to_ IS NOT NULL AND coalesce(little, one_little) IS NULL
    AND iif(at_most, to_ <= goal, from_ >= goal) AS met,
  from_ IS NOT NULL AND to_ IS NOT NULL AND coalesce(little, one_little) IS NULL
    AND iif(at_most, from_ > goal, to_ < goal) AS not_met
FROM c ORDER BY nr;
