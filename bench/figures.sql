-- figures.sql - what follows from the samples of a line, whose columns are the parameters; what is asked of it stands behind
-- (line.sql, tool/results_check.sql). The samples are :list, else those that are stored of run @id and result @seq.
--
--     speed of light = max(bytes / reading, flops / arithmetic)       seconds
--     share          = speed of light / time
--
-- quantile(x, q) and interval(x, -1 or 1), an end of the median's, are those of stats.h.
WITH
samples AS MATERIALIZED (SELECT key AS i, real(value -> 0) AS value, real(value -> 1) AS read_gbps,
    real(value -> 2) AS steal, real(value -> 3) AS "foreign", value ->> 4 AS kept
  FROM json_each(ifnull(@list, (SELECT text FROM samples_text WHERE run = @id AND seq = @seq)))),
-- Seconds a unit, and those that its bytes and operations take at the ceilings; what comes from caches has none of memory.
timed AS MATERIALIZED (SELECT *, :flops / (1e9 * :peak_gflops) AS working,
    iif(ifnull(@cached, :mode IS 'hot' OR :bound IS 'cache'), NULL, :bytes / (1e9 * read_gbps)) AS reading,
    CASE WHEN :unit NOT IN ('tok/s', 'launches/s') THEN value * CASE :unit WHEN 's' THEN 1.0 WHEN 'ms' THEN 1e-3
      WHEN 'us' THEN 1e-6 WHEN 'ns' THEN 1e-9 END WHEN value > 0 THEN 1 / value END AS seconds FROM samples),
counted AS (SELECT *, coalesce(max(reading, working), reading, working) / seconds AS share
  FROM timed WHERE kept ORDER BY i),
light AS MATERIALIZED (SELECT quantile(share, 0.5) AS share, interval(share, -1) AS share_lo,
    interval(share, 1) AS share_hi FROM counted),
spread AS MATERIALIZED (SELECT (SELECT count(*) FROM samples) AS taken, count(value) AS n, quantile(value, 0.5) AS mid,
    quantile(value, 0.1) AS p10, quantile(value, 0.9) AS p90, interval(value, -1) AS lo, interval(value, 1) AS hi,
    iif(count(read_gbps) = count(*), quantile(read_gbps, 0.5), NULL) AS read, quantile(seconds, 0.5) AS seconds
  FROM counted)
