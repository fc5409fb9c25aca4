-- lines.sql - what pages say of results: every run and result with what follows from it, a column a value.
--
-- Run once over a store in memory, whose tables are store/fields.def's. Nothing here rounds and nothing is
-- invented: what a result does not hold and what does not follow is NULL. Integers are truths and counts, and 0
-- holds as little as NULL does. Texts of others are compared and cut, never read as anything.

CREATE TABLE runs AS
SELECT *, row_number() OVER age AS run_nr, kind = 'published' AS published,
  -- The front of the id, so that links keep their meaning; those of others may begin alike.
  iif(count(*) OVER (PARTITION BY substr(id, 1, 12)) = 1, 'run-' || substr(id, 1, 12),
    'run-number-' || row_number() OVER age) AS page,
  (SELECT count(*) FROM result WHERE run = id) AS results,
  substr(url, 1, 8) = 'https://' OR substr(url, 1, 7) = 'http://' AS web,
  length(git_sha) > 8 AND substr(git_sha, -1) = '+' AS dirty,
  coalesce(git_sha, id) AS place, -- in a history: a commit, else a run
  iif(started GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' AND substr(started, 6, 2) BETWEEN '01' AND '12'
    AND substr(started, 9, 2) BETWEEN '01' AND '31', ltrim(substr(started, 9, 2), '0') || ' '
    || substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * substr(started, 6, 2) - 2, 3) || ' ' || substr(started, 1, 4)
    || iif(substr(started, 11) GLOB 'T[0-2][0-9]:[0-5][0-9]*', ', ' || substr(started, 12, 5) || ' UTC', ''),
    'undated') AS day
FROM run WINDOW age AS (ORDER BY started, id);

-- The run whose machine the report is about: the one asked for, else the newest that decoded, else the newest.
CREATE TABLE subject AS
SELECT *, page || '.html' AS href, 1 AS counts FROM runs
WHERE CASE WHEN (SELECT id FROM asked) IS NULL THEN NOT published ELSE id = (SELECT id FROM asked) END
ORDER BY EXISTS (SELECT 1 FROM result WHERE run = id AND bench = 'decode') DESC, run_nr DESC LIMIT 1;

CREATE VIEW every_run AS SELECT *, page || '.html' AS href, 1 AS counts FROM runs;

CREATE TABLE level AS
SELECT column1 AS rung, column2 AS meaning FROM (VALUES
  (0, 'the text was printed'),
  (1, 'every call in it is one that the language has'),
  (2, 'the real compiler of the language took it'),
  (3, 'it ran (driver, simulator, strict shim) and agreed with the reference'),
  (4, 'it ran on real hardware and agreed with the reference'));

-- One token of DeepSeek-R1-Distill-Qwen-1.5B in bf16 reads, by its shapes (28 layers, 1536 wide, 256 for k and v,
-- 8960 inside, 151936 words), so many bytes, together 3.087e9. Published ceilings leave the output matrix out and
-- take 2.6e9.
CREATE TABLE share_of_token AS
SELECT column1 AS piece, column2 AS weights FROM (VALUES
  ('q/k/v/o', 28.0 * (1536 * (1536 + 2 * 256) + 1536 * 1536)),
  ('gate', 28.0 * 2 * 1536 * 8960),
  ('down', 28.0 * 1536 * 8960),
  ('lm_head', 151936.0 * 1536));

