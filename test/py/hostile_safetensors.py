#!/usr/bin/env python3
"""Compares our safetensors reader with the reference on valid, mutated and hand-made hostile files.

    pip install safetensors numpy
    hostile_safetensors.py --judge build/test/fuzz_safetensors [--count 20000] [--seed 1]

Ours may be stricter, never laxer: a file that the reference refuses must be refused, and a file
that the reference's own writer made, or that is odd in a way the reference forgives, accepted. Where only we refuse, the reason must be one
of the extra limits below. Exit status 1 on any difference, with the bytes of the file.
"""
import argparse
import collections
import json
import random
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from safetensors import deserialize
from safetensors.numpy import save

# What we refuse beyond the reference, as it stands in our messages.
STRICTER = (
    "a name appears twice",
    "appears twice",
    "at most 8 is read",
    "a name is longer than",
    "at most 16384 are read",
    "a NUL character in a string",
    "nested deeper than",
    "a number is beyond 2^63 - 1",
    "a negative number",
    "at most 1048576 are read",
)

DTYPES = [numpy.float32, numpy.float16, numpy.int8, numpy.uint8, numpy.int64, numpy.bool_]
WORDS = [
    b"0", b"1", b"-1", b"-0", b"1.0", b"1e3", b"4294967296", b"9007199254740993",
    b"18446744073709551615", b"18446744073709551616", b"null", b"true", b"{}", b"[]", b"[[[[", b'""',
    b'"U8"', b'"F4"', b'"F64"', b'"BF17"', b'"shape":', b'"dtype":', b'"data_offsets":', b",", b":",
    b"}", b"]", b"\\u0000", b"\xff", b"\n", b"\t\r\n ", b"    ",
    b'"__metadata__":null,', b'"strides":[-1],', b'"__metadata__":{"a":"b"},', b'"C64"', b'"F6_E2M3"',
]


def valid(rng):
    """A file of the reference's own writer."""
    tensors = {}
    for i in range(rng.randint(0, 5)):
        shape = [rng.randint(0, 4) for _ in range(rng.randint(0, 4))]
        name = rng.choice(["w", "model.layers.0.q", "caf\u00e9", "a b", "\U0001f642", 'q"\\']) + str(i)
        tensors[name] = numpy.zeros(shape, rng.choice(DTYPES))
    return save(tensors, rng.choice([None, {"format": "pt"}, {"a": "\u20ac", "b": ""}]))


def mutate(rng, data):
    n = struct.unpack("<Q", data[:8])[0]
    head, rest = bytearray(data[8:8 + n]), data[8 + n:]
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        at = rng.randint(0, len(head))
        kind = rng.randint(0, 4)
        if kind == 0 and at < len(head):
            head[at] ^= 1 << rng.randint(0, 7)
        elif kind == 1:
            head[at:at + rng.randint(0, 4)] = rng.choice(WORDS)
        elif kind == 2:
            digits = [i for i, c in enumerate(head) if 48 <= c < 58]
            if digits:
                i = rng.choice(digits)
                head[i:i + 1] = rng.choice(WORDS + [b"2", b"3", b"4", b"8", b"16"])
        elif kind == 3:
            del head[at:at + rng.randint(1, 20)]
        else:
            rest = rest[:rng.randint(0, len(rest))] if rng.random() < 0.5 else rest + b"\0"
    length = len(head) if rng.random() < 0.9 else max(0, len(head) + rng.randint(-9, 9))
    return struct.pack("<Q", length) + bytes(head) + rest


