/* sheet.h - tables of measured lines on a terminal, at most 120 columns wide: SELECTs of sheets.sql over the run so far. */
#ifndef TESSERA_TOOL_SHEET_H
#define TESSERA_TOOL_SHEET_H

#include "bench/session.h"

extern const char ts_tool_sheets[]; /* sheets.sql */

/* Nothing is printed from now on: lines go out as JSON. */
void ts_sheet_mute(bool mute);
int ts_sheet_head(ts_session *s, const char *sheet, ts_error *err);
/* Its rows; a line that was refused is a row of words. number: what the sheet calls :number. */
int ts_sheet_put(ts_session *s, const char *sheet, double number, ts_error *err);
/* "LABEL refused: reason", broken between words. */
void ts_sheet_refused(const char *label, const char *why);
/* A line, without the blanks that empty last columns leave. */
void ts_sheet_text(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line that begins so, then " words", broken between them; what comes below stands at `indent`. */
void ts_sheet_words(const char *words, int indent, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
