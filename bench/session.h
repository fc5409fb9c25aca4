/* session.h - one measuring command: what all its lines have in common, and where they go.
 *
 * Each line is stored when it is measured, so a command that is stopped loses only the line it was at.
 */
#ifndef TESSERA_BENCH_SESSION_H
#define TESSERA_BENCH_SESSION_H

#include "bench/rounds.h"
#include "store/store.h"
#include "tessera/device.h"

typedef struct ts_session ts_session;

/* store: a path, NULL for the default one (ts_store_path), "" for none: then lines are only printed.
 * json: every line also goes to stdout as one JSON object. Finds out about the machine and the build;
 * command and note (or NULL) are kept as they are and must outlive the session. NULL with *err filled. */
ts_session *ts_session_begin(const char *store, bool json, const char *command, const char *note,
                             ts_error *err);
/* What later lines say of their device: spec as given by the user. */
void ts_session_device(ts_session *s, const ts_device *dev, const char *spec);
/* A line with these fields set; device, driver, threads and repro are filled in. Where it has no value, and is
 * not refused, what follows from the samples is filled into *r: value, interval, percentiles, n. */
int ts_session_add(ts_session *s, ts_result *r, const ts_sample *sample, size_t n, ts_error *err);
/* A line of a measured time: value (in r->unit, which is set: us, s; tok/s: units a second), rates and share of the
 * ceilings come from the rounds; the rest of *r, r->peak_gflops with it, says what was measured. Refused
 * when it beats a ceiling: then it has that verdict and no figure. floor: seconds of empty launches, 0: unknown;
 * cached: its bytes come from caches. */
int ts_session_fill(ts_session *s, ts_result *r, const ts_rounds *rounds, double floor, bool cached,
                    ts_error *err);
/* The same, and adds it with the samples of these rounds. */
int ts_session_rounds(ts_session *s, ts_result *r, const ts_rounds *rounds, double floor,
                      bool cached, ts_error *err);
/* What the store keeps of a round: its value, and what was around it. */
ts_sample ts_session_sample(const ts_rounds *rounds, int i, double value);
/* Functions that figures.sql calls. */
int ts_session_functions(ts_ledger *s, ts_error *err);
/* What follows of a line, which is one of `lines`, by figures.sql with `of` behind it. */
int ts_session_figures(ts_ledger *s, const char *of, const ts_selection *lines,
                       const ts_value *line, ts_selection *out, ts_error *err);
/* What a SELECT says of the lines so far: of :run, the last of which is :last; :number is a parameter. */
int ts_session_select(ts_session *s, const char *sql, double number, ts_selection *out,
                      ts_error *err);
/* Of the run in the store, which begins with its first line; NULL: there is none. */
const char *ts_session_id(const ts_session *s);
/* Closes the run; NULL is fine. A session that is only freed stays open in the store: it was cut short. */
int ts_session_end(ts_session *s, ts_error *err);
void ts_session_free(ts_session *s);

/* ---- machine.c: what a figure depends on and nobody remembers a month later ---- */

/* What is known of the machine, and of what this program was built from. */
void ts_machine_tell(ts_run_info *r, void **memory);

/* Written by the build (tool/version.cmake). */
extern const char ts_build_version[], ts_build_commit[], ts_build_compiler[], ts_build_flags[];

#endif
