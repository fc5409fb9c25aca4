-- shown.sql - lines of a session as its tables have them (tool/sheets.sql). What a reader must know of one beside its
-- numbers is its remark; what was refused has no share.
CREATE TEMP VIEW shown AS
SELECT *, abs(hi - lo) / 2 AS half, ifnull(bytes, 0) / 1e6 AS megabytes, ifnull(bound, '-') AS bounded,
  CASE bench WHEN 'first_token' THEN printf('%d tokens', prompt)
    WHEN 'decode' THEN iif(batch > 1, printf('%d x ', batch), '') || printf('%s @ %d', mode, context)
    WHEN 'prefill' THEN printf('%s @ %d', mode, context) ELSE name END AS label,
  CASE WHEN verdict = 'refused' THEN ' refused' WHEN sol IS NULL THEN '     -'
    ELSE printf(' %5.1f [%.1f, %.1f]', 100 * sol, 100 * sol_lo, 100 * sol_hi) END AS light,
  CASE WHEN noisy > 0 THEN 'noisy' WHEN dropped > 0 THEN printf('%d dropped', dropped) ELSE '' END AS remark,
  iif(verdict = 'refused', why, NULL) AS refused
FROM result
