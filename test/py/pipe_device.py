"""The device's side of rt/pipe.h: turns any Python object with a few methods into a device.

    serve(device, target="wgsl", name="...", groups=64)

reads requests from standard input until it ends. The device has

    new(buffer, bytes)   free(buffer)   put(buffer, offset, data)   get(buffer, offset, bytes)
    load(module, text)   unload(module)
    record(step, launches)   run(step)   time(step) -> seconds of each launch   drop(step)

Buffers, modules and steps are numbers that Tessera chooses. An exception becomes a refusal of one line
and the device goes on. Standard output is the conversation's, so print() goes to standard error.
"""

import os
import re
import struct
import sys
from typing import NamedTuple

MAGIC = 0x50525354
VERSION = 1
FRAME = 64 << 20
(HELLO, NEW, FREE, PUT, GET, LOAD, UNLOAD, RECORD, RUN, TIME, DROP) = range(1, 12)


class Place(NamedTuple):
    buffer: int
    offset: int  # bytes


class Launch(NamedTuple):
    module: int
    groups: int
    after: bool
    entry: str
    params: list
    sizes: list


class Entry(NamedTuple):
    """The line that begins each kernel of a text (compile/text.h)."""

    kernel: str
    entry: str
    wide: bool
    modes: str  # a letter a param: i o b w
    units: list  # bits
    sizes: int
    threads: int
    teams: int
    count: int
    shared: int  # bytes


LINE = re.compile(r"tessera (kernel=\S+(?: \S+=\S*)+)")


def manifest(text):
    """The entries of a text by the name of their function."""
    entries = {}
    for m in LINE.finditer(text):
        words = dict(word.split("=", 1) for word in m[1].split())
        params = [] if words["params"] == "-" else words["params"].split(",")
        entries[words["entry"]] = Entry(
            kernel=words["kernel"],
            entry=words["entry"],
            wide=words["wide"] == "1",
            modes="".join(p[0] for p in params),
            units=[max(8, int(p[1:].split(":")[0])) for p in params],
            sizes=int(words["sizes"]),
            threads=int(words["threads"]),
            teams=int(words["teams"]),
            count=int(words["count"]),
            shared=int(words["shared"]),
        )
    return entries


def one_line(problem):
    text = " ".join(str(problem).split())
    return text or type(problem).__name__


def launches_of(body):
    """What RECORD says, behind its step."""
    at = 4
    (count,) = struct.unpack_from("<I", body, at)
    at += 4
    for _ in range(count):
        module, groups, after, params, sizes, letters = struct.unpack_from("<6I", body, at)
        at += 24
        entry = body[at : at + letters].decode()
        at += letters
        places = []
        for _ in range(params + sizes):
            buffer, _, offset = struct.unpack_from("<IIQ", body, at)
            places.append(Place(buffer, offset))
            at += 16
        yield Launch(module, groups, bool(after), entry, places[:params], places[params:])


def answer(device, kind, body):
    """The body of the reply to one request."""
    number = struct.unpack_from("<I", body)[0]
    if kind == NEW:
        device.new(number, struct.unpack_from("<Q", body, 8)[0])
    elif kind == FREE:
        device.free(number)
    elif kind == PUT:
        device.put(number, struct.unpack_from("<Q", body, 8)[0], memoryview(body)[16:])
    elif kind == GET:
        return device.get(number, *struct.unpack_from("<QQ", body, 8))
    elif kind == LOAD:
        device.load(number, body[4:].decode())
    elif kind == UNLOAD:
        device.unload(number)
    elif kind == RECORD:
        device.record(number, list(launches_of(body)))
    elif kind == RUN:
        device.run(number)
    elif kind == TIME:
        seconds = device.time(number)
        return struct.pack(f"<{len(seconds)}d", *seconds)
    elif kind == DROP:
        device.drop(number)
    else:
        raise ValueError(f"request {kind} is unknown")
    return b""


def hello(target, name, versions, groups, patience, memory):
    head = struct.pack("<IIIIQ", VERSION, groups, patience, 0, memory)
    texts = target.encode(), name.encode()[:180], versions.encode()[:180]
    return head + b"".join(text + b"\0" for text in texts)


def serve(make, target, groups=64, patience=0, memory=0):
    """make() opens the device; it has an attribute `name`, and `versions` if it likes."""
    source = os.fdopen(0, "rb", buffering=1 << 16)
    sink = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)
    device = None
    while head := source.read(16):
        magic, kind, size = struct.unpack("<IIQ", head)
        if magic != MAGIC or size > FRAME:
            sys.exit("this is not the protocol of rt/pipe.h")
        body = source.read(size)
        status = 0
        try:
            if kind == HELLO:
                device = make()
                versions = getattr(device, "versions", "")
                reply = hello(target, device.name, versions, groups, patience, memory)
            else:
                reply = answer(device, kind, body)
        except Exception as problem:  # whatever it is, Tessera's user wants to read it
            status, reply = 1, one_line(problem).encode()
        sink.write(struct.pack("<IIQ", MAGIC, status, len(reply)))
        sink.write(reply)
        sink.flush()
