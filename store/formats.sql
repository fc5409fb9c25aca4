-- formats.sql - what goes out as tables, what lists show, and what comes in from others, a statement a section (ts_format_sql).

-- An export is what these say of each step: 0, before the runs; a run, :id, by its number; -1, behind them. Rows of the
-- store go out as their texts, in which numbers are as they are.

-- @steps
SELECT '' AS id, 0 AS step
UNION ALL SELECT id, step FROM (SELECT id, row_number() OVER (ORDER BY started, id) AS step FROM run
  WHERE substr(id, 1, length(:run)) = :run ORDER BY step)
UNION ALL SELECT '', -1;

-- @export jsonl
SELECT '{"type":"run",' || text || '}' || char(10) FROM run_text WHERE run = :id
UNION ALL SELECT * FROM (SELECT '{"type":"result","run":"' || run || '",' || r.text
  || iif(s.text <> '[]', ',"samples":' || s.text, '') || '}' || char(10)
  FROM result_text r JOIN samples_text s USING (run, seq) WHERE run = :id ORDER BY seq);

-- @export json
SELECT CASE :step WHEN 0 THEN '{"tessera":"results","version":1,"runs":[' WHEN -1 THEN char(10) || ']}' || char(10)
  ELSE (SELECT iif(:step > 1, ',', '') || char(10) || '{' || text || ',"results":[' FROM run_text WHERE run = :id) END
UNION ALL SELECT * FROM (SELECT iif(seq, ',', '') || char(10) || '{' || r.text
  || iif(s.text <> '[]', ',"samples":' || s.text, '') || '}'
  FROM result_text r JOIN samples_text s USING (run, seq) WHERE run = :id ORDER BY seq)
UNION ALL SELECT ']}' WHERE :step > 0;

-- @export csv
-- The twelve columns of the pu-rs.org submissions come first, under their names; then ours, but for those that stand
-- there already and those that the store alone needs. A rate of tokens is the inverse of a latency; other units are
-- none. Some of theirs are reckoned: 12 digits are enough for their readers. A program that shows tables takes a cell
-- that begins as one for a formula.
WITH
column (nr, name, ours, otherwise) AS (
  VALUES (1, 'device_id', 'device_name', 'device'), (2, 'kernel_id', 'name', NULL), (3, 'dtype', 'dtype', NULL),
    (4, 'input_shape', 'shape', NULL), (5, 'batch_size', 'batch', NULL), (6, 'impl_lang', 'target', NULL),
    (7, 'latency_us', 'latency_us', NULL), (8, 'throughput_gbps', 'throughput_gbps', NULL),
    (9, 'driver_version', 'driver', NULL), (10, 'toolchain', 'toolchain', 'compiler'), (11, 'git_sha', 'git_sha', NULL),
    (12, 'submitter', 'command', 'source'), (13, 'run', 'run', NULL)
  UNION ALL SELECT 100 + cid, name, name, NULL FROM pragma_table_info('run')
  WHERE name NOT IN ('id', 'git_sha', 'digest')
  UNION ALL SELECT 200 + cid, name, name, NULL FROM pragma_table_info('result')
  WHERE name NOT IN ('run', 'dtype', 'toolchain', 'samples', 'digest', 'samples_digest')),
reckoned AS (SELECT run, seq, gbps, CASE unit WHEN 'us' THEN value WHEN 's' THEN value * 1e6
  WHEN 'tok/s' THEN iif(value > 0, 1e6 / value, NULL) END AS latency FROM result WHERE run = :id),
line AS (SELECT seq, '{' || a.text || ',"run":"' || run || '",' || b.text
    || iif(latency IS NULL, '', printf(',"latency_us":%.12g', latency))
    || iif(gbps IS NULL, '', printf(',"throughput_gbps":%.12g', gbps)) || '}' AS row
  FROM reckoned JOIN result_text b USING (run, seq) JOIN run_text a USING (run)),
