-- peers.sql - the rate of generation in what a command printed. :lines are its lines and, of those that are data,
-- objects: s is the stream, t a line, j an object of JSON (of an array in it its size), c a row of CSV by its head.
-- :pattern is the user's own, or NULL.
--
-- A row is the rate, the format that it was found in, what else it contains, and what is wrong; no row: nothing is known
-- in it. stdout comes first, then the formats in their order. #: a number; ~: blanks.
WITH
-- kind: a format of which one rate must stand alone, the last one counts, or the median (of a log).
format (nr, name, pattern, part, kind, remark) AS (
  SELECT row_number() OVER (), column1, replace(replace(column2, '#', '([0-9]+\.?[0-9]*)'), '~', '[[:blank:]]*'), column3,
    column4, column5
  FROM (VALUES
    ('llama-bench, table', '\|~tg[0-9]+(~@~[dp]+[0-9]+)?~\|~# *(±|\|)', 2, 'one', NULL),
    ('llama.cpp, timings', '(^|[:|])~eval time~=.*[,(]~# tokens per second', 2, 'last', NULL),
    ('llama-cli', '\[ *Prompt: *[0-9.]+ t/s *\| *Generation: *# t/s', 1, 'last', NULL),
    ('mlx_lm.benchmark', '^~Averages:.*generation_tps=#', 1, 'last', NULL),
    ('mlx_lm', '^~Generation: [0-9]+ tokens, # tokens-per-sec', 1, 'last', NULL),
    ('ollama', '^~eval rate:~# tokens/s', 1, 'last', NULL),
    ('serving benchmark', '^~Output token throughput \(tok/s\):~#', 1, 'one',
      'output tokens over the whole run, prompts included'),
    ('vllm bench throughput', '^~Throughput:.* # output tokens/s', 1, 'one',
      'output tokens over the whole run, prompts included'),
    ('sglang, one batch', '^~Decode\.~median latency:.*median throughput:~# token/s', 1, 'last', NULL),
    ('vllm, log', 'Avg generation throughput: # tokens/s', 1, 'median', 'median of its log'),
    ('sglang, log', 'gen throughput \(token/s\): #', 1, 'median', 'median of its log'),
    ('tessera run', '^Generated [0-9]+ tokens? in [0-9.]+s \([0-9]+ steps?, # tok/s\)', 1, 'last', NULL),
    ('tessera bench', '^decode at context [0-9]+: # tok/s', 1, 'one', NULL))
  WHERE :pattern IS NULL
  UNION ALL SELECT 1, '--vs-pattern', :pattern, 1, 'last', NULL WHERE :pattern IS NOT NULL),
line AS MATERIALIZED (SELECT key AS nr, value ->> 's' AS stream, value ->> 't' AS text, value -> 'j' AS j, value -> 'c' AS c
  FROM json_each(:lines)),
-- Earlier builds of ours said n tokens over the time of n - 1 steps.
data AS (SELECT stream, line.nr, e.id - 1000 AS format, key AS name, value AS x
  FROM line, json_each(CASE WHEN j IS NOT NULL THEN json_object(
    'llama-bench, JSON', iif(j ->> 'n_gen' > 0 AND ifnull(j ->> 'n_prompt', 0) = 0, j ->> 'avg_ts', NULL),
    'tessera run, JSON', iif(j ->> 'decode_tok_s' IS NULL, NULL, printf('%.17g', (j ->> 'ids' - 1) / (j ->> 'decode_s'))),
    'tessera bench, JSON', iif(j ->> 'bench' = 'decode', coalesce(j ->> 'tok_s',
      iif(j ->> 'unit' = 'tok/s', j ->> 'value', NULL)), NULL),
    'llama-server, JSON', j ->> 'timings', 'serving benchmark, JSON', j ->> 'output_throughput',
    'ollama, JSON', printf('%.17g', 1e9 * (j ->> 'eval_count') / (j ->> 'eval_duration')))
  WHEN c IS NOT NULL THEN json_object(
    'llama-bench, CSV', iif(real(c ->> 'n_gen') > 0 AND real(c ->> 'n_prompt') = 0, c ->> 'avg_ts', NULL),
    'ds4-bench, CSV', iif(c ->> 'ctx_tokens' IS NULL, NULL, c ->> 'gen_tps')) END) e),
found AS (SELECT stream, nr, format, name, 'one' AS kind, NULL AS remark, real(x) AS x FROM data
  UNION ALL SELECT stream, l.nr, f.nr, name, kind, remark,
    real(coalesce(matched(text, pattern, part), iif(:pattern IS NULL, NULL, matched(text, pattern, 0))))
  FROM format f CROSS JOIN line l WHERE text IS NOT NULL),
best AS (SELECT stream, format FROM found WHERE x > 0 AND x < 1e999 ORDER BY stream, format LIMIT 1),
rate AS MATERIALIZED (SELECT *, row_number() OVER (ORDER BY nr) AS place, row_number() OVER (ORDER BY x) AS rank,
    count(*) OVER () AS n FROM found JOIN best USING (stream, format) WHERE x > 0 AND x < 1e999),
chosen AS (SELECT name, kind, remark, n, iif(kind = 'median', avg(iif(rank IN ((n + 1) / 2, (n + 2) / 2), x, NULL)),
    max(iif(place = n, x, NULL))) AS x, max(iif(place = 1, x, NULL)) AS first, max(iif(place = 2, x, NULL)) AS second
  FROM rate HAVING count(*))
SELECT x, name, remark, iif(n > 1 AND kind = 'one', printf('%s printed %d generation rates (%g, %g%s): let it measure '
  || 'one, or say which with --vs-pattern', name, n, first, second, iif(n > 2, ', ...', '')), NULL) AS fault FROM chosen
UNION ALL SELECT NULL, NULL, NULL, 'it printed a rate of prompts but none of generation: let it generate tokens '
  || '(llama-bench: -n 32), or give --vs-pattern REGEX'
WHERE :pattern IS NULL AND NOT EXISTS (SELECT 1 FROM best) AND EXISTS (SELECT 1 FROM line
  WHERE j ->> 'bench' = 'prefill' OR real(coalesce(j, c) ->> 'n_prompt') > 0 OR matched(text,
    '\|[[:blank:]]*pp[0-9]+|prompt eval (time|rate)|^[[:blank:]]*Prompt: [0-9]+ tokens|Avg prompt throughput', 0) <> '')
