-- plots.sql - plots of the pages as what is drawn, in pixels: the template has only to spell it as SVG.
--
--     point   what is shown, curve by curve          plot   its axes and key, a row a plot (none where none are wanted)
--     curve   a name in the key                      tick   what stands at an axis
--     mark    a point where it lies
--
-- A plot is of a `kind`, and of what `of` says. mark: 0 a line, 1 dashes, 2 points, 3 rings, 4 a line with points; ink:
-- a colour of the style sheet. It is 720 x 420, of which 64..696 x top..372 is for marks and the key is above. A table
-- with the same figures stands beside every plot.

CREATE TABLE point AS
WITH a AS (
  SELECT 'roofline' AS kind, same_bench AS of, mark AS first, 0 AS second, at AS nr, curve AS name, mark, ink, x, y,
    NULL AS lo, NULL AS hi, label FROM roofline
  UNION ALL SELECT 'context', prefilling, curve_from, curve_nr, nr, substr("where", 1, 24)
    || ifnull(' ' || substr(dtype, 1, 8), '') || ifnull(' ' || substr(mode, 1, 10), ''), 4, NULL, position, value, lo,
    hi, NULL FROM curves
  UNION ALL SELECT 'history', 0, min(nr) OVER (PARTITION BY same_series), 0, nr, substr("where", 1, 20) || ' '
    || ifnull(substr(dtype, 1, 8), '') || ' ' || ifnull(substr(mode, 1, 20), ''), 4, NULL, column, share, sol_lo,
    sol_hi, NULL
  FROM past_rates WHERE shared AND (SELECT count(*) FROM past_rates WHERE nr = first) > 1),
-- One point is no curve, unless it has a name of its own or stands in a column.
b AS (SELECT *, count(*) OVER (PARTITION BY kind, of, first, second) AS points FROM a
  WHERE x IS NOT NULL AND y IS NOT NULL),
c AS (SELECT *, dense_rank() OVER (PARTITION BY kind, of ORDER BY first, second) - 1 AS curve FROM b
  WHERE points > (kind = 'context'))
SELECT kind, of, curve, nr, name, mark, ifnull(ink, curve % 6) AS ink, x, y, lo, hi, label FROM c
WHERE curve < iif(kind = 'history', 6, 12);

-- A little air is around the data; rates and shares begin at 0.
CREATE TABLE plot AS
WITH a AS (
  SELECT kind, of, kind = 'roofline' AS roofline, kind = 'history' AS history, of = 1 AS prefilling,
    iif(kind = 'history', 100, 1) AS scale, max(curve) + 1 AS curves, max(length(name)) AS longest, min(x) AS x_least,
    max(x) AS x_most, min(min(y), ifnull(min(lo), min(y)), ifnull(min(hi), min(y))) AS y_least,
    max(max(y), ifnull(max(lo), max(y)), ifnull(max(hi), max(y))) AS y_most
  FROM point GROUP BY kind, of),
b AS (
  SELECT *, iif(longest > 48, 1, iif(longest > 28, 2, 3)) AS in_row,
    iif(x_most > x_least, 0.06 * (x_most - x_least), 0.5 * abs(x_most) + (x_most = 0)) AS room FROM a),
c AS (
  SELECT *, 16.0 + 20 * ((curves + in_row - 1) / in_row) AS top, iif(roofline, x_least / 1.7, x_least - room) AS x_lo,
    iif(roofline, x_most * 1.7, x_most + room) AS x_hi, iif(roofline, y_least / 1.7, 0.0) AS y_lo,
    iif(roofline, y_most * 1.7, iif(y_most > 0, y_most + 0.12 * y_most, 1.0)) AS y_hi FROM b)
SELECT *, row_number() OVER (ORDER BY kind, of) AS id, (372 + top) / 2 AS middle,
  CASE kind WHEN 'roofline' THEN 'operations a byte' WHEN 'context' THEN 'positions in the cache' ELSE 'commits' END
    AS x_words,
  CASE kind WHEN 'roofline' THEN 'GFLOP/s' WHEN 'context' THEN 'tokens a second' ELSE '% of the ceiling' END AS y_words
FROM c LEFT JOIN (SELECT same_bench, "where", ceiling, peak FROM roofline WHERE mark = 0 GROUP BY same_bench)
  ON roofline AND same_bench = of;

