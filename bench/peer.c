/* peer.c - see peer.h. What is known of other programs is peers.sql; here what they printed becomes lines and data.
 *
 * JSON may stand alone, one object a line, or between lines of a log: each line that begins with a brace or
 * bracket is tried as the start of a value. Rows of CSV have the width of the head above them, among lines of a log. */
#include "bench/peer.h"

#include <math.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/side_process.h"
#include "store/mend.h"
#include "store/store.h"
#include "store/transfer_int.h"

extern const char ts_bench_peers[]; /* peers.sql */

/* FALSE_STARTS: lines that begin as JSON and are none cost a look at all that follows. */
enum { FALSE_STARTS = 200, LONGEST = 8192 };

/* ---- lines ---- */

/* The length of the line at *text, which goes on to the next; false at the end. A carriage return ends one too:
 * progress is drawn over itself. */
static bool next_line(const char **text, const char **line, size_t *n)
{
    *line = *text;
    *n = strcspn(*line, "\r\n");
    *text += *n + ((*line)[*n] != 0);
    return **line != 0;
}

static void add(json_t *lines, int stream, const char *kind, json_t *what)
{
    json_array_append_new(lines, json_pack("{s:i, s:o}", "s", stream, kind, what));
}

static void add_text(json_t *lines, int stream, const char *text)
{
    const char *line;
    for (size_t n; next_line(&text, &line, &n);)
        add(lines, stream, "t", ts_json_of_text(line, n < LONGEST / 2 ? n : LONGEST / 2));
}

/* What is said of it without anything below. */
static void add_object(json_t *lines, int stream, json_t *o)
{
    const char *key;
    json_t *x, *flat = json_object();
    json_object_foreach(o, key, x) if (json_is_array(x))
        json_object_set_new(flat, key, json_real((double)json_array_size(x)));
    else json_object_set(flat, key,
                         json_is_object(x) ? json_object_get(x, "predicted_per_second") : x);
    add(lines, stream, "j", flat);
}

static void add_json(json_t *lines, int stream, const char *text)
{
    const char *line;
    int missed = 0;
    for (size_t n, i; missed < FALSE_STARTS && next_line(&text, &line, &n);) {
        json_error_t e;
        json_t *v = NULL, *one;
        if (*line == '{' || *line == '[')
            missed += !(v = json_loads(line, JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL, &e));
        if (json_is_object(v)) add_object(lines, stream, v);
        json_array_foreach(v, i, one) if (json_is_object(one)) add_object(lines, stream, one);
        if (v) text = line + e.position + strcspn(line + e.position, "\r\n");
        json_decref(v);
    }
}

static bool is_head(const ts_csv *row)
{
    for (size_t i = 0; i < row->cells; i++)
        if (!strcmp(row->cell[i], "avg_ts") || !strcmp(row->cell[i], "gen_tps")) return true;
    return false;
}

static void add_csv(json_t *lines, int stream, const char *text)
{
    char copy[2][LONGEST];
    ts_csv row, head = {.cells = 0};
    const char *line, *why;
    int at = 0;
    for (size_t n; next_line(&text, &line, &n);) {
        snprintf(copy[at], LONGEST, "%.*s", (int)(n < LONGEST ? n : LONGEST), line);
        row = (ts_csv){.at = copy[at]};
        if (!n || ts_csv_row(&row, &why) <= 0) continue;
        if (is_head(&row)) {
            head = row;
            at = !at; /* its cells stay */
        } else if (head.cells == row.cells) {
            add(lines, stream, "c", ts_csv_object(&head, &row));
        }
    }
}

/* ---- choosing ---- */

static int select_rate(const char *lines, const char *pattern, ts_peer_rate *rate, ts_error *err)
{
    static const char *const names[] = {"lines", "pattern"};
    const ts_value value[] = {{lines, NAN, false}, {pattern, NAN, false}};
    ts_selection r = {0};
    ts_ledger *s = ts_store_passing("what a command printed", err);
    int rc = !s || ts_store_select(s, ts_bench_peers, &(ts_selection){.name = names, .columns = 2},
                                   value, &r, err)
                 ? -1
                 : !r.n;
    const ts_value *x = rc ? NULL : r.row[0];
    if (x && x[3].text)
        rc = ts_fail(err, "%s", x[3].text);
    else if (x) {
        rate->rate = x[0].number;
        snprintf(rate->format, sizeof rate->format, "%s", x[1].text);
        snprintf(rate->remark, sizeof rate->remark, "%s", x[2].text ? x[2].text : "");
    }
    ts_selection_free(&r);
    ts_store_close(s);
    return rc;
}

/* 1: nothing known in it. Data are for who has no pattern of his own. */
static int find_rate(const char *const text[2], const char *pattern, ts_peer_rate *rate,
                     ts_error *err)
{
    json_t *lines = json_array();
    for (int i = 0; i < 2; i++) {
        if (!pattern) add_json(lines, i, text[i]);
        if (!pattern) add_csv(lines, i, text[i]);
        add_text(lines, i, text[i]);
    }
    char *all = json_dumps(lines, JSON_COMPACT);
    int rc = all ? select_rate(all, pattern, rate, err)
                 : ts_fail(err, "no memory for what a command printed");
    free(all);
    json_decref(lines);
    return rc;
}

int ts_peer_parse(const char *pattern, const char *out, const char *err_out, ts_peer_rate *rate,
                  ts_error *err)
{
    char line[201];
    const char *const text[2] = {out, err_out};
    int rc = pattern && ts_peer_check(pattern, err) ? -1 : find_rate(text, pattern, rate, err);
    if (rc <= 0) return rc;
    ts_last_line(out, err_out, line); /* it says most */
    if (pattern)
        return ts_fail(err,
                       "no line has a positive number where --vs-pattern \"%.200s\" puts the rate; "
                       "the last line is \"%s\"",
                       pattern, line);
    return ts_fail(err,
                   "no generation rate was found in what it printed, which ends with \"%s\"; give "
                   "--vs-pattern REGEX with the rate as its first group",
                   line);
}

int ts_peer_check(const char *pattern, ts_error *err)
{
    regex_t re;
    char why[200];
    int rc = regcomp(&re, pattern, REG_EXTENDED);
    regerror(rc, &re, why, sizeof why);
    if (!rc) regfree(&re);
    return rc ? ts_fail(err, "the pattern \"%.200s\" is no extended regular expression: %s",
                        pattern, why)
              : 0;
}