CREATE TABLE line AS
WITH a AS (
  SELECT *, row_number() OVER (ORDER BY run_nr, seq) AS nr, page || '.html#r' || seq AS href,
    CASE unit WHEN 's' THEN 1.0 WHEN 'ms' THEN 1e-3 WHEN 'us' THEN 1e-6 WHEN 'ns' THEN 1e-9 END AS in_seconds,
    ifnull(unit IN ('tok/s', 'launches/s'), 0) AS inverse,
    -- Tokens a second of several sequences at once come from one reading of the weights.
    iif(unit = 'tok/s' AND batch > 1, batch, 1) AS at_once,
    -- A ceiling that the line itself does not carry is one of the same run and device.
    coalesce(read_gbps, (SELECT o.read_gbps FROM result o WHERE o.run = r.run AND o.read_gbps IS NOT NULL
      AND o.device IS r.device AND o.device_name IS r.device_name ORDER BY o.seq LIMIT 1)) AS ceiling,
    coalesce(peak_gflops, (SELECT o.peak_gflops FROM result o WHERE o.run = r.run AND o.peak_gflops IS NOT NULL
      AND o.device IS r.device AND o.device_name IS r.device_name ORDER BY o.seq LIMIT 1)) AS peak,
    CASE WHEN published AND bench = 'decode'
      AND (instr(lower(shape), '1.5b') OR instr(lower(name), '1.5b'))
      AND (dtype IS NULL OR dtype IN ('bf16', 'f16')) THEN 3.087e9 END AS known_bytes,
    machine IS (SELECT machine FROM subject) AND EXISTS (SELECT 1 FROM subject) AS here,
    -- Of fewer rounds no interval of a median holds 95 %.
    CASE WHEN noisy > 0 THEN 'noisy' WHEN n < 6 THEN 'too few rounds' END AS little,
    coalesce(iif(published, device_name, NULL), device, device_name, cpu, iif(published, source, NULL),
      'unnamed device') AS "where",
    iif(published OR device IS NULL, NULL, coalesce(device_name, cpu)) AS chip,
    iif(bench IS 'prefill' AND (context > 0) IS NOT TRUE, prompt, context) AS position,
    flops / bytes AS intensity -- operations a byte
  FROM runs JOIN result r ON r.run = runs.id),
b AS (
  SELECT *,
    CASE WHEN NOT inverse THEN value * in_seconds
      WHEN value > 0 THEN 1 / value * at_once END AS seconds,
    1e3 * iif(inverse, iif(lo > 0, 1 / lo, NULL) * at_once, lo * in_seconds) AS lo_ms,
    1e3 * iif(inverse, iif(hi > 0, 1 / hi, NULL) * at_once, hi * in_seconds) AS hi_ms,
    coalesce(bytes, known_bytes, iif(published AND bench = 'breakdown',
      (SELECT 2 * weights FROM share_of_token WHERE instr(lower(name), piece) LIMIT 1), NULL)) AS moved,
    -- What a publisher gave out as the ceiling, in tok/s.
    iif(NOT published, NULL, coalesce((SELECT o.value FROM result o WHERE o.run = a.run AND o.bench = 'ceiling'
      AND o.unit = 'tok/s' AND o.device_name IS a.device_name AND o.device IS a.device ORDER BY o.seq LIMIT 1),
      iif(known_bytes, ceiling * 1e9 / 2.6e9, NULL))) AS stated,
    CAST(value AS INTEGER) AS rung, value >= 0 AND value < 5 AS level
  FROM a),
c AS (
  SELECT *, coalesce(gbps, moved / seconds / 1e9) AS speed,
    moved / (ceiling * 1e9) AS reading_time, flops / (peak * 1e9) AS working_time FROM b),
d AS (
  -- Measured lines say themselves what bounds them: bytes of a cache are not bound by memory.
  SELECT *, iif(sol IS NOT NULL OR NOT published, sol, coalesce(max(reading_time, working_time), reading_time,
    working_time) / seconds) AS share FROM c),
e AS (
  SELECT *, ifnull(share > 1.02, 0) AS impossible, -- of a ceiling (bench/ceiling.h)
    value IS NOT NULL AND ifnull(verdict NOT IN ('fail', 'refused'), 1) AND ifnull(share <= 1.02, 1) AS counts,
    -- What lies between launches could all go.
    iif(bench = 'breakdown' AND name = 'between launches', seconds, seconds * (1 - share)) AS room,
    CASE WHEN mode = 'hot' OR ceiling * intensity IS NULL THEN peak WHEN peak IS NULL THEN ceiling * intensity
      ELSE min(ceiling * intensity, peak) END AS roof,
    coalesce(gflops, flops / seconds / 1e9) AS work,
    iif((SELECT id FROM asked) IS NULL, 1, run = (SELECT id FROM asked) OR published) AS eligible
  FROM d)