member AS MATERIALIZED (SELECT seq, key, type, value FROM line, json_each(row)),
cell AS (SELECT l.seq, nr, coalesce(a.value, b.value) AS value, coalesce(a.type, b.type) = 'text' AS words
  FROM line l JOIN column LEFT JOIN member a ON a.seq = l.seq AND a.key = ours
    LEFT JOIN member b ON b.seq = l.seq AND b.key = otherwise),
quoted AS (SELECT seq, nr, CASE WHEN NOT words THEN told(value)
  WHEN value GLOB '[=+@' || char(9, 13) || '-]*' THEN '"''' || replace(value, '"', '""') || '"'
  WHEN value GLOB '*[,"' || char(13, 10) || ']*' THEN '"' || replace(value, '"', '""') || '"'
  ELSE ifnull(value, '') END AS text FROM cell ORDER BY seq, nr)
SELECT group_concat(name) || char(13, 10) FROM (SELECT name FROM column ORDER BY nr) WHERE :step = 0 HAVING count(*)
UNION ALL SELECT * FROM (SELECT group_concat(text) || char(13, 10) FROM quoted GROUP BY seq ORDER BY seq);

-- @export markdown
-- Of a run, line by line: what is known of it (behind a bar is the unit), kernels by latency and share of the peak,
-- decoding as llama-bench prints it, with mean and deviation of the samples that count, and the rest as a list.
WITH RECURSIVE
of_run AS (SELECT * FROM run WHERE id = :id),
lines AS (SELECT *, coalesce(device, device_name) AS place, 100 * sol AS share,
  iif(lo + hi IS NULL, NULL, '[' || plain(lo) || ', ' || plain(hi) || ']') AS interval,
  CASE WHEN bench = 'kernel' AND unit = 'us' THEN 2 WHEN bench IN ('decode', 'prefill') AND unit = 'tok/s' THEN 3
    ELSE 4 END AS part FROM result WHERE run = :id),
counted AS (SELECT seq, value, avg(value) OVER (PARTITION BY seq) AS mean FROM sample WHERE run = :id AND kept),
spread AS (SELECT seq, mean, iif(count(*) > 1, sqrt(sum((value - mean) * (value - mean)) / (count(*) - 1)), 0.0) AS around
  FROM counted GROUP BY seq),
-- "1.5B" at the end of a part of the name, as model names have it.
word (seq, word, rest) AS (
  SELECT seq, '', replace(replace(replace(replace(name, '-', ' '), '_', ' '), ':', ' '), '/', ' ') || ' '
  FROM lines WHERE part = 3
  UNION ALL SELECT seq, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM word
  WHERE rest <> ''),
params AS (SELECT seq, max(printf('%g B', CAST(word AS REAL))) AS params FROM word
  WHERE lower(word) GLOB '[0-9]*b' AND substr(word, 1, length(word) - 1) NOT GLOB '*[^0-9.]*'
    AND CAST(word AS REAL) BETWEEN 1e-9 AND 9999 GROUP BY seq),
