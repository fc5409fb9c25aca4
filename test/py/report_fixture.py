"""Made-up results for the tests of `tessera report`, as JSON lines for `tessera results import`.

Every kind of line a page shows is there once at least; numbers follow from one another as those of a
real run would, and are no measurement of anything. With --hostile, names and reasons are attacks.
"""
import json
import random
import sys

READ, PEAK, FLOOR = 21.6, 148.0, 0.35  # GB/s, GFLOP/s, us
CPU = "AMD EPYC 7R13"
LAYERS = 28
KERNELS = [  # name, bytes, flops, share of the speed of light
    ("rms_norm", 6144 + 6144 + 3072, 6144, 0.31), ("embed", 9216, 0, 0.12),
    ("qkv_matvec", 6.29e6, 6.29e6, 0.968), ("rope", 7168, 10752, 0.22), ("attention", 1.1e6, 2.1e6, 0.71),
    ("o_matvec", 4.72e6, 4.72e6, 0.953), ("gate_up_silu", 55.05e6, 55.05e6, 0.981),
    ("down_matvec", 27.53e6, 27.53e6, 0.874), ("add_norm", 24576, 12288, 0.28),
    ("lm_head", 466.7e6, 466.7e6, 0.985), ("argmax", 607744, 151936, 0.55), ("silu_mul", 107520, 44800, 0.41),
]
CLASSES = [  # name, kernel, launches in a token
    ("gate, up, silu", "gate_up_silu", 28), ("down product", "down_matvec", 28),
    ("q, k, v, o products", "qkv_matvec", 56), ("output matrix", "lm_head", 1), ("attention", "attention", 28),
    ("norms", "add_norm", 57), ("rope, append", "rope", 28), ("argmax", "argmax", 1),
]