SELECT *,
  1e3 * seconds AS ms, 1e6 * seconds AS micros, counts AND share IS NOT NULL AS shared,
  counts AND little IS NULL AS ranked, iif(counts, value, -1.0) AS speed_rank, iif(counts, share, NULL) AS share_rank,
  verdict = 'pass' AS passing, verdict = 'fail' AS failing, verdict = 'refused' AS refusing,
  verdict IN ('pass', 'fail', 'refused') AS judged, NOT counts AND NOT impossible AS refused_here,
  substr(name, 1, 10) = 'synthetic:' AS synthetic, name = 'DeepSeek-R1-Distill-Qwen-1.5B' AS the_shape,
  instr(lower(name), 'r1-distill-1.5b') AS has_1_5b, instr(lower(repro), '--breakdown') AS broken_down,
  noisy > 0 AS is_noisy, context > 0 AS cached, batch > 1 AS several, kv IS NOT NULL AND kv IS NOT dtype AS other_cache,
  unit = 'B' AS in_bytes, unit = 'tok/s' AS rate, unit = 'ratio' AS ratio, bench = 'prefill' AS prefilling,
  -- intervals and samples
  lo IS NOT NULL AND hi IS NOT NULL AS interval, sol_lo IS NOT NULL AND sol_hi IS NOT NULL AS share_interval,
  (n < 2) IS NOT TRUE AS two, n = 1 AS lone,
  iif(n >= 2 AND n < 6, 1 - 2.0 / (1 << CAST(n AS INTEGER)), NULL) AS promise, -- that n samples hold the median
  CAST(ifnull(n, 0) AS INTEGER) AS counted, CAST(ifnull(n, 0) + ifnull(dropped, 0) AS INTEGER) AS taken,
  ifnull(n, 0) + ifnull(dropped, 0) = 1 AS lone_taken, dropped > 0 AS dropped_some,
  dropped / max(ifnull(n, 0) + ifnull(dropped, 0), 1) > 0.3 AS disturbed, hi - lo > 0.2 * value AS unsteady,
  lo > 1 AS above_one, hi < 1 AS below_one,
  100 + 90 * max(-1, min(ln(value) / ln(1.5), 1)) AS at_value, -- a factor of 1.5 to either side of 1
  100 + 90 * max(-1, min(ln(lo) / ln(1.5), 1)) AS at_lo, 100 + 90 * max(-1, min(ln(hi) / ln(1.5), 1)) AS at_hi,
  coalesce(lo, value) AS lowest, coalesce(hi, value) AS highest,
  coalesce(lo, value) < coalesce(hi, value) AS spread,
  share IS NOT NULL AND (sol_hi - sol_lo <= 0.1) IS NOT TRUE AS share_vague,
  lo IS NOT NULL AND hi IS NOT NULL AND (hi - lo <= 0.2 * value) IS NOT TRUE AS wide,
  -- kernels, decoding, the ladder, steps of an optimisation
  work / roof AS under_roof, intensity > 0 AND work > 0 AS pointed,
  value / stated AS stated_share, ceiling * 1e9 / moved AS true_ceiling, ceiling * 1e9 / 3.087e9 AS true_rate,
  counts AND position IS NOT NULL AS placed,
  (SELECT meaning FROM level WHERE level.rung = e.rung) AS meaning,
  ifnull(instr(lower(mode), 'rolled back') OR instr(lower(mode), 'reverted'), 0) AS reverted,
  1e3 * iif(impossible, NULL, room) AS room_ms, counts AND room > 0 AS roomy,
  -- what lines have in common: the same number in all of them
  dense_rank() OVER (ORDER BY machine, device, device_name, threads, dtype, shape) AS same_model,
  dense_rank() OVER (ORDER BY machine, device, device_name, threads, dtype, shape, suite, target) AS same_bench,
  dense_rank() OVER (ORDER BY machine, device, device_name, threads, dtype, shape, suite, target, name, mode,
    context, batch) AS same_series,
  dense_rank() OVER (ORDER BY machine, device, device_name, threads, dtype, shape, name, mode, kv, source,
    batch) AS same_curve,
  dense_rank() OVER (ORDER BY machine, device, device_name, threads, dtype, shape, run, context) AS same_token,
  -- The same measurement made again replaces one; within one published run every line stands, whatever its key.
  eligible AND (lead(nr) OVER key IS NULL OR (published AND lead(run) OVER key = run)) AS newest