line (part, seq, text) AS (
  SELECT 0, 0, iif(:step > 1, char(10), '') || '## Run ' || substr(id, 1, 8) || char(10) FROM of_run
  UNION ALL SELECT 1, f.id, '- ' || substr(key, 1, instr(key || '|', '|') - 1) || ': ' || plain(value)
    || iif(instr(key, '|'), ' ' || substr(key, instr(key, '|') + 1), '')
  FROM of_run JOIN json_each(json_object('kind', kind, 'source', source, 'where', url, 'started', started,
    'finished', iif(kind = 'measured', coalesce(finished, 'no: cut short'), NULL), 'processor', cpu,
    'cores', CAST(cores AS INTEGER), 'instructions', isa, 'memory|GiB', memory_bytes / (1 << 30),
    'last-level cache|MiB', cache_bytes / (1 << 20), 'system', os, 'hypervisor', hypervisor, 'machine', machine,
    'commit', git_sha, 'compiler', compiler, 'flags', flags, 'command', command, 'note', note)) f WHERE value <> ''
  UNION ALL SELECT DISTINCT part, -1, char(10) || CASE part
    WHEN 2 THEN '### Kernels' || char(10) || char(10)
      || '| Kernel | Op | Device | Dtype | Shape | Latency (us) | GFLOPS | BW (GB/s) | Peak % | Bound | Check |'
      || char(10) || '|---|---|---|---|---|---:|---:|---:|---:|---|---|'
    WHEN 3 THEN '### Decoding' || char(10) || char(10)
      || '| model | size | params | backend | threads | test | t/s | median | 95 % interval | peak % |' || char(10)
      || '| --- | ---: | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: |'
    ELSE '### Other figures' || char(10) || char(10)
      || '| Bench | Name | Mode | Device | Value | Unit | 95 % interval | n | Note |' || char(10)
      || '|---|---|---|---|---:|---|---:|---:|---|' END FROM lines
  UNION ALL SELECT part, seq, cells(name, mode, place, dtype, shape, value, gflops, gbps, share, bound, verdict)
  FROM lines WHERE part = 2
  UNION ALL SELECT part, seq, cells(name, iif(bytes IS NULL, NULL, printf('%.2f GiB', bytes / (1 << 30))), params, place,
    CAST(threads AS INTEGER), substr(coalesce(mode, iif(bench = 'decode', 'tg', 'pp')), 1, 120)
      || iif(context > 0 AND NOT ifnull(instr(mode, '@'), 0), printf(' @ d%.0f', context), ''),
    CASE WHEN around IS NOT NULL THEN printf('%.2f ± %.2f', mean, around) WHEN value IS NOT NULL
      THEN printf('%.2f', value) END, value, interval, share)
  FROM lines LEFT JOIN spread USING (seq) LEFT JOIN params USING (seq) WHERE part = 3
  UNION ALL SELECT part, seq, cells(bench, name, mode, place, value, unit, interval, CAST(n AS INTEGER), why)
  FROM lines WHERE part = 4)
SELECT text || char(10) FROM line ORDER BY part, seq;

-- Lists: their lines, with columns as wide as the widest cell of each but for the last. nr 0: the heads.

-- @list
WITH
line AS (SELECT * FROM run WHERE substr(id, 1, length(:run)) = :run),
cell (nr, a, b, c, d, e, f, g) AS (
  SELECT 0, 'RUN', 'STARTED', 'MACHINE', 'COMMIT', 'RESULTS', 'STATE', 'SOURCE'
  UNION ALL SELECT row_number() OVER (ORDER BY started, id), plain(substr(id, 1, 8)), plain(substr(started, 1, 20)),
    plain(substr(machine, 1, 8)), plain(substr(git_sha, 1, 10)),
    printf('%7d', (SELECT count(*) FROM result WHERE run = id)),
    iif(kind = 'published', kind, iif(finished IS NULL, 'cut short', 'finished')), plain(source) FROM line)
SELECT text FROM (SELECT nr, printf('%-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  ', max(length(a)) OVER (), a,
    max(length(b)) OVER (), b, max(length(c)) OVER (), c, max(length(d)) OVER (), d, max(length(e)) OVER (), e,
    max(length(f)) OVER (), f) || g || char(10) AS text FROM cell ORDER BY nr)
UNION ALL SELECT printf('%d run%s, %d result%s in ', runs, iif(runs = 1, '', 's'), results, iif(results = 1, '', 's'))
FROM (SELECT (SELECT count(*) FROM line) AS runs, (SELECT count(*) FROM result JOIN line ON run = id) AS results);

-- @show
WITH
head AS (SELECT * FROM run WHERE substr(id, 1, length(:run)) = :run ORDER BY started DESC, id DESC LIMIT 1),
cell (nr, a, b, c, d, e, f, g, h, i, j, k, l) AS (
  SELECT 0, 'BENCH', 'NAME', 'MODE', 'DEVICE', 'TARGET', 'DTYPE', 'SHAPE', 'VALUE', 'UNIT', '95 %', 'PEAK %', 'CHECK'
  FROM head
  UNION ALL SELECT seq + 1, plain(substr(bench, 1, 47)), plain(substr(name, 1, 47)), plain(substr(mode, 1, 47)),
    plain(substr(coalesce(device, device_name), 1, 47)), plain(substr(target, 1, 47)), plain(substr(dtype, 1, 47)),
    plain(substr(shape, 1, 47)), iif(value IS NULL, '-', printf('%.5g', value)), plain(unit),
    iif(lo + hi IS NULL, '-', printf('[%.5g, %.5g]', lo, hi)), iif(sol IS NULL, '-', printf('%.1f', 100 * sol)),
    plain(verdict) FROM result WHERE run = (SELECT id FROM head))
