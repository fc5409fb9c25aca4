-- results_check.sql - what of a stored line does not follow from the line itself, from its samples (behind
-- bench/figures.sql), from lines before it in its run, or is none of the words that it may be. Its columns are the
-- parameters. Noise begins at 0.02 (bench/noise.h), and a share above 1.02 is wrong (bench/ceiling.h).
--
-- A row of a part is a check: two numbers that must be equal ('='), the first at most the second ('<'), or that are a
-- fault ('!'); without a rule it is a fault in words. Rows of the whole are faults, as they are told. What is not known is
-- not wrong. 1e9 bytes a second are 1e3 bytes a microsecond. Published figures are what their authors counted.
,
-- A line that launching bounds does not say what its share is of. hi of a ceiling: the best one, once.
shown AS (SELECT *, (:bench IS 'ceiling' AND :lo IS NULL) AS alone, iif(:value IS NULL, NULL, seconds) AS took,
  iif(:bound IN ('memory', 'compute') AND :mode IS NOT 'hot', share, NULL) AS lit FROM spread, light),
before AS (SELECT * FROM result WHERE run = :id AND seq < :seq AND device IS :device
  AND device_name IS :device_name AND threads IS :threads),
-- What is left of the token when all classes are taken away; not known where one of them was refused.
token AS (
  SELECT max(iif(name = 'token', value, NULL)) - iif(sum(name <> 'token' AND value IS NULL), NULL,
    total(iif(name = 'token', 0, value))) AS rest
  FROM before WHERE bench = 'breakdown' AND dtype IS :dtype AND mode IS :mode AND context IS :context),
mode AS (SELECT iif(:bench IS 'breakdown', NULL, substr(:mode, 1, 2)) AS kind, CAST(substr(:mode, 3) AS REAL) AS n),
of_samples (rule, what, have, want) AS (
  SELECT '=', 'n against its samples', :n, n FROM shown
  UNION ALL SELECT '=', 'dropped against its samples', :dropped, taken - n FROM shown
  UNION ALL SELECT '!', 'samples that count', 0, 1 FROM shown WHERE n = 0 AND :value IS NOT NULL
  UNION ALL SELECT '=', 'value against the median of its samples', :value, mid FROM shown
  UNION ALL SELECT '=', 'p10 against its samples', :p10, p10 FROM shown
  UNION ALL SELECT '=', 'p90 against its samples', :p90, p90 FROM shown
  UNION ALL SELECT '=', 'lower end of the interval against its samples', :lo, lo FROM shown
  UNION ALL SELECT '=', 'upper end of the interval against its samples', :hi, iif(alone, NULL, hi) FROM shown
  UNION ALL SELECT '=', 'read_gbps against its samples', :read_gbps, read FROM shown
  UNION ALL SELECT '=', 'sol against its samples', :sol, lit FROM shown
  UNION ALL SELECT '=', 'lower end of sol against its samples', :sol_lo, iif(lit IS NULL, NULL, share_lo) FROM shown
  UNION ALL SELECT '=', 'upper end of sol against its samples', :sol_hi, iif(lit IS NULL, NULL, share_hi) FROM shown
  UNION ALL SELECT '!', 'a share above the ceiling with a value: it', lit, 1.02 FROM shown
  WHERE lit > 1.02 AND :value IS NOT NULL
  UNION ALL SELECT '=', 'gbps against bytes / time', :gbps, 1e-9 * :bytes / took FROM shown
  UNION ALL SELECT '=', 'gflops against flops / time', :gflops, 1e-9 * :flops / took FROM shown),