FROM e
WINDOW key AS (PARTITION BY eligible, published, machine, iif(published, source, NULL), bench, suite, name, device,
  device_name, target, dtype, kv, shape, unit, toolchain, iif(bench = 'ceiling', NULL, mode), threads, batch, context,
  prompt, tokens, iif(published, driver, NULL) ORDER BY nr)
ORDER BY nr;
CREATE INDEX line_of_run ON line (run);

-- What is known of a run (seq NULL) or result, column by column; what columns of a run mean.
CREATE TABLE meaning (name TEXT PRIMARY KEY, meaning TEXT);
CREATE TABLE fact AS
SELECT run, seq, key AS name, iif(type = 'text', value, NULL) AS text, iif(type = 'text', NULL, value + 0.0) AS number,
  instr(key, 'bytes') AS size
FROM (SELECT run, NULL AS seq, text AS members FROM run_text UNION ALL SELECT run, seq, text FROM result_text)
  JOIN json_each('{' || members || '}') WHERE key <> 'seq';
CREATE INDEX fact_of ON fact (run, seq);

-- A point a sample along a line.
CREATE VIEW samples AS
SELECT *, most > least AS apart, 5 + 290 * (value - least) / (most - least) AS place
FROM (SELECT *, min(value) OVER result AS least, max(value) OVER result AS most FROM sample
  WINDOW result AS (PARTITION BY run, seq));

CREATE VIEW measured AS SELECT * FROM line WHERE newest AND NOT published;
CREATE VIEW others AS SELECT * FROM line WHERE newest AND published;

-- ---- the first page ----

-- Rates of the subject's machine with how near each is to what the report is about: the true shape, one sequence,
-- weights as they come, quiet, little in the cache, at most an empty cache's worth of noise. Each outweighs all that
-- come after it; among equals the fastest.
CREATE TABLE apt AS
SELECT *, ifnull(instr(lower(shape), '1.5b') OR instr(lower(name), '1.5b'), 0) * 1e9
  + ((batch > 1) IS NOT TRUE) * 1e8 + (dtype IS 'bf16') * 1e7 + ((noisy > 0) IS NOT TRUE) * 5e5
  - iif(context > 0, min(context, 4e5), 0) AS aptness
FROM measured WHERE bench = 'decode' AND here;

CREATE TABLE shown AS
SELECT * FROM apt WHERE counts ORDER BY aptness + min(value, 1e5) / 1e6 DESC, nr LIMIT 1;

-- One that would be nearer, but was refused or failed.
CREATE VIEW withheld AS
SELECT * FROM (SELECT * FROM apt WHERE NOT counts ORDER BY aptness DESC, nr LIMIT 1)
WHERE aptness > ifnull((SELECT aptness FROM shown), -1e999);

-- The newest ceilings of the headline's device.
CREATE VIEW ceilings AS
SELECT * FROM measured c WHERE bench = 'ceiling' AND here AND value > 0 AND nr = (
  SELECT max(nr) FROM measured WHERE bench = 'ceiling' AND here AND name = c.name
    AND ((SELECT device FROM shown) IS NULL OR device = (SELECT device FROM shown)));

-- Tokens taken apart by classes of kernels, "between launches" and "token" with them.
CREATE TABLE taken_apart AS
WITH a AS (SELECT *, ifnull(name IN ('token', 'total'), 0) AS whole, ifnull(name = 'between launches', 0) AS rest
  FROM line WHERE newest AND bench = 'breakdown'),
b AS (SELECT *, NOT whole AND NOT rest AS class FROM a),
c AS (
  SELECT *, max(iif(whole, seconds, NULL)) OVER token AS token,
    total(iif(class, seconds, NULL)) OVER token AS sum, total(iif(class, moved, NULL)) OVER token AS sum_moved,
    total(iif(class, launches, NULL)) OVER token AS sum_launches, sum(class) OVER token AS classes,
    -- parts without a time; then there are no sums
    sum(class AND seconds IS NULL) OVER token AS refused, sum(NOT rest AND seconds IS NULL) OVER token AS gaps,
    sum(class AND noisy > 0) OVER token AS noisy_classes,
    sum(class AND (instr(lower(name), 'lm_head') OR instr(lower(name), 'output matrix'))) OVER token AS outputs
  FROM b WINDOW token AS (PARTITION BY published, same_token))