class Run:
    """One run: gives out ids and sequence numbers."""

    def __init__(self, number, started, sha, **more):
        self.id = f"{number:04x}" + "5eed" * 7
        self.seq = 0
        self.common = {}
        run = {"type": "run", "id": self.id, "kind": "measured", "source": "tessera 0.1.0", "started": started,
               "finished": started[:-3] + "59Z", "command": "tessera bench", "version": "0.1.0", "git_sha": sha,
               "compiler": "gcc 12.2.0", "flags": "-O2", "machine": "00c0ffee00c0ffee", "cpu": CPU, "cores": 2,
               "memory_bytes": 25276502016, "cache_bytes": 33554432, "isa": "AVX-512", "os": "Linux 6.18",
               "hypervisor": "KVM"}
        run.update(more)
        emit(run)

    def add(self, bench, name, unit, value, spread=0.0, n=9, dropped=0, **more):
        samples = []
        if spread:
            for i in range(n + dropped):
                bad = i >= n
                x = value * (1 + spread * random.uniform(-1, 1) - (0.3 if bad else 0))
                samples.append([x, READ * random.uniform(0.97, 1.01), 0.04 if bad else 0.002, 0.001, int(not bad)])
            value = sorted(s[0] for s in samples[:n])[n // 2]
            more = {"lo": value * (1 - spread / 2), "hi": value * (1 + spread / 2), "n": n, "dropped": dropped, **more}
        line = {"type": "result", "run": self.id, "seq": self.seq, "bench": bench, "suite": "r1_distill", "name": name,
                "verdict": "none", "unit": unit, "value": value, "repro": f"tessera bench {bench} # {name}",
                **self.common, **more}
        if samples:
            line["samples"] = samples
        emit({k: v for k, v in line.items() if v is not None})
        self.seq += 1


def emit(line):
    print(json.dumps(line))


def ceilings(run):
    run.add("ceiling", "read", "GB/s", READ, 0.02, mode="4 streams a thread, prefetch 1024 B")
    run.add("ceiling", "fma", "GFLOP/s", PEAK, 0.02, mode="vfmadd of 16 floats (AVX-512), 24 chains")
    run.add("ceiling", "int8", "GOP/s", 4.1 * PEAK, 0.03, mode="vpdpbusd of 64 bytes (AVX-512 VNNI)")
    run.add("ceiling", "launch", "us", FLOOR, 0.05)


def least(moved, flops):
    return max(moved / READ / 1e3, flops / PEAK / 1e3)  # us


def kernels(run, better):
    for name, moved, flops, share in KERNELS:
        share = min(0.995, share * better)
        us = least(moved, flops) / share
        common = {"shape": "1.5b", "bytes": moved, "flops": flops, "peak_gflops": PEAK, "floor_us": FLOOR, "read_gbps": READ}
        bound = "launch" if us < 2 * FLOOR else "memory"
        for mode, faster in (("cold", 1), ("hot", 3 if moved < 8e6 else 1.02)):
            t = us / faster
            run.add("kernel", name, "us", t, 0.03, 9, 1, mode=mode, verdict="pass", bound=bound, gbps=moved / t / 1e3,
                    gflops=flops / t / 1e3, sol=share if mode == "cold" else None, **common)
    run.add("kernel", "rows_softmax", "us", None, mode="cold", verdict="refused", shape="1.5b",
            why="124 % of reading: 26.8 GB/s where 21.6 GB/s were measured; its inputs are in a cache")
    run.add("kernel", "rope_append", "us", None, mode="cold", verdict="fail", shape="1.5b",
            why="element 17 of y is 0.25 where the reference has 0.5 (tolerance 1e-6)")


def decoding(run, better):
    for dtype, size in (("bf16", 3.087e9), ("f16", 3.087e9), ("f32", 6.174e9)):
        for context in (16, 512, 1024, 2048, 4096):
            moved = size + 28672 * context
            share = min(0.99, (0.957 if dtype == "bf16" else 0.93) * better - context / 1e5)
            common = {"shape": "r1-distill-1.5b", "batch": 1, "read_gbps": READ, "peak_gflops": PEAK, "bytes": moved, "dtype": dtype,
                      "kv": "f16", "context": context}
            rate = READ * 1e9 / moved * share
            run.add("decode", "synthetic:r1-distill-1.5b", "tok/s", rate, 0.02, 9, 2, mode="tg16", tokens=16, sol=share,
                    gbps=moved * rate / 1e9, bound="memory", **common)
            run.add("prefill", "synthetic:r1-distill-1.5b", "tok/s", rate * 3 - context / 1e3, 0.02, mode="pp16", prompt=16,
                    sol=share / 2, bound="compute", **common)
            if dtype != "bf16":
                break
    run.add("load", "synthetic:r1-distill-1.5b", "s", 1.71, 0.05, 3, mode="open")
    run.add("first_token", "synthetic:r1-distill-1.5b", "s", 2.34, 0.03, 3, mode="pp16", prompt=16)
    run.add("memory", "synthetic:r1-distill-1.5b", "B", 3.41e9, mode="peak")


def breakdown(run, better):
    common = {"mode": "tg16", "shape": "r1-distill-1.5b", "context": 16, "read_gbps": READ, "peak_gflops": PEAK, "floor_us": FLOOR}
    total = 0
    table = {k[0]: k for k in KERNELS}
    for name, kernel, launches in CLASSES:
        _, moved, flops, share = table[kernel]
        us = launches * least(moved, flops) / min(0.995, share * better)
        total += us
        streams = moved > 1e6
        run.add("breakdown", name, "us", us, 0.02, launches=launches, bytes=moved * launches, flops=flops * launches,
                gbps=moved * launches / us / 1e3, sol=min(0.995, share * better) if streams else None, tokens=1, **common)
    run.add("breakdown", "token", "us", total * 1.012, 0.02, launches=227, bytes=3.0875e9, sol=0.957 * better, **common)
    run.add("breakdown", "between launches", "us", total * 0.012, why="derived: the token less the sum of the classes", **common)


def ablation(run):
    common = {"shape": "r1-distill-1.5b", "batch": 1}
    run.add("ablation", "plain", "tok/s", 6.71, 0.02, why="everything on", **common)
    for name, factor in (("prefetch", 0.83), ("streams", 0.71), ("vectors", 0.94), ("overlap", 0.996), ("spin", 0.97),
                         ("separate", 1.04)):
        run.add("ablation", name, "tok/s", 6.71 * factor, 0.02, **common)
        run.add("ablation", name, "ratio", factor, 0.01, why="in turns", **common)
    run.add("ablation", "hugepages", "tok/s", None, verdict="refused", why="118 % of reading", **common)


def measured(number, started, sha, better):
    run = Run(number, started, sha)
    run.common = {"device": "cpu:avx512", "device_name": "CPU (AMD EPYC 7R13, 2 threads, AVX-512)", "target": "cpu:avx512",
                  "driver": "gcc 12.2.0", "threads": 2, "dtype": "bf16"}
    ceilings(run)
    kernels(run, better)
    decoding(run, better)
    breakdown(run, better)
    ablation(run)
    run.add("compare", "this build and 4032d27", "ratio", 1.043, 0.03, mode="decode")
    run.add("compare", "this build", "tok/s", 6.71, 0.02, mode="decode")
    run.add("compare", "4032d27", "tok/s", 6.43, 0.02, mode="decode")
    run.add("compare", "bf16 and f16 weights", "ratio", 1.002, 0.02, mode="decode")
    run.add("compare", "cpu:avx2 and cpu:avx512", "ratio", 0.91, 0.02, mode="decode")
    for target in ("cpu", "cuda", "hip", "musa", "msl", "opencl", "spirv", "wgsl"):
        for i, k in enumerate(KERNELS):
            level = 4 if target == "cpu" else 3 if target != "wgsl" else 1 if i < 9 else 0
            run.add("ladder", k[0], "level", level, mode="quick", verdict="pass", device=target, target=target, device_name=None,
                    driver=None, threads=None)


def hostile():
    attack = "<script>alert(1)</script>\"'&`$(id)`\u202e\u0000x".replace("\u0000", "\u0001")
    run = Run(0x66, "2026-11-19T10:00:00Z", attack, kind="published", source=attack, url="javascript:alert(1)", cpu=attack, note=attack)
    run.common = {"device": attack + "x" * 300, "device_name": attack, "target": attack, "driver": attack, "dtype": attack}
    for bench, unit in (("decode", "tok/s"), ("prefill", "tok/s"), ("kernel", "us"), ("breakdown", "us"), ("ablation", "tok/s"), ("memory", attack)):
        for context in (16, 1024):
            run.add(bench, attack + " @foo `id` 'x", unit, 5.0 + context, 0.1, mode=attack, why=attack, shape="1.5b", context=context,
                    bytes=3.087e9, read_gbps=100, flops=1e9, repro=attack)
    run = Run(0x67, "2026-11-19T11:00:00Z", attack, machine="0badc0de0badc0de", cpu=attack)
    run.common = {"device": attack, "device_name": attack, "target": attack, "dtype": attack, "driver": attack, "shape": attack}
    for bench, unit, mode in (("decode", "tok/s", "tg"), ("kernel", "us", "cold"), ("kernel", "us", "hot"), ("breakdown", "us", "tg"),
                              ("ablation", "tok/s", "tg"), ("compare", "ratio", attack), ("ladder", "level", attack)):
        for context in (16, 1024):
            run.add(bench, attack, unit, 2.0, 0.1, mode=mode, why=attack, context=context, bytes=1e6, flops=1e6, read_gbps=100,
                    peak_gflops=100, sol=0.5, verdict=attack, repro=attack, gbps=5, gflops=5)


def main():
    random.seed(4)
    measured(0x11, "2026-11-18T09:12:00Z", "0db7a0c4551e", 0.93)
    measured(0x12, "2026-11-20T16:40:00Z", "8f39b1b07a2c", 0.97)
    measured(0x13, "2026-11-21T14:47:13Z", "4032d27c90aa", 1.0)
    if "--hostile" in sys.argv:
        hostile()


main()
