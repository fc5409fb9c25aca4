-- line.sql - the columns of a measured line, behind figures.sql. :floor is the time of empty launches, NULL or 0: not
-- known; :cached: its bytes come from caches. What is above :impossible, a share of a ceiling (ceiling.h), is refused:
-- what it measured stays in its samples, and nowhere else. Of a ratio to what has something it says what having it
-- does; of fewer than 6 rounds no interval holds a median 95 % of the time.
, bounds AS (SELECT total(reading) AS memory, total(working) AS compute FROM timed),
line AS (SELECT *, ifnull(share > :impossible, 0) AS refused, memory >= compute AS by_memory,
  CASE WHEN @floor > 0.5 * seconds THEN 'launch'
    -- A cache may be faster than arithmetic: half of the time is a bound.
    WHEN @cached THEN iif(:flops / (1e9 * :peak_gflops) > 0.5 * seconds, 'compute', 'cache')
    WHEN max(memory, compute) > 0 THEN iif(memory >= compute, 'memory', 'compute') END AS bound
  FROM spread, light, bounds)
SELECT CASE WHEN :bench IS NOT 'ablation' OR :unit IS NOT 'ratio' OR :why IS NOT NULL THEN NULL
    WHEN :noisy > 0 THEN 'noisy' WHEN n < 6 THEN 'too few rounds' WHEN hi < 1 THEN 'helps' WHEN lo > 1 THEN 'hurts'
    ELSE 'no difference' END AS why, n, read AS read_gbps, bound, refused, by_memory, share,
  iif(refused, NULL, mid) AS value, iif(refused, NULL, lo) AS lo, iif(refused, NULL, hi) AS hi,
  iif(refused, NULL, p10) AS p10, iif(refused, NULL, p90) AS p90,
  iif(refused, NULL, 1e-9 * :bytes / seconds) AS gbps, iif(refused, NULL, 1e-9 * :flops / seconds) AS gflops,
  iif(refused OR bound = 'cache', NULL, share) AS sol, iif(refused OR bound = 'cache', NULL, share_lo) AS sol_lo,
  iif(refused OR bound = 'cache', NULL, share_hi) AS sol_hi
FROM line WHERE n