SELECT *, seconds / sum AS of_sum, iif(sum > 0, abs(sum / token - 1), NULL) AS difference, sum < token AS sum_short,
  refused = 1 AS one_refused, sum_moved > 0 AND ifnull(outputs, 0) = 0 AS no_output
FROM c ORDER BY nr;

-- The foot of their table.
CREATE VIEW sums AS
WITH a AS (SELECT same_token, 0 AS nr, 'sum of the classes' AS name, sum AS seconds, * FROM taken_apart
    WHERE class AND NOT refused GROUP BY same_token
  UNION ALL
  SELECT same_token, 1, iif(published, 'total, as published', 'the whole token, replayed'), token, * FROM taken_apart
    WHERE class AND NOT refused AND token IS NOT NULL GROUP BY same_token)
SELECT same_token, nr, name, 1e3 * seconds AS ms, seconds / sum AS of_sum, NULL AS href, 1 AS counts,
  iif(sum_moved > 0, sum_moved, NULL) AS moved, iif(sum_moved > 0, sum_moved, NULL) / seconds / 1e9 AS speed,
  iif(sum_launches > 0, sum_launches, NULL) AS launches, NULL AS share, NULL AS room_ms, NULL AS lo_ms, NULL AS hi_ms,
  0 AS refused_here, 0 AS impossible, NULL AS verdict, NULL AS why, NULL AS ceiling
FROM a;

-- The token that shows whether the headline can be true:
--
--     parts   q, k, v, o  +  gate, up  +  down  + ... +  between launches  =  the token
--     rooms   seconds x (1 - share) of each part                           =  the token x (1 - share)
--
-- Where either sum is off by over 5 % of the token, the figure and its parts are of different minutes, or one of
-- the two is wrong. It is the one that fits best: the same model, whole, its build, its place in a text; then the
-- newer, then the one with less in the cache. A class that finds its data in caches reads nothing, so at the speed
-- of light it takes no time.
CREATE TABLE parts AS
SELECT t.*, coalesce(token, parts_sum) AS token_or_sum, 1 / (coalesce(token, parts_sum) - room) AS rate_then,
  1 / coalesce(token, parts_sum) AS rate_now, coalesce(token, parts_sum) > room AS leaves,
  100 * max(ifnull(seconds, 0), 0) / total(max(ifnull(seconds, 0), 0)) OVER () AS width,
  seconds / total(max(ifnull(seconds, 0), 0)) OVER () AS of_total
FROM (SELECT *, iif(count(seconds) OVER () = count(*) OVER (), sum(seconds) OVER (), NULL) AS parts_sum,
    iif(count(seconds) OVER () = count(*) OVER (), sum(coalesce(room, seconds)) OVER (), NULL) AS all_room
  FROM taken_apart WHERE NOT whole AND NOT published AND same_token = (
    SELECT t.same_token FROM taken_apart t LEFT JOIN shown h WHERE NOT t.published AND t.here GROUP BY t.same_token
    ORDER BY ifnull(t.same_model = h.same_model, 0) * 8 + (t.gaps = 0) * 4
      + (h.nr IS NOT NULL AND t.git_sha IS h.git_sha) * 2 + ifnull(t.context = h.context, 0) DESC,
      t.run_nr DESC, t.context NULLS LAST, min(t.nr) LIMIT 1)) t;

CREATE TABLE headline AS
SELECT h.*, t.nr IS NOT NULL AS taken_apart, t.refused, t.one_refused, t.parts_sum, t.all_room,
  CASE WHEN t.same_model <> h.same_model THEN 'on another device, or of another model'
    WHEN t.nr IS NOT NULL AND t.context IS NOT h.context THEN 'behind another number of tokens'
    WHEN t.nr IS NOT NULL AND t.git_sha IS NOT h.git_sha THEN 'by another build' END AS other_token,
  h.seconds * (1 - h.share) AS saved, -- by the speed of light, by the share
  abs(t.parts_sum - h.seconds) > 0.05 * h.seconds AS sum_off,
  abs(t.all_room - h.seconds * (1 - h.share)) > 0.05 * h.seconds AS room_off
