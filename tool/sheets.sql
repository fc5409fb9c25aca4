-- sheets.sql - the tables of `tessera bench`, a SELECT each over the lines of the run so far (sheet.h).
--
-- A column is named HEAD|WIDTH.DIGITS, the number of digits only where it is of numbers; a width below 0 puts it on the
-- left. What is not known is "-". Others say more of a row: why it was refused, in its place; that later, below all
-- rows, beside its label; a line below it. :last is the line that was added last.

-- @loading
-- Opening a model, of which making weights is a part, and memory. :number is 1 where its peak is that of the whole process.
WITH line AS (SELECT * FROM shown WHERE run = :run AND seq > :last - 4),
one AS (SELECT max(iif(mode = 'open', value, NULL)) AS opened, max(iif(mode = 'open', CAST(n AS INTEGER), NULL)) AS n,
  max(iif(mode = 'open', remark, NULL)) AS remark, max(iif(mode = 'weights', value, NULL)) AS making,
  max(iif(mode = 'peak', value, NULL)) AS peak, max(iif(mode = 'plan', value, NULL)) AS plan
  FROM line WHERE bench IN ('load', 'memory'))
SELECT printf('  opened in %.3f s%s (n %d%s)', opened,
  iif(making IS NULL, '', printf(', of which making weights %.3f s', making)), n, iif(remark = '', '', ', ' || remark)) AS "|0"
FROM one
UNION ALL SELECT printf('  peak of memory %.3f GB%s, planned %.3f GB', peak / 1e9,
  iif(:number, ' since the process began', ''), plan / 1e9) FROM one WHERE peak IS NOT NULL;

-- @tokens
SELECT label AS "test|-16", value AS "tok/s|9.2", half AS "+-|8.3", p10 AS "p10|9.2", p90 AS "p90|9.2", n AS "n|3.0",
  megabytes AS "MB/token|10.2", gbps AS "GB/s|8.2", light AS " % of light [95 %]|-21", bounded AS "bound|-7",
  remark AS "|0", refused,
  iif(batch > 1, printf('  %d sequences: a step %.3f ms, %.2f tok/s each', batch, 1e3 * batch / value, value / batch),
    NULL) AS below
FROM shown WHERE run = :run AND seq = :last;

-- @first
SELECT label AS "first after|-16", value AS "s|9.4", half AS "+-|8.4", p10 AS "p10|9.4", p90 AS "p90|9.4", n AS "n|3.0",
  light AS " % of light [95 %]|-21", remark AS "|0", refused
FROM shown WHERE run = :run AND seq = :last;

-- @frontiers
-- The first prompt and the first lone sequence of each context since the model was opened.
WITH line AS (SELECT *, min(seq) OVER (PARTITION BY bench, context) = seq AS first FROM result
  WHERE run = :run AND bench IN ('decode', 'prefill') AND batch = 1
    AND seq > (SELECT max(seq) FROM result WHERE run = :run AND bench = 'memory'))
SELECT context AS "ctx_tokens|10.0", max(iif(bench = 'prefill', prompt, 0)) AS "prefill_tokens|14.0",
  max(iif(bench = 'prefill', value, NULL)) AS "prefill_tps|11.2", max(iif(bench = 'decode', tokens, 0)) AS "gen_tokens|10.0",
  max(iif(bench = 'decode', value, NULL)) AS "gen_tps|9.2", context * :number AS "kvcache_bytes|14.0",
  max(iif(bench = 'decode', gbps, NULL)) AS "gen GB/s|9.2", 100 * max(iif(bench = 'decode', sol, NULL)) AS "% of light|10.1"
FROM line WHERE first GROUP BY context ORDER BY min(seq);

-- @kernels
SELECT cold.name AS "kernel|-23", cold.megabytes AS "MB|8.3", cold.p10 AS "p10|9.2", cold.value AS "median|9.2",
  cold.p90 AS "p90|9.2", cold.n AS "n|3.0", cold.gbps AS "GB/s|7.2", printf('%.1f%%', 100 * cold.sol) || substr('', cold.sol)
  AS "light|6", cold.bounded AS "bound|-8", hot.value AS "median|9.2",
  iif(cold.noisy > 0 OR hot.noisy > 0, ' pass, noisy', ' pass') AS " verdict|0", cold.refused
FROM shown cold JOIN result hot ON hot.run = cold.run AND hot.seq = cold.seq + 1
WHERE cold.run = :run AND cold.seq = (SELECT max(seq) FROM result WHERE run = :run AND mode = 'cold');