-- Their names stand above, as many in a row as there is room for.
CREATE TABLE curve AS
SELECT *, key_x + 11 AS dot_x, key_y - 4 AS dot_y, key_x + 30 AS name_x
FROM (SELECT DISTINCT id, curve AS nr, name, mark IN (0, 1, 4) AS lined, mark = 1 AS dashed, mark > 1 AS dotted,
    mark = 3 AS ring, ink, 64 + curve % in_row * (632.0 / in_row) AS key_x, 14.0 + 20 * (curve / in_row) AS key_y
  FROM plot JOIN point USING (kind, of));

-- On both axes, as a share of their length where they are logarithmic.
CREATE TABLE mark AS
WITH a AS (
  SELECT id, curve, nr, mark, ink, label, roofline, top, x, y, lo, hi, x_lo, y_lo, y_hi - y_lo AS high,
    ln(y_hi / iif(roofline, y_lo, NULL)) AS log_high,
    iif(roofline, ln(x / x_lo) / ln(x_hi / x_lo), (x - x_lo) / (x_hi - x_lo)) AS along FROM plot JOIN point USING (kind, of)),
b AS (
  SELECT *, 64 + along * 632 AS px, 372 + (top - 372) * iif(roofline, ln(y / y_lo) / log_high, (y - y_lo) / high) AS py,
    372 + (top - 372) * iif(roofline, ln(lo / y_lo) / log_high, (lo - y_lo) / high) AS p_lo,
    372 + (top - 372) * iif(roofline, ln(hi / y_lo) / log_high, (hi - y_lo) / high) AS p_hi FROM a)
SELECT *, iif(row_number() OVER (PARTITION BY id, curve ORDER BY nr) = 1, 'M', 'L') AS pen,
  mark IN (0, 1, 4) AS lined, mark = 1 AS dashed, mark > 1 AS dotted, mark = 3 AS ring,
  iif(p_lo + p_hi IS NULL, NULL, px - 4) AS bar_x, px + iif(mark = 3, -8, 8) AS label_x, py - 4 AS label_y
FROM b;

-- Steps of 1, 2 or 5 times a power of ten; on a logarithmic axis decades, and what they begin with where there are few.
-- Along commits their names, of many as many as have room.
CREATE TABLE tick AS
WITH RECURSIVE axis AS (
  SELECT id, top, roofline AS logs, 0 AS upright, x_lo AS lo, x_hi AS hi FROM plot WHERE NOT history
  UNION ALL SELECT id, top, roofline, 1, scale * y_lo, scale * y_hi FROM plot),
size AS (SELECT *, pow(10, floor(log10((hi - lo) / 4))) AS unit FROM axis),
half AS (SELECT *, unit * iif((hi - lo) / unit > 20, 5, 1) AS five FROM size),
step AS (SELECT *, five * iif((hi - lo) / five > 8, 2, 1) AS step FROM half),
walk (id, top, upright, logs, lo, hi, step, nr, at) AS (
  SELECT id, top, upright, logs, lo, hi, step, 0, iif(logs, pow(10, floor(log10(lo))), ceil(lo / step) * step) FROM step
  UNION ALL SELECT id, top, upright, logs, lo, hi, step, nr + 1, CASE WHEN NOT logs THEN at + step
    WHEN log10(hi / lo) >= 3 THEN at * 10 ELSE at * iif(nr % 3 = 1, 2.5, 2) END
  FROM walk WHERE nr < 59 AND at <= hi),
all_of AS (
  SELECT id, top, upright, nr, printf('%g', iif(abs(at) < 1e-9 * step, 0, at)) AS words,
    iif(logs, ln(at / lo) / ln(hi / lo), (at - lo) / (hi - lo)) AS along FROM walk WHERE at BETWEEN lo AND hi
  UNION ALL SELECT plot.id, top, 0, column, ifnull(substr(git_sha, 1, 8) || iif(dirty, '+', ''), 'no commit'),
    (column - x_lo) / (x_hi - x_lo)
  FROM plot JOIN past_rates ON history AND nr = first
  WHERE column % (((SELECT count(*) FROM past_rates WHERE nr = first) - 1) / 8 + 1) = 0)
SELECT *, px - iif(upright, 8, 0) AS word_x, py + iif(upright, 4, 18) AS word_y
FROM (SELECT *, iif(upright, 64, 64 + along * 632) AS px, iif(upright, 372 + (top - 372) * along, 372) AS py FROM all_of);