SELECT 'run ' || id || ', ' || ifnull(started, '-') || ifnull(' to ' || finished, '') || ': '
  || iif(kind = 'published', kind, iif(finished IS NULL, 'cut short', 'finished')) || char(10)
  || ifnull(source, '-') || '; ' || ifnull(cpu, '-') || '; commit ' || ifnull(git_sha, '-') || char(10, 10) AS text FROM head
UNION ALL SELECT text FROM (SELECT nr, printf('%-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  %-!*s  ',
    max(length(a)) OVER (), a, max(length(b)) OVER (), b, max(length(c)) OVER (), c, max(length(d)) OVER (), d,
    max(length(e)) OVER (), e, max(length(f)) OVER (), f, max(length(g)) OVER (), g, max(length(h)) OVER (), h,
    max(length(i)) OVER (), i, max(length(j)) OVER (), j, max(length(k)) OVER (), k) || l || char(10) AS text
  FROM cell ORDER BY nr)
UNION ALL SELECT 'no runs yet; tessera bench measures one' || char(10) WHERE NOT EXISTS (SELECT 1 FROM head);

-- :row of a file is one of its rows as an object. The columns are what is wrong with it, the run, and the result, which
-- names its run; a run beside a result whose id was there before is that one.

-- @ours
-- A line of jsonl, behind those that came.
WITH last AS (SELECT id, (SELECT ifnull(max(seq) + 1, 0) FROM incoming.result WHERE run = id) AS n
  FROM incoming.run ORDER BY rowid DESC LIMIT 1)
SELECT CASE WHEN (type IN ('run', 'result')) IS NOT TRUE THEN '"type" is neither "run" nor "result"'
  WHEN type = 'run' THEN NULL
  WHEN (:row ->> 'run' = (SELECT id FROM last)) IS NOT TRUE
    THEN 'a result that does not stand behind the line of its run'
  WHEN (json_type(:row, '$.seq') IN ('integer', 'real') AND :row ->> 'seq' = (SELECT n FROM last)) IS NOT TRUE
    THEN printf('"seq" is not %d: a result is missing or out of order', (SELECT n FROM last)) END AS fault,
  iif(type = 'run', :row, NULL) AS run, iif(type = 'result', :row, NULL) AS result
FROM (SELECT :row ->> 'type' AS type);

-- Files of others: cells of a table are texts, and empty ones are left out. :source and :url are what was said of the
-- file, or NULL, :file is a digest of what is in it, :stem its name. Numbers go as they stand there, since SQLite prints
-- 15 digits; what is unknown is left out (json_patch).

-- @pu-rs
-- A run for each commit and submitter.
WITH
number (name, least, most, needed) AS (
  VALUES ('latency_us', 1e-6, 1e15, 1), ('batch_size', 1.0, 1e9, 0), ('throughput_gbps', 0.0, 1e9, 0)),
cell AS (SELECT name, least, most, needed, :row ->> name AS value FROM number),
x AS (SELECT :row ->> 'kernel_id' = 'deepseek_decode_step' AS token, coalesce(:source, 'pu-rs.org') AS source,
  ifnull(:row ->> 'toolchain' LIKE '%theoretical%', 0) AS reckoned, -- it stands among measurements
  :row ->> 'sums_ok' AS ok,
  coalesce((SELECT printf('%s is "%.40s", not a number from %g to %g', name, ifnull(value, ''), least, most) FROM cell
    WHERE CASE WHEN value IS NULL THEN needed WHEN NOT json_valid(value) THEN 1 WHEN json_type(value) NOT IN
      ('integer', 'real') THEN 1 ELSE CAST(value AS REAL) NOT BETWEEN least AND most END LIMIT 1),
    iif(:row ->> 'device_id' IS NULL OR :row ->> 'kernel_id' IS NULL, 'device_id and kernel_id may not be empty', NULL))
    AS fault)