def entry(dtype, shape, begin, end):
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def hand_made():
    """Attacks one by one; the fuzzer of the C side has more."""
    def pack(header, data=b"", length=None):
        text = header if isinstance(header, bytes) else json.dumps(header).encode()
        return struct.pack("<Q", len(text) if length is None else length) + text + data

    yield b""
    yield b"1234567"
    for length in (0, 1, 7, 2**63, 2**64 - 1, 2**64 - 8, 3, 100_000_001):
        yield pack(b"{}", b"", length)
    for text in (b"[", b"{", b"\xef\xbb\xbf{}", b"{}x", b'{"\xff":1}', b"[" * 100_000,
                 b'{"t":' + b"[" * 100_000, b'{"' + b"n" * (1 << 20) + b'":1}'):
        yield pack(text)
    for shape in ([2**32, 2**32], [2**53 + 1], [-1], [1e3], [1.0], ["1"], [None], [0, 2**63, 2]):
        yield pack({"t": entry("U8", shape, 0, 0)})
    yield pack({"t": entry("F4", [3], 0, 1)}, b"1")
    yield pack({"t": entry("F65", [1], 0, 8)}, b"12345678")
    yield pack({"t": entry("U8", [2], 2, 0)}, b"12")
    yield pack({"t": entry("U8", [3], 0, 3)}, b"12")
    yield pack({"a": entry("U8", [2], 0, 2), "b": entry("U8", [2], 1, 3)}, b"123")
    yield pack({"a": entry("U8", [1], 0, 1), "b": entry("U8", [1], 2, 3)}, b"123")
    yield pack({f"t{i}": entry("U8", [9], 0, 9) for i in range(10)}, b"123456789")
    yield pack({"__metadata__": {"a": 1}})
    yield pack(b'{"t":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}', b"1")


def forgiven(rng):
    """Files of the writer with oddities that other writers and editors leave."""
    for i in range(60):
        data = valid(rng)
        n = struct.unpack("<Q", data[:8])[0]
        head, rest = json.loads(data[8:8 + n]), data[8 + n:]
        if i % 3 == 0:
            head["__metadata__"] = None
        text = json.dumps(head, indent=rng.choice([None, 2])).encode()
        if i % 3 == 1:
            text = rng.choice([b" ", b"\n", b""]) + text + rng.choice([b"\n", b"\r\n", b"\t", b" " * 70000])
        if i % 3 == 2:
            text = text.replace(b'"dtype"', b'"layout":{"a":[-1,null]},"dtype"')
        yield struct.pack("<Q", len(text)) + text + rest


def reference(data):
    try:
        deserialize(data)
        return None
    except Exception as error:  # its own class and, for some bytes, others
        return str(error) or type(error).__name__


def judge(program, folder, files):
    for i, data in enumerate(files):
        (folder / str(i)).write_bytes(data)
    paths = "".join(f"{folder / str(i)}\n" for i in range(len(files)))
    done = subprocess.run([program, "--judge"], input=paths.encode(), capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode(errors="replace"))
    return done.stdout.decode().splitlines()


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--judge", required=True)
    args.add_argument("--count", type=int, default=20000)
    args.add_argument("--seed", type=int, default=1)
    args = args.parse_args()
    rng = random.Random(args.seed)
    written = [valid(rng) for _ in range(args.count // 20)] + list(forgiven(rng))
    mutants = [mutate(rng, rng.choice(written)) for _ in range(max(0, args.count - len(written)))]
    hostile = list(hand_made())
    files = written + mutants + hostile
    with tempfile.TemporaryDirectory() as folder:
        ours = judge(args.judge, Path(folder), files)
    tally, bad = collections.Counter(), 0
    for i, (data, said) in enumerate(zip(files, ours, strict=True)):
        theirs, accepted = reference(data), said == "ok"
        wrong = (accepted and theirs is not None) or (i < len(written) and not accepted)
        if not accepted and theirs is None:
            wrong |= not any(reason in said for reason in STRICTER)
            tally["refused by us alone"] += 1
        else:
            tally["accepted by both" if accepted else "refused by both"] += 1
        if i >= len(written) + len(mutants):
            wrong |= accepted
        if wrong:
            bad += 1
            print(f"ours: {said}\ntheirs: {theirs}\n{data[:400]!r}\n")
    print(f"seed {args.seed}: {len(files)} files,", ", ".join(f"{n} {k}" for k, n in tally.items()))
    print(f"{bad} differences")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
