/* tool.h - the subcommands of `tessera`, one per tool/cmd_*.c.
 *
 * Each takes its own argv (argv[0] is its name) and returns the exit status:
 * 0 done, 1 it failed (one line on stderr says why), 2 the command line is wrong.
 */
#ifndef TESSERA_TOOL_TOOL_H
#define TESSERA_TOOL_TOOL_H

#include "tessera/tile.h"
#include "tool/words.h"

/* The dtype that an option names, one of "f32|f16|bf16|q8|q4|mxfp4"; `otherwise` where it was not given. */
ts_dtype ts_tool_dtype(const char *name, ts_dtype otherwise);
const char *ts_tool_dtype_name(ts_dtype t); /* NULL for TS_NDTYPE */

int ts_cmd_run(int argc, char **argv);
int ts_cmd_check(int argc, char **argv);
int ts_cmd_emit(int argc, char **argv);
int ts_cmd_ir(int argc, char **argv);
int ts_cmd_targets(int argc, char **argv);
int ts_cmd_tune(int argc, char **argv);
int ts_cmd_devices(int argc, char **argv);
int ts_cmd_quantize(int argc, char **argv);
int ts_cmd_verify(int argc, char **argv);
int ts_cmd_logits(int argc, char **argv);
int ts_cmd_tokenize(int argc, char **argv);
int ts_cmd_chat_template(int argc, char **argv);
int ts_cmd_bench(int argc, char **argv);
int ts_cmd_results(int argc, char **argv);
int ts_cmd_report(int argc, char **argv);
int ts_cmd_compare(int argc, char **argv);

#endif