SELECT fault, json_patch('{}', json_object('id', id, 'kind', 'published', 'source', source, 'url', :url,
    'git_sha', :row ->> 'git_sha', 'command', :row ->> 'submitter')) AS run,
  iif(fault IS NULL, json_patch('{}', json_object('run', id, 'bench', iif(token, 'decode', 'kernel'), 'name',
    iif(token, 'DeepSeek-R1-Distill-Qwen-1.5B', :row ->> 'kernel_id'), 'unit', iif(token, 'tok/s', 'us'), 'value',
    json(iif(token, 1e6 / :row ->> 'latency_us', :row ->> 'latency_us')), 'gbps', json(:row ->> 'throughput_gbps'),
    'device_name', :row ->> 'device_id', 'target', :row ->> 'impl_lang', 'driver', :row ->> 'driver_version', 'dtype',
    :row ->> 'dtype', 'shape', :row ->> 'input_shape', 'batch', json(:row ->> 'batch_size'), 'toolchain',
    :row ->> 'toolchain', 'mode', iif(reckoned, 'theoretical', NULL), 'verdict',
    CASE WHEN reckoned OR ok IS NULL THEN 'none' WHEN lower(ok) = 'true' THEN 'pass' ELSE 'fail' END, 'why',
    iif(ok IS NULL, NULL, printf('as published: max_abs_err %.40s, sums_ok %.40s', :row ->> 'max_abs_err', ok)))), NULL)
    AS result
FROM (SELECT *, digest(source || char(0) || ifnull(:row ->> 'git_sha', '') || char(10)
  || ifnull(:row ->> 'submitter', '') || char(0) || :file, 32) AS id FROM x);

-- @ds4
-- A line is one frontier: the prompt up to it, tokens from there on, and the cache it took. The file names no model;
-- ds4 is made for this one.
WITH
cell AS (SELECT column1 AS name, :row ->> column1 AS value FROM (VALUES ('ctx_tokens'), ('prefill_tokens'),
  ('prefill_tps'), ('gen_tokens'), ('gen_tps'), ('kvcache_bytes'))),
x AS (SELECT coalesce(:source, :stem) AS source,
  (SELECT printf('%s is "%.40s", not a number from 0 to 1e+15', name, ifnull(value, '')) FROM cell
    WHERE CASE WHEN value IS NULL OR NOT json_valid(value) THEN 1 WHEN json_type(value) NOT IN ('integer', 'real') THEN 1
      ELSE CAST(value AS REAL) NOT BETWEEN 0 AND 1e15 END LIMIT 1) AS fault)
SELECT fault, json_patch('{}', json_object('id', id, 'kind', 'published',
    'source', source, 'url', :url)) AS run,
  iif(fault IS NULL, json_patch('{}', json_object('run', id, 'name', 'DeepSeek-V4-Flash', 'batch', 1, 'verdict', 'none',
    'bench',
    column1, 'mode', column2, 'unit', column3, 'value', json(:row ->> column4), 'context', json(column5), 'prompt',
    json(column6), 'tokens', json(column7))), NULL) AS result
FROM (SELECT *, digest(source || char(0) || char(0) || :file, 32) AS id FROM x) JOIN (VALUES
  ('prefill', printf('pp%.0f', :row ->> 'prefill_tokens'), 'tok/s', 'prefill_tps',
    iif(:row ->> 'ctx_tokens' - :row ->> 'prefill_tokens' >= 0, :row ->> 'ctx_tokens' - :row ->> 'prefill_tokens', NULL),
    :row ->> 'prefill_tokens', NULL),
  ('decode', printf('tg%.0f', :row ->> 'gen_tokens'), 'tok/s', 'gen_tps', :row ->> 'ctx_tokens', NULL,
    :row ->> 'gen_tokens'),
  ('memory', 'kv', 'B', 'kvcache_bytes', :row ->> 'ctx_tokens', NULL, NULL));