FROM shown h LEFT JOIN (SELECT * FROM parts LIMIT 1) t;

-- ---- other pages ----

-- Rates with their ranks: of each model and shape; of others all that are of one model.
CREATE VIEW decoding AS
SELECT *, iif(ranked, sum(ranked) OVER (PARTITION BY published, name, iif(published, NULL, shape)
  ORDER BY speed_rank DESC, nr ROWS UNBOUNDED PRECEDING), NULL) AS rank
FROM line WHERE newest AND bench = 'decode';

-- Kernels: the cold line of each with its partners; without one, each line for itself.
CREATE VIEW kernels AS
WITH a AS (
  SELECT *, min(iif(mode = 'hot', nr, NULL)) OVER same AS hot_nr, min(iif(mode = 'overlap', nr, NULL)) OVER same
    AS overlap_nr, ifnull(mode IN ('hot', 'overlap'), 0) AS warm, max(ifnull(mode = 'cold', 0)) OVER same AS has_cold
  FROM measured WHERE bench = 'kernel' WINDOW same AS (PARTITION BY name, same_bench))
SELECT *, iif(warm, NULL, micros) AS cold_us, (SELECT micros FROM line l WHERE l.nr = hot_nr) AS hot_us,
  (SELECT micros FROM line l WHERE l.nr = overlap_nr) AS overlap_us,
  iif(ranked, sum(ranked) OVER (PARTITION BY same_bench ORDER BY share_rank DESC, nr ROWS UNBOUNDED PRECEDING), NULL)
    AS rank, sum(NOT ranked) OVER (PARTITION BY same_bench) AS unranked
FROM a WHERE NOT warm OR NOT has_cold ORDER BY nr;

CREATE VIEW kernels_here AS
SELECT count(*) AS lines, ifnull(sum(passing), 0) AS passed, sum(failing) AS failed, sum(refusing) AS refusals,
  count(*) - ifnull(sum(judged), 0) AS unchecked, sum(is_noisy) AS noisy_lines
FROM measured WHERE bench = 'kernel' AND here;

-- Points of a roofline: a kernel has the same number in each of its modes.
CREATE TABLE points AS
SELECT *, iif(counts, dense_rank() OVER (PARTITION BY same_bench, counts ORDER BY first), NULL) AS rank
FROM (SELECT *, min(iif(counts, nr, NULL)) OVER (PARTITION BY same_bench, name) AS first, mode IS 'hot' AS hot
  FROM measured WHERE bench = 'kernel' AND pointed) ORDER BY nr;

-- Ablations: the plain model, and the ratio of each switch. A ratio without a rate stands for itself; one with a rate
-- belongs to it.
CREATE VIEW switches AS
WITH a AS (
  SELECT *, min(iif(name = 'plain' AND unit IS NOT 'ratio', nr, NULL)) OVER (PARTITION BY mode, run, same_model)
      AS base_nr,
    min(iif(unit = 'ratio', nr, NULL)) OVER same AS first_ratio,
    unit IS 'ratio' AND max(unit IS NOT 'ratio') OVER same AS belongs
  FROM measured WHERE bench = 'ablation' WINDOW same AS (PARTITION BY mode, run, same_model, name)),
b AS (
  SELECT a.*, base.href AS base_href, base.value AS base_value, base.counts AS base_counts, base.lo AS base_lo,
    base.hi AS base_hi, base.impossible AS base_impossible, base.verdict AS base_verdict, base.why AS base_why,
    r.nr AS ratio_nr, r.value AS r_value, r.lo AS r_lo, r.hi AS r_hi, r.little AS r_little
  FROM a LEFT JOIN line base ON base.nr = base_nr LEFT JOIN line r ON r.nr = iif(belongs, NULL, first_ratio)),
