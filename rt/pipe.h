/* pipe.h - a device in another process: the messages between Tessera and "pipe:COMMAND".
 *
 * COMMAND is split at blanks and started without a shell, with one stream socket as its standard
 * input and output; its standard error is Tessera's. It answers each request with one reply, in
 * order, and ends when its input ends. So any program that can read and write bytes is a device:
 * test/py holds one that runs WGSL by the wgpu package of Python.
 *
 * All numbers are little-endian, u32 or u64 as named; no padding but what is written.
 *
 *   request   u32 TS_PIPE_MAGIC, u32 kind,                     u64 bytes of the body, body
 *   reply     u32 TS_PIPE_MAGIC, u32 status: 0, or 1 (failed), u64 bytes of the body, body
 *
 * A body has at most TS_PIPE_FRAME bytes. The body of a failed reply is a text of one line that
 * Tessera shows its user; the device stays usable. Anything else, an end of the stream, and silence
 * for longer than the device's patience end the device.
 *
 *   kind     body of the request                          body of the reply
 *   HELLO    u32 TS_PIPE_VERSION                          u32 version, u32 groups, u32 patience,
 *                                                         u32 0, u64 memory, target 0, name 0,
 *                                                         versions 0 (may be missing)
 *   NEW      u32 buffer, u32 0, u64 bytes                 -
 *   FREE     u32 buffer                                   -
 *   PUT      u32 buffer, u32 0, u64 offset, data          -
 *   GET      u32 buffer, u32 0, u64 offset, u64 bytes     data
 *   LOAD     u32 module, text                             -
 *   UNLOAD   u32 module                                   -
 *   RECORD   u32 step, u32 launches, each:                -
 *              u32 module, u32 groups, u32 after, u32 params, u32 sizes, u32 letters, entry,
 *              then for each param and each size: u32 buffer, u32 0, u64 offset in bytes
 *   RUN      u32 step                                     -
 *   TIME     u32 step                                     f64 seconds, for each launch
 *   DROP     u32 step                                     -
 *
 * HELLO comes first, once, and is answered within TS_PIPE_GREETING seconds; each byte that comes begins
 * the wait anew, as it does with patience later. groups: how many groups to launch where a kernel's count is open.
 * patience: seconds, 0 for TS_PIPE_PATIENCE, at most an hour. memory: bytes that buffers may take, 0
 * if unknown. target, name and versions: texts that end with a 0 byte; target names what texts the
 * device takes ("wgsl"), versions what compiles and runs them ("wgpu 0.19.3").
 *
 * Tessera chooses the numbers of buffers, modules and steps, each used once in a device's life.
 * Buffers are zero-filled and at least 16 bytes longer than asked for, since kernels may read a whole
 * block. LOAD's text is checked by the device as far as it can. RECORD's entry is the function's name
 * in `letters` bytes; params and sizes are what the text's manifest line says (simt/print.h). after: 1
 * if the launch must see what earlier ones wrote. TIME runs the step, each launch alone. */
#ifndef TESSERA_RT_PIPE_H
#define TESSERA_RT_PIPE_H

enum {
    TS_PIPE_MAGIC = 0x50525354, /* "TSRP" in memory */
    TS_PIPE_VERSION = 1,
    TS_PIPE_FRAME = 64 << 20, /* bytes; larger puts and gets are cut */
    TS_PIPE_GREETING = 60,    /* seconds; enough to load Python on a busy machine */
    TS_PIPE_PATIENCE = 120,   /* seconds */
    TS_PIPE_PATIENCE_MAX = 3600,
    TS_PIPE_HEAD = 16, /* bytes before a body */
};

typedef enum ts_pipe_kind {
    TS_PIPE_HELLO = 1,
    TS_PIPE_NEW,
    TS_PIPE_FREE,
    TS_PIPE_PUT,
    TS_PIPE_GET,
    TS_PIPE_LOAD,
    TS_PIPE_UNLOAD,
    TS_PIPE_RECORD,
    TS_PIPE_RUN,
    TS_PIPE_TIME,
    TS_PIPE_DROP,
} ts_pipe_kind;

#endif