of_any (rule, what, have, want) AS (
  -- Noisy: all count, since none was quiet. Else exactly the quiet ones do.
  SELECT NULL, iif(:noisy > 0, 'it is noisy, and a sample was quiet or does not count',
    'a sample that was disturbed counts, or a quiet one does not'), 0, 0
  FROM (SELECT 1 FROM (SELECT *, max(steal, "foreign") > 0.02 AS disturbed FROM samples)
    WHERE iif(:noisy > 0, NOT kept OR NOT disturbed, kept = disturbed) LIMIT 1)
  UNION ALL SELECT '=', column1, column2, column3
  FROM (VALUES ('gbps against bytes / value', :gbps, :bytes / :value / 1e3),
    ('gflops against flops / value', :gflops, :flops / :value / 1e3))
  WHERE :unit = 'us' AND :value > 0 AND NOT EXISTS (SELECT 1 FROM samples)
  UNION ALL SELECT '<', column1, column2, column3
  FROM (VALUES ('lower end of the interval above the value: it', :lo, :value),
    ('value above the upper end of the interval: it', :value, :hi),
    ('tenth percentile above the value: it', :p10, :value),
    ('value above the ninetieth percentile: it', :value, :p90),
    ('lower end of sol above it: it', :sol_lo, :sol),
    ('sol above its upper end: it', :sol, :sol_hi))
  -- What was refused has samples and no figure.
  UNION ALL SELECT NULL, 'it was refused, and has a figure all the same', 0, 0
  WHERE :verdict = 'refused' AND coalesce(:value, :lo, :hi, :p10, :p90, :gbps, :gflops, :sol) IS NOT NULL),
of_ours (rule, what, have, want) AS (
  SELECT '<', 'a share above the ceiling: it', :sol, 1.02
  -- The ceiling that a column repeats must be one that was measured on the device before.
  UNION ALL SELECT '=', column1, iif(:bench IS 'ceiling', NULL, column2),
    (SELECT value FROM before WHERE bench = 'ceiling' AND name = column3 ORDER BY seq DESC LIMIT 1)
  FROM (VALUES ('peak_gflops against the ceiling of its run', :peak_gflops, 'fma'),
    ('floor_us against the empty launch of its run', :floor_us, 'launch'))
  -- Differences of large numbers keep fewer digits.
  UNION ALL SELECT '!', 'what lies between launches against the token less its classes', :value, rest
  FROM token WHERE :bench = 'breakdown' AND :name = 'between launches' AND abs(:value - rest) > 1e-3
  UNION ALL SELECT NULL, printf('%s is "%.40s", which is none of its words', column1, column2), 0, 0
  FROM (VALUES ('verdict', :verdict, ' pass fail refused none '), ('bound', :bound, ' memory compute cache launch '),
    ('clock', :clock, ' host device '))
  WHERE instr(column3, ' ' || column2 || ' ') = 0
  -- "tg128": so many tokens; "pp512": such a prompt. A breakdown is of one of the tokens.
  UNION ALL SELECT '=', 'tokens against the mode', :tokens, n FROM mode WHERE kind = 'tg'
  UNION ALL SELECT '=', 'prompt against the mode', :prompt, n FROM mode WHERE kind = 'pp'
  UNION ALL SELECT '=', 'gbps of a ceiling against its value', :gbps, :value WHERE :bench = 'ceiling' AND :name = 'read'
  UNION ALL SELECT '!', 'a level', :value, 4 WHERE :bench = 'ladder' AND (:value BETWEEN 0 AND 4) IS NOT TRUE
  UNION ALL SELECT '!', 'a level between two', :value, CAST(:value AS INTEGER)
  WHERE :unit = 'level' AND :value <> CAST(:value AS INTEGER)
  UNION ALL SELECT NULL, 'its run ended before it began', 0, 0 WHERE :seq = 0 AND :finished < :started)
SELECT printf('run %.8s result %d (%s %s%s): ', :id, :seq, ifnull(:bench, '-'), ifnull(:name, '-'),
    ifnull(' ' || :mode, '')) || iif(rule IS NULL, what, printf('%s is %s, not %.10g', what, iif(have IS NULL, 'nan', printf('%.10g', have)), want)) AS fault
FROM (SELECT * FROM of_samples WHERE (SELECT taken FROM spread) UNION ALL SELECT * FROM of_any
  UNION ALL SELECT * FROM of_ours WHERE :kind IS NOT 'published')
WHERE CASE rule WHEN '=' THEN abs(have - want) > 1e-9 * max(abs(have), abs(want))
  WHEN '<' THEN have > want + 1e-9 * abs(want) ELSE true END
