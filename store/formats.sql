-- formats.sql - what goes out as tables, what lists show, and what comes in from others, a statement a section (ts_format_sql).

-- @csv
-- The twelve columns of the pu-rs.org submissions come first, under their names; then ours. A rate of tokens is the
-- inverse of a latency; other units are none.
SELECT coalesce(device_name, device) AS device_id, name AS kernel_id, dtype, shape AS input_shape, batch AS batch_size,
  target AS impl_lang, CASE unit WHEN 'us' THEN value WHEN 's' THEN value * 1e6
    WHEN 'tok/s' THEN iif(value > 0, 1e6 / value, NULL) END AS latency_us, gbps AS throughput_gbps,
  driver AS driver_version, coalesce(toolchain, compiler) AS toolchain, git_sha, coalesce(command, source) AS submitter,
  result.run, run.*, seq, result.*
FROM result JOIN run ON id = run WHERE substr(id, 1, length(:run)) = :run ORDER BY run.started, id, seq;

-- @heads
-- Of runs as markdown; behind a bar is the unit.
SELECT id, kind, source, url AS "where", started,
  iif(kind = 'measured', coalesce(finished, 'no: cut short'), NULL) AS finished, cpu AS processor,
  CAST(cores AS INTEGER) AS cores, isa AS instructions, memory_bytes / (1 << 30) AS "memory|GiB",
  cache_bytes / (1 << 20) AS "last-level cache|MiB", os AS system, hypervisor, machine, git_sha AS "commit", compiler,
  flags, command, note
FROM run WHERE substr(id, 1, length(:run)) = :run ORDER BY run.started, id;

-- @kernels
SELECT name, mode, coalesce(device, device_name), dtype, shape, value, gflops, gbps, 100 * sol, bound, verdict
FROM result WHERE run = :id AND bench = 'kernel' AND unit = 'us' ORDER BY seq;

-- @decoding
-- With mean and variance of the samples that count, as llama-bench has them.
WITH counted AS (SELECT seq, value, avg(value) OVER (PARTITION BY seq) AS mean FROM sample WHERE run = :id AND kept),
spread AS (SELECT seq, mean, iif(count(*) > 1, sum((value - mean) * (value - mean)) / (count(*) - 1), 0.0) AS variance
  FROM counted GROUP BY seq)
SELECT name, bytes / (1 << 30) AS gib, name AS params, coalesce(device, device_name), CAST(threads AS INTEGER),
  substr(coalesce(mode, iif(bench = 'decode', 'tg', 'pp')), 1, 120)
    || iif(context > 0 AND NOT ifnull(instr(mode, '@'), 0), printf(' @ d%.0f', context), ''),
  coalesce(mean, value) AS mean, variance, value, lo, hi, 100 * sol
FROM result LEFT JOIN spread USING (seq)
WHERE run = :id AND bench IN ('decode', 'prefill') AND unit = 'tok/s' ORDER BY seq;

-- @others
SELECT bench, name, mode, coalesce(device, device_name), value, unit, lo, hi, CAST(n AS INTEGER), why
FROM result
WHERE run = :id AND (bench = 'kernel' AND unit = 'us' OR bench IN ('decode', 'prefill') AND unit = 'tok/s') IS NOT TRUE
ORDER BY seq;

-- @list
SELECT substr(id, 1, 8) AS RUN, substr(started, 1, 20) AS STARTED, substr(machine, 1, 8) AS MACHINE,
  substr(git_sha, 1, 10) AS "COMMIT", printf('%7d', (SELECT count(*) FROM result WHERE run = id)) AS RESULTS,
  iif(kind = 'published', kind, iif(finished IS NULL, 'cut short', 'finished')) AS STATE, source AS SOURCE
FROM run WHERE substr(id, 1, length(:run)) = :run ORDER BY run.started, id;

-- @latest
SELECT 'run ' || id || ', ' || ifnull(started, '-') || ifnull(' to ' || finished, '') || ': '
  || iif(kind = 'published', kind, iif(finished IS NULL, 'cut short', 'finished')) || char(10)
  || ifnull(source, '-') || '; ' || ifnull(cpu, '-') || '; commit ' || ifnull(git_sha, '-') AS head
FROM run WHERE substr(id, 1, length(:run)) = :run ORDER BY started DESC, id DESC LIMIT 1;

-- @show
SELECT substr(bench, 1, 47) AS BENCH, substr(name, 1, 47) AS NAME, substr(mode, 1, 47) AS MODE,
  substr(coalesce(device, device_name), 1, 47) AS DEVICE, substr(target, 1, 47) AS TARGET,
  substr(dtype, 1, 47) AS DTYPE, substr(shape, 1, 47) AS SHAPE,
  iif(value IS NULL, NULL, printf('%.5g', value)) AS VALUE, unit AS UNIT,
  iif(lo + hi IS NULL, NULL, printf('[%.5g, %.5g]', lo, hi)) AS "95 %",
  iif(sol IS NULL, NULL, printf('%.1f', 100 * sol)) AS "PEAK %", verdict AS "CHECK"
