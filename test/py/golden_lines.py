"""Goldens of test/vectors/parity as `tessera logits` takes them, and a verdict on what it says.

    golden_lines.py FOLDER ask                lines for its stdin
    golden_lines.py FOLDER judge < said       exit status 1 where a token or a logit differs

Needs nothing but Python. The format is that of README.md there.
"""
import json
import struct
import sys

GREEDY = 24


def cases(folder):
    data = open(folder + "/golden.bin", "rb").read()
    count, vocab, allowed, _ = struct.unpack_from("<4I", data, 8)
    at = 24
    for _ in range(count):
        n, first, rows, greedy = struct.unpack_from("<4I", data, at)
        ids = struct.unpack_from(f"<{n}i", data, at + 16)
        at += 16 + 4 * n
        logits = [struct.unpack_from(f"<{vocab}f", data, at + 4 * vocab * r) for r in range(rows)]
        at += 4 * vocab * rows
        chosen = struct.unpack_from(f"<{greedy}i", data, at)
        at += 12 * greedy
        yield ids, first, logits, chosen, allowed == vocab


def ask(folder):
    for ids, _, _, chosen, whole in cases(folder):
        print(json.dumps({"ids": ids, "greedy": min(GREEDY, len(chosen)) if whole else 0}))


def judge(folder):
    bad = lines = 0
    for ids, first, logits, chosen, whole in cases(folder):
        said = json.loads(sys.stdin.readline())
        lines += 1
        want = [max(range(len(row)), key=row.__getitem__) for row in logits]
        bad += said["argmax"][first:] != want or len(said["argmax"]) != len(ids)
        most = max(map(abs, logits[-1]))
        worst = max(abs(a - b) for a, b in zip(said["logits"], logits[-1])) / most
        bad += len(said["logits"]) != len(logits[-1]) or not worst < 1e-5
        bad += whole and said["greedy"] != list(chosen[:GREEDY])
    bad += not lines or sys.stdin.readline() != ""
    print(f"{lines} lines, {bad} wrong")
    return bad > 0


if __name__ == "__main__":
    sys.exit(ask(sys.argv[1]) if sys.argv[2] == "ask" else judge(sys.argv[1]))