c AS (
  SELECT *, iif(ratio_nr, r_lo, lo) AS own_lo, iif(ratio_nr, r_hi, hi) AS own_hi,
    iif(ratio_nr, 1, base_lo) AS least, iif(ratio_nr, 1, base_hi) AS most,
    CASE WHEN NOT counts THEN NULL WHEN ratio_nr THEN 1 - r_value WHEN base_counts THEN 1 - value / base_value END
      AS worth -- of the speed, what is lost without it
  FROM b)
SELECT *, name IS NOT 'plain' AND (unit IS NOT 'ratio' OR ratio_nr IS nr) AS switched, abs(worth) AS worth_size,
  worth < 0 AS harmful, iif(counts AND ratio_nr, 1 - r_hi, NULL) AS worth_lo,
  iif(counts AND ratio_nr, 1 - r_lo, NULL) AS worth_hi, iif(ratio, NULL, value) AS rate_without,
  CASE WHEN NOT counts THEN verdict
    WHEN iif(ratio_nr, r_little, little) IS NOT NULL THEN iif(ratio_nr, r_little, little)
    WHEN least + most + own_lo + own_hi IS NULL THEN 'no interval'
    WHEN own_hi < least THEN 'helps' WHEN own_lo > most THEN 'hurts' ELSE 'no difference' END AS conclusion
FROM c ORDER BY nr;

-- Steps of an optimisation, each against the one before that stayed.
CREATE VIEW steps AS
WITH a AS (
  SELECT *, max(iif(reverted, NULL, nr)) OVER (PARTITION BY run, same_model ORDER BY nr ROWS BETWEEN UNBOUNDED PRECEDING
      AND 1 PRECEDING) AS last_nr, value / max(max(value) OVER (PARTITION BY run, same_model), 0) AS of_best
  FROM others WHERE bench = 'ablation')
SELECT *, iif(reverted, NULL, value - (SELECT value FROM line l WHERE l.nr = last_nr)) AS gain FROM a ORDER BY nr;

-- Rates along a text; what reads more cannot be faster.
CREATE VIEW curves AS
WITH a AS (
  SELECT *, lag(position) OVER curve AS before_position, lag(ceiling) OVER curve AS before_ceiling,
    lag(value) OVER curve AS before_value, lag(hi) OVER curve AS before_hi
  FROM line WHERE newest AND bench IN ('decode', 'prefill') AND placed
  WINDOW curve AS (PARTITION BY bench, same_curve ORDER BY position, nr))
SELECT *, value > before_value AS upside_down, lo > before_hi AS apart,
  before_ceiling IS NOT NULL AND ceiling IS NOT NULL AS both_ceilings,
  min(position) OVER curve AS curve_from, first_value(nr) OVER curve AS curve_nr
FROM a WINDOW curve AS (PARTITION BY bench, same_curve ORDER BY position, nr)
ORDER BY curve_from, curve_nr, position, nr; -- curve by curve

CREATE TABLE ladder AS
SELECT *, min(nr) OVER (PARTITION BY target) AS first FROM measured WHERE bench = 'ladder' ORDER BY nr;
CREATE VIEW rungs AS -- by names and targets, with those that were not tried
SELECT n.name AS of, t.nr AS at, best.* FROM (SELECT DISTINCT name FROM ladder) n JOIN ladder t ON t.nr = t.first
  LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY name, target ORDER BY value DESC, nr DESC) AS nth FROM ladder
    WHERE level) best ON nth = 1 AND best.name IS n.name AND best.target IS t.target;
CREATE VIEW cells AS -- each counts once, by the highest rung that it reached
SELECT count(*) AS cells, sum(best >= 3) AS cells_run, sum(best >= 4) AS cells_hard
FROM (SELECT max(value) AS best FROM ladder WHERE level GROUP BY name, target);

-- The same measurements over commits; those with the shortest context stand for all.
CREATE VIEW past_rates AS
SELECT *, dense_rank() OVER (ORDER BY first) - 1 AS column FROM (
  SELECT *, min(iif(shared, nr, NULL)) OVER (PARTITION BY place) AS first FROM (
    SELECT *, min(context) OVER (PARTITION BY mode, name, same_bench) AS shortest
    FROM line WHERE bench = 'decode' AND NOT published AND here AND counts)
  WHERE (context > shortest) IS NOT TRUE) ORDER BY nr;