-- @parts
-- Of a token: its classes, what lies between them, itself.
WITH part AS (SELECT *, name = 'between launches' AS rest, name = 'token' AS whole,
    max(iif(name = 'token', value, NULL)) OVER () AS token, max(iif(name = 'token', noisy, 0)) OVER () AS disturbed
  FROM shown WHERE run = :run AND bench = 'breakdown' AND seq > ifnull((SELECT max(seq) FROM result
    WHERE run = :run AND seq < :last AND (bench <> 'breakdown' OR name = 'between launches')), -1))
SELECT iif(whole, 'token, replayed', name) AS "class|-20", iif(rest, '', launches) AS "calls|6.0",
  iif(rest, '', megabytes) AS "MB|10.3", 1e-3 * value AS "ms|9.3", iif(rest, '', 1e-3 * half) AS "+-|8.3",
  100 * value / token AS "%|6.1", iif(rest, '', 1e-3 * floor_us * launches) AS "floor ms|9.3",
  iif(rest, '', gbps) AS "GB/s|8.2", CASE WHEN NOT rest THEN light
    WHEN value < 0 THEN iif(disturbed, ' disturbed', ' overlapping, or disturbed') ELSE '' END AS " % of reading [95 %]|-21",
  CASE WHEN rest THEN '' WHEN whole THEN remark ELSE bounded END AS "bound|0", label, refused AS later
FROM part ORDER BY rest + 2 * whole, seq;

-- @ablation
-- :number is the rate of the plain model in the same rounds.
SELECT rate.name AS "without|-12", rate.value AS "tok/s|9.2", rate.half AS "+-|8.3", :number AS "plain|9.2",
  printf(' %.4f [%.3f, %.3f]', ratio.value, ratio.lo, ratio.hi) AS " of plain [95 %]|-23",
  iif(ratio.verdict = 'fail', 'wrong', ratio.why) AS "so having it|-14", rate.n AS "n|3.0",
  CASE WHEN ratio.verdict = 'fail' THEN ' ' || ratio.why WHEN ratio.remark IN ('', 'noisy') THEN ''
    ELSE ' ' || ratio.remark END AS "|0"
FROM shown ratio JOIN shown rate ON rate.run = ratio.run AND rate.seq = ratio.seq - 1
WHERE ratio.run = :run AND ratio.seq = :last;

-- @verdict
-- Of a comparison, whose ratio is the last line and whose sides are before it; :number is the difference that is none.
-- n rounds: of fewer than 6 there is no interval. As text and as JSON.
WITH ratio AS (SELECT *, CAST(n AS INTEGER) AS rounds, CAST(dropped AS INTEGER) AS lost, max(hi - 1, 1 - lo) AS seen,
  noisy > 0 AS disturbed FROM result WHERE run = :run AND seq = :last)
SELECT printf('%cA / B = %.5g [%.5g, %.5g], median of %d round%s and %s%s%c', char(10), value, lo, hi, rounds,
    iif(rounds = 1, '', 's'), iif(rounds < 6, 'what they span', 'its 95 % interval'),
    iif(lost, printf('; %d more %s disturbed and dropped', lost, iif(lost = 1, 'was', 'were')), ''), char(10))
  || CASE WHEN why = 'too few rounds'
      THEN printf('%d round%s too few to tell A from B; at least 6 must count', rounds, iif(rounds = 1, ' is', 's are'))
    WHEN why = 'no difference' AND (lo > 1 OR hi < 1)
      THEN printf('no difference between A and B: %.2f %% is below the threshold of %.3g %%', 100 * abs(value - 1),
        100 * :number)
    WHEN why = 'no difference'
      THEN printf('no difference between A and B was found; one of less than %.*f %% would not have shown', seen < 0.1,
        100 * seen)
    WHEN disturbed THEN printf('A looks %s than B, %.3g times its speed, but is not confirmed', why, value)
    ELSE printf('A is %s than B: %.3g times its speed', why, value) END
  || iif(disturbed, char(10) || 'noisy: others used the processors in every round; measure again when it is quiet',
    '') AS text,
  json_object('bench', 'verdict', 'a', (SELECT name FROM result WHERE run = :run AND seq = :last - 2),
    'b', (SELECT name FROM result WHERE run = :run AND seq = :last - 1), 'verdict', why,
    'ratio', json(printf('%!.10g', value)), 'lo', json(printf('%!.10g', lo)), 'hi', json(printf('%!.10g', hi)),
    'threshold', json(printf('%!.10g', :number)), 'rounds', rounds, 'dropped', lost,
    'noisy', json(iif(disturbed, 'true', 'false'))) AS json
FROM ratio;