-- @llama-bench
-- The mode is pp512, tg128, pp512+tg128, with the depth behind it as llama-bench prints it; older versions have none.
-- A file's name is what is left when all up to its last slash is cut off. The value is the median of the samples.
WITH
sample AS (SELECT key + 1 AS nr, type IN ('integer', 'real') AND value > 0 AS good, value,
  fullkey,
  row_number() OVER (ORDER BY value) AS rank, count(*) OVER () AS n FROM json_each(:row, '$.samples_ts')),
x (p, g, d, source, file, fault) AS (SELECT :row ->> 'n_prompt', :row ->> 'n_gen', ifnull(:row ->> 'n_depth', 0),
  coalesce(:source, 'llama-bench'), :row ->> 'model_filename',
  CASE WHEN (json_type(:row, '$.avg_ts') IN ('integer', 'real') AND :row ->> 'avg_ts' > 0) IS NOT TRUE
    THEN '"avg_ts" is no speed'
  WHEN (typeof(:row ->> 'n_prompt') = 'real' AND typeof(:row ->> 'n_gen') = 'real'
    AND :row ->> 'n_prompt' BETWEEN 0 AND 1e9 AND :row ->> 'n_gen' BETWEEN 0 AND 1e9
    AND ifnull(:row ->> 'n_depth', 0) BETWEEN 0 AND 1e9 AND :row ->> 'n_prompt' + :row ->> 'n_gen' >= 1
    AND :row ->> 'n_prompt' = CAST(:row ->> 'n_prompt' AS INTEGER)
    AND :row ->> 'n_gen' = CAST(:row ->> 'n_gen' AS INTEGER)) IS NOT TRUE
    THEN '"n_prompt", "n_gen" and "n_depth" do not say what was measured'
  ELSE (SELECT printf('sample %d of "samples_ts" is no speed', nr) FROM sample WHERE NOT good ORDER BY nr LIMIT 1) END)
SELECT fault, json_patch('{}', json_object('id', id, 'kind', 'published',
    'source', source, 'url', :url, 'git_sha', nullif(:row ->> 'build_commit', ''), 'cpu',
    nullif(:row ->> 'cpu_info', ''), 'started', nullif(:row ->> 'test_time', ''))) AS run,
  iif(fault IS NULL, json_patch('{}', json_object('run', id, 'bench', iif(g > 0, 'decode', 'prefill'), 'verdict', 'none',
    'unit',
    'tok/s', 'value', json(ifnull((SELECT avg(value) FROM sample WHERE rank IN ((n + 1) / 2, (n + 2) / 2)),
      :row -> 'avg_ts')), 'n', (SELECT nullif(count(*), 0) FROM sample),
    'prompt', p, 'tokens', g, 'context', d, 'batch', 1, 'bytes', iif(p > 0, NULL, :row -> 'model_size'), 'name',
    coalesce(nullif(:row ->> 'model_type', ''), nullif(substr(file, 1 + length(rtrim(file, replace(file, '/', '')))), '')),
    'device', nullif(:row ->> 'backends', ''), 'device_name',
    coalesce(nullif(:row ->> 'gpu_info', ''), nullif(:row ->> 'cpu_info', '')), 'threads', :row -> 'n_threads', 'kv',
    nullif(:row ->> 'type_k', ''), 'mode', iif(p > 0, printf('pp%.0f', p), '') || iif(p > 0 AND g > 0, '+', '')
      || iif(g > 0, printf('tg%.0f', g), '') || iif(d > 0, printf(' @ d%.0f', d), ''), 'samples',
    json((SELECT json_group_array(json_array(:row -> fullkey, NULL, NULL, NULL, 1)) FROM (SELECT * FROM sample ORDER BY nr))))),
    NULL) AS result
FROM (SELECT *, digest(source || char(0) || char(0) || :file, 32) AS id FROM x);