-- A change is marked where it is over 2 points and more than the intervals of the two allow.
CREATE TABLE past_kernels AS
WITH a AS (
  SELECT *, min(nr) OVER (PARTITION BY place) AS first, max(nr) OVER (PARTITION BY place, same_series) AS last
  FROM line WHERE bench = 'kernel' AND NOT published AND here AND shared),
b AS (SELECT *, dense_rank() OVER (ORDER BY first DESC) AS from_end FROM a),
c AS (
  SELECT *, lag(share) OVER series AS s, lag(sol_lo) OVER series AS s_lo, lag(sol_hi) OVER series AS s_hi,
    lag(little) OVER series AS s_little
  FROM b WHERE nr = last AND from_end <= 8 WINDOW series AS (PARTITION BY same_series ORDER BY first))
SELECT b.*, c.little IS NULL AND s_little IS NULL AND c.share - s > 0.02 AND c.sol_lo > s_hi AS better,
  c.little IS NULL AND s_little IS NULL AND s - c.share > 0.02 AND c.sol_hi < s_lo AS worse
FROM b LEFT JOIN c USING (nr) ORDER BY nr;
CREATE VIEW past_cells AS -- by series and commits, with those that have none
SELECT s.same_series AS of, c.nr AS at, k.*
FROM (SELECT DISTINCT same_series FROM past_kernels) s JOIN past_kernels c ON c.nr = c.first AND c.from_end <= 8
  LEFT JOIN past_kernels k ON k.nr = k.last AND k.place IS c.place AND k.same_series = s.same_series;

-- Roofs and points of each roofline: mark and ink are those of plots.sql, and `at` is the order along a curve. Points
-- that would lie over each other have all their numbers beside the first.
CREATE VIEW roofline AS
WITH a AS (
  SELECT *, (SELECT value FROM measured c WHERE bench = 'ceiling' AND name = 'int8' AND here AND c.device IS f.device
    ORDER BY nr DESC LIMIT 1) AS int8
  FROM (SELECT same_bench, device, "where", ceiling, peak, min(nr) FROM points GROUP BY same_bench) f
    JOIN (SELECT same_bench, min(intensity) / 2 AS least, max(intensity) * 2 AS most FROM points GROUP BY same_bench)
    USING (same_bench)),
b AS (SELECT *, coalesce(peak / ceiling, most) AS ridge FROM a),
roof AS (SELECT *, min(least, ridge / 4) AS least_x, max(most, ridge * 8) AS most_x FROM b),
slope AS (
  SELECT *, least_x AS x FROM roof UNION ALL SELECT *, ridge FROM roof UNION ALL SELECT *, most_x FROM roof),
flat AS (
  SELECT *, min(int8 / ceiling, most_x) AS x FROM roof WHERE int8 > 0 AND int8 / ceiling < most_x
  UNION ALL SELECT *, most_x FROM roof WHERE int8 > 0 AND int8 / ceiling < most_x)
SELECT same_bench, "where", ceiling, peak, 'roofs, measured' AS curve, 0 AS mark, 5 AS ink, x,
  coalesce(min(ceiling * x, peak), ceiling * x, peak) AS y, x AS at, NULL AS label FROM slope
UNION ALL SELECT same_bench, NULL, NULL, NULL, '8-bit roof', 1, 5, x, int8, x, NULL FROM flat
UNION ALL SELECT * FROM (
  SELECT same_bench, NULL, NULL, NULL, iif(hot, 'hot', 'cold'), 2 + hot, hot, intensity, work, nr,
    (SELECT iif(min(o.nr) < p.nr, NULL, substr(group_concat(o.rank, ' '), 1, 40)) FROM points o
      WHERE o.same_bench = p.same_bench AND o.hot = p.hot AND o.counts
        AND max(o.intensity / p.intensity, p.intensity / o.intensity) < 1.1735 -- exp(0.16)
        AND max(o.work / p.work, p.work / o.work) < 1.284) -- exp(0.25)
  FROM points p WHERE counts ORDER BY hot, nr);