FROM result
WHERE run = (SELECT id FROM run WHERE substr(id, 1, length(:run)) = :run ORDER BY started DESC, id DESC LIMIT 1)
ORDER BY seq;

-- Files of others. The parameters are the names in a row of theirs, the columns those of a result of ours, "run.x"
-- those of the run; "fault" says what is wrong with the row. Empty texts are NULL.

-- @pu-rs
WITH x AS (SELECT @kernel_id = 'deepseek_decode_step' AS token,
  ifnull(@toolchain LIKE '%theoretical%', 0) AS reckoned) -- it stands among measurements
SELECT iif(@device_id IS NULL OR @kernel_id IS NULL, 'device_id and kernel_id may not be empty', NULL) AS fault,
  iif(token, 'decode', 'kernel') AS bench, iif(token, 'DeepSeek-R1-Distill-Qwen-1.5B', @kernel_id) AS name,
  iif(token, 'tok/s', 'us') AS unit, iif(token, 1e6 / @latency_us, @latency_us) AS value, @throughput_gbps AS gbps,
  @device_id AS device_name, @impl_lang AS target, @driver_version AS driver, @dtype AS dtype, @input_shape AS shape,
  @batch_size AS batch, @toolchain AS toolchain, @git_sha AS "run.git_sha", @submitter AS "run.command",
  iif(reckoned, 'theoretical', NULL) AS mode,
  CASE WHEN reckoned OR @sums_ok IS NULL THEN 'none' WHEN lower(@sums_ok) = 'true' THEN 'pass' ELSE 'fail' END AS verdict,
  iif(@sums_ok IS NULL, NULL, printf('as published: max_abs_err %.40s, sums_ok %.40s', @max_abs_err, @sums_ok)) AS why
FROM x;

-- @ds4
-- A line is one frontier: the prompt up to it, tokens from there on, and the cache it took. The file names no model;
-- ds4 is made for this one.
SELECT 'DeepSeek-V4-Flash' AS name, 1.0 AS batch, 'none' AS verdict, column1 AS bench, column2 AS mode, column3 AS unit,
  column4 AS value, column5 AS context, column6 AS prompt, column7 AS tokens
FROM (VALUES
  ('prefill', printf('pp%.0f', @prefill_tokens), 'tok/s', @prefill_tps,
    iif(@ctx_tokens >= @prefill_tokens, @ctx_tokens - @prefill_tokens, NULL), @prefill_tokens, NULL),
  ('decode', printf('tg%.0f', @gen_tokens), 'tok/s', @gen_tps, @ctx_tokens, NULL, @gen_tokens),
  ('memory', 'kv', 'B', @kvcache_bytes, @ctx_tokens, NULL, NULL));

-- @llama-bench
-- The mode is pp512, tg128, pp512+tg128, with the depth behind it as llama-bench prints it; older versions have none.
-- A file's name is what is left when all up to its last slash is cut off.
WITH x (p, g, d) AS (SELECT @n_prompt, @n_gen, ifnull(@n_depth, 0.0))
SELECT CASE WHEN NOT (typeof(@avg_ts) = 'real' AND @avg_ts > 0) THEN '"avg_ts" is no speed'
    WHEN (p BETWEEN 0 AND 1e9 AND g BETWEEN 0 AND 1e9 AND d BETWEEN 0 AND 1e9 AND p + g >= 1
      AND p = CAST(p AS INTEGER) AND g = CAST(g AS INTEGER) AND d = CAST(d AS INTEGER)) IS NOT TRUE
    THEN '"n_prompt", "n_gen" and "n_depth" do not say what was measured' END AS fault,
  @build_commit AS "run.git_sha", @cpu_info AS "run.cpu", @test_time AS "run.started",
  iif(g > 0, 'decode', 'prefill') AS bench, 'none' AS verdict, 'tok/s' AS unit, @avg_ts AS value, p AS prompt,
  g AS tokens, d AS context, 1.0 AS batch, iif(p > 0, NULL, @model_size) AS bytes,
  coalesce(@model_type, substr(@model_filename,
    1 + length(rtrim(@model_filename, replace(@model_filename, '/', ''))))) AS name,
  @backends AS device, coalesce(@gpu_info, @cpu_info) AS device_name, @n_threads AS threads, @type_k AS kv,
  iif(p > 0, printf('pp%.0f', p), '') || iif(p > 0 AND g > 0, '+', '') || iif(g > 0, printf('tg%.0f', g), '')
    || iif(d > 0, printf(' @ d%.0f', d), '') AS mode
FROM x;
