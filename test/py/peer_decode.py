#!/usr/bin/env python3
"""Decoding speed beside llama.cpp: the same weights, the same tokens, one machine, in alternation.

    python3 test/py/peer_decode.py --tessera build/tessera [--dtype bf16 --dtype f16] [--rounds 9]
    python3 test/py/peer_decode.py --tessera build/tessera --spinner

Draws random weights of the true shapes once and writes them twice, as a model folder and as GGUF,
into a temporary folder (bf16: 7.1 GB of disk, and as much page cache). A round is
read, Tessera, read, llama.cpp, read, every second one the other way round; each engine is a fresh
process, and llama.cpp is fed the tokens that Tessera made: how often it would have chosen the same
is the verdict on both. Reading is what `tessera bench ceiling` says: the best of nine ways to read
1 GB with as many threads. A round with more than 2 % of stolen or foreign processor time does not
count.

Both engines map their file, as people run them. With --copy the weights lie in memory with huge
pages instead: Tessera makes synthetic ones of its own (so there is no verdict), llama.cpp copies
its file.
--spinner compares the engines while a foreign process keeps the last processor busy.
The first start builds llama.cpp into build/venv-peer (setup/requirements-peer.txt).
"""
import argparse
import ctypes
import json
import os
import pathlib
import platform
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
VENV = ROOT / "build" / "venv-peer"
NOISE_LIMIT = 0.02
PROMPT = [1, 2, 3, 4]
CTX = 256
ENGINES = ("tessera", "llama.cpp")


# ---- llama.cpp: a process of its own for every sample ----

def open_llama(job):
    import llama_cpp as ll
    silent = ll.llama_log_callback(lambda level, text, data: None)
    ll.llama_log_set(silent, None)
    ll.llama_backend_init()
    how = ll.llama_model_default_params()
    how.n_gpu_layers = 0
    how.use_mmap = not job["copy"]
    model = ll.llama_model_load_from_file(job["gguf"].encode(), how)
    if not model:
        sys.exit(f"llama.cpp cannot load {job['gguf']}")
    c = ll.llama_context_default_params()
    c.n_ctx, c.n_batch, c.n_ubatch, c.n_seq_max = CTX, 32, 32, 1
    c.n_threads = c.n_threads_batch = job["threads"]
    c.flash_attn_type = 1  # on
    c.type_k = c.type_v = 1  # f16
    context = ll.llama_init_from_model(model, c)
    if not context:
        sys.exit("llama.cpp cannot make a context")
    return ll, context, silent


def llama_worker():
    """Job on stdin, result on stdout: seconds of each step and the tokens it would have chosen."""
    import numpy as np
    job = json.load(sys.stdin)
    ll, context, _silent = open_llama(job)

    def step(token):
        if ll.llama_decode(context, ll.llama_batch_get_one((ctypes.c_int32 * 1)(token), 1)):
            sys.exit("llama.cpp cannot decode")
        return int(np.ctypeslib.as_array(ll.llama_get_logits(context), (job["vocab"],)).argmax())

    for token in PROMPT:
        choice = step(token)
    print("Prefill", file=sys.stderr, flush=True)
    ids, chosen, seconds = job["ids"], [choice], []
    for token in ids[:-1]:
        start = time.perf_counter()
        chosen.append(step(token))
        seconds.append(time.perf_counter() - start)
        if sum(seconds) > job["limit"] and len(seconds) >= 4:
            break
    json.dump({"seconds": seconds, "chosen": chosen,
               "system": ll.llama_print_system_info().decode()}, sys.stdout)


# ---- one sample, and who else was at work ----

def processor_times():
    v = [int(x) for x in open("/proc/stat").readline().split()[1:]]
    tick = os.sysconf("SC_CLK_TCK")
    return {"busy": (v[0] + v[1] + v[2] + v[5] + v[6]) / tick, "steal": v[7] / tick}


def process_time(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Watch:
    """Shares of stolen and foreign processor time, from its making until done()."""

    def __init__(self, pid, spinner):
        self.pid, self.spinner = pid, spinner
        self.start, self.times, self.own = time.perf_counter(), processor_times(), self.known(pid)

    def known(self, pid, child=None):
        own = process_time(pid) if child is None else child
        return own + time.process_time() + (process_time(self.spinner.pid) if self.spinner else 0)

    def done(self, child):
        now, own = processor_times(), self.known(self.pid, child) - self.own
        room = (time.perf_counter() - self.start) * os.cpu_count()
        return {"steal": (now["steal"] - self.times["steal"]) / room,
                "foreign": max(0.0, now["busy"] - self.times["busy"] - own) / room}


def run_watched(command, text, spinner, env=None):
    """stdout of the command as JSON, and who else worked since its line "Prefill" or its start."""
    with tempfile.TemporaryFile() as out:
        p = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE,
                             env=env and dict(os.environ, **env))
        watch, said = Watch(p.pid, spinner), b""
        p.stdin.write(text.encode())
        p.stdin.close()
        for line in p.stderr:
            said += line
            if line.startswith(b"Prefill"):
                watch = Watch(p.pid, spinner)
        _, status, usage = os.wait4(p.pid, 0)
        p.stderr.close()
        p.returncode = os.waitstatus_to_exitcode(status)
        if p.returncode:
            sys.exit(f"{' '.join(map(str, command))}: status {p.returncode}\n{said.decode()}")
        out.seek(0)
        return json.loads(out.read()) | watch.done(usage.ru_utime + usage.ru_stime)


class Bench:
    def __init__(self, args, folder, dtype):
        self.args, self.folder, self.dtype = args, folder, dtype
        import peer_model
        self.vocab = peer_model.SHAPES[args.shape]["vocab_size"]
        self.ids = None

    def tessera(self, threads, spinner=None):
        model = f"synthetic:r1-distill-1.5b:{self.dtype}" if self.args.copy else self.folder
        command = [self.args.tessera, "run", "--model", model, "--prompt-ids",
                   ",".join(map(str, PROMPT)), "--max-tokens", str(self.args.tokens), "--json",
                   "--ignore-eos", "--greedy", "--kv", "f16", "--ctx", str(CTX), "--threads", str(threads),
                   "--no-ceiling"]
        r = run_watched(command, "", spinner)
        if self.ids and r["ids"] != self.ids:
            sys.exit("Tessera made other tokens than before: not deterministic")
        self.ids = r["ids"]
        steps = len(r["ids"]) - 1
        self.bytes = r["bytes_per_token"] + r["bytes_per_position"] * (len(PROMPT) + steps / 2)
        rate = r["decode_tok_s"]
        return {"engine": "tessera", "threads": threads, "tok_s": rate, "agree": 1.0,
                "steal": r["steal"], "foreign": r["foreign"]}

    def llama(self, threads, spinner=None):
        job = {"gguf": str(self.folder / "model.gguf"), "threads": threads, "ids": self.ids,
               "vocab": self.vocab, "limit": 8.0 if spinner else 1e9, "copy": self.args.copy}
        r = run_watched([sys.executable, __file__, "--worker"], json.dumps(job), spinner,
                        {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"} if self.args.copy else None)
        same = sum(a == b for a, b in zip(r["chosen"], self.ids))
        self.system = r["system"]
        return {"engine": "llama.cpp", "threads": threads, "agree": same / len(r["chosen"]),
                "tok_s": len(r["seconds"]) / sum(r["seconds"]), "steal": r["steal"],
                "foreign": r["foreign"]}

    def read(self):
        """GB/s that reading alone reaches now."""
        command = [self.args.tessera, "bench", "ceiling", "--model", "synthetic:mini", "--json",
                   "--rounds", "3", "--threads", str(self.args.threads)]
        return run_watched(command, "", None)

    def sample(self, engine, threads, spinner=None):
        return (self.tessera if engine == "tessera" else self.llama)(threads, spinner)


def quiet(samples):
    return all(s["steal"] <= NOISE_LIMIT and s["foreign"] <= NOISE_LIMIT for s in samples)


def interval(values):
    """Median and its 95 % bootstrap interval."""
    rng = random.Random(1)
    m = sorted(statistics.median(rng.choices(values, k=len(values))) for _ in range(2000))
    return statistics.median(values), m[50], m[1949]


def collect(args, one_round):
    """Rounds until enough are quiet, at most three times as many. -> (rounds, note)"""
    good, all_rounds = [], []
    while len(good) < args.rounds and len(all_rounds) < 3 * args.rounds:
        samples = one_round(len(all_rounds))
        all_rounds.append(samples)
        good += [samples] if quiet(samples) else []
        worst = max(max(s["steal"], s["foreign"]) for s in samples)
        print(f"  round {len(all_rounds)}: " +
              ", ".join(f"{s['label']} {s['tok_s']:.2f}" for s in samples) +
              f" tok/s; worst disturbance {100 * worst:.1f} %" +
              ("" if quiet(samples) else ": dropped"), file=sys.stderr)
    dropped = len(all_rounds) - len(good)
    if len(good) >= min(3, args.rounds):
        return good, all_rounds, f"{len(good)} rounds, {dropped} disturbed ones dropped"
    return all_rounds, all_rounds, (f"NOISY: {len(all_rounds)} rounds, only {len(good)} of them "
                                    "quiet, all used; do not quote")


# ---- the two comparisons ----

def compare_quiet(args, bench):
    def one_round(k):
        samples, before = [], bench.read()
        for engine in ENGINES if k % 2 == 0 else ENGINES[::-1]:
            s = bench.sample(engine, args.threads)
            after = bench.read()
            s.update(label=engine, gbps=s["tok_s"] * bench.bytes / 1e9,
                     read=(before["read_gbps"] + after["read_gbps"]) / 2,
                     steal=max(x["steal"] for x in (before, s, after)),
                     foreign=max(x["foreign"] for x in (before, s, after)))
            s["share"] = s["gbps"] / s["read"]
            samples.append(s)
            before = after
        return sorted(samples, key=lambda s: ENGINES.index(s["engine"]))

    rounds, raw, note = collect(args, one_round)
    print(f"\n{bench.dtype}, {args.threads} threads, {args.tokens} tokens after {len(PROMPT)}, "
          f"{bench.bytes / 1e9:.3f} GB a token; {note}")
    print(f"{'':10} {'tok/s':>8} {'GB/s':>8}   share of reading [95 %]     same choice")
    for i, engine in enumerate(ENGINES):
        column = [r[i] for r in rounds]
        mid, lo, hi = interval([s["share"] for s in column])
        verdict = "" if mid <= 1.02 else "  REFUSED: above what reading reaches"
        print(f"{engine:10} {statistics.median(s['tok_s'] for s in column):8.3f} "
              f"{statistics.median(s['gbps'] for s in column):8.2f}   "
              f"{mid:6.3f}  [{lo:.3f}, {hi:.3f}]     "
              + ("other weights" if args.copy else
                 f"{100 * min(s['agree'] for s in column):9.1f} %") + verdict)
    mid, lo, hi = interval([a["tok_s"] / b["tok_s"] for a, b in rounds])
    print(f"{'ratio':10} {mid:8.3f}            [{lo:.3f}, {hi:.3f}]   Tessera / llama.cpp")
    read = statistics.median(s["read"] for r in rounds for s in r)
    print(f"{'reading':10} {'':8} {read:8.2f}")
    return raw


def spin(cpu):
    code = f"import os\nos.sched_setaffinity(0, {{{cpu}}})\nwhile True: pass"
    return subprocess.Popen([sys.executable, "-c", code])


def compare_spinner(args, bench):
    cpu = max(os.sched_getaffinity(0))
    cases = [(engine, threads, busy) for busy in (False, True) for threads in (args.threads, 1)
             for engine in ENGINES]

    def one_round(k):
        samples = []
        for engine, threads, busy in cases if k % 2 == 0 else cases[::-1]:
            spinner = spin(cpu) if busy else None
            try:
                time.sleep(0.2)
                s = bench.sample(engine, threads, spinner)
            finally:
                if spinner:
                    spinner.kill()
                    spinner.wait()
            s["label"] = f"{engine} {threads}T{' busy' if busy else ''}"
            samples.append(s)
        return samples if k % 2 == 0 else samples[::-1]

    rounds, raw, note = collect(args, one_round)
    by = {case: [r[i]["tok_s"] for r in rounds] for i, case in enumerate(cases)}
    ratio = lambda a, b: interval([x / y for x, y in zip(by[a], by[b])])
    print(f"\n{bench.dtype}, processor {cpu} kept busy by a foreign process; {note}")
    print(f"{'tok/s':10} {'quiet':>8} {'quiet 1T':>9} {'busy':>8} {'busy 1T':>8}   "
          "busy/quiet   busy/quiet 1T   busy/busy 1T")
    n = args.threads
    for e in ENGINES:
        row = [statistics.median(by[e, t, b]) for b in (False, True) for t in (n, 1)]
        print(f"{e:10} {row[0]:8.3f} {row[1]:9.3f} {row[2]:8.3f} {row[3]:8.3f}   "
              f"{ratio((e, n, True), (e, n, False))[0]:10.3f}   "
              f"{ratio((e, n, True), (e, 1, False))[0]:13.3f}   "
              f"{ratio((e, n, True), (e, 1, True))[0]:12.3f}")
    mid, lo, hi = ratio(("tessera", n, True), ("llama.cpp", n, True))
    print(f"busy, {n} threads: Tessera / llama.cpp {mid:.2f} [{lo:.2f}, {hi:.2f}]")
    return raw


# ---- the command ----

def enter_venv():
    """Runs this script again under build/venv-peer, made first if need be."""
    python = VENV / "bin" / "python"
    probe = "import numpy, gguf, llama_cpp"
    if not python.exists() or subprocess.run([python, "-c", probe], capture_output=True).returncode:
        print(f"building llama.cpp into {VENV}: some minutes", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        flags = "-DGGML_NATIVE=ON -DLLAVA_BUILD=OFF -DMTMD_BUILD=OFF"
        subprocess.run([python, "-m", "pip", "install", "-q", "-r",
                        ROOT / "setup/requirements-peer.txt"],
                       env=dict(os.environ, CMAKE_ARGS=flags), check=True)
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def conditions(args, bench):
    import importlib.metadata as md
    cpu = next((x.split(":")[1].strip() for x in open("/proc/cpuinfo")
                if x.startswith("model name")), "?")
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"],
                            capture_output=True, text=True).stdout.strip()
    print(f"\n{cpu}, {os.cpu_count()} processors, {platform.system()} {platform.release()}, "
          f"load {os.getloadavg()[0]:.2f}")
    print(f"Tessera {commit or '(no git)'}; llama-cpp-python {md.version('llama-cpp-python')}, "
          f"flash attention, f16 KV cache, {'huge pages' if args.copy else 'mapped files'}")
    print(f"llama.cpp: {bench.system.strip()}")


def room_for(args, dtype, folder):
    size = {"f32": 7.11e9, "f16": 3.56e9, "bf16": 3.56e9}[dtype] if args.shape == "1.5b" else 1e8
    free = next(1024 * int(x.split()[1]) for x in open("/proc/meminfo") if "MemAvailable" in x)
    if free < 2 * size + 3e9:
        return f"needs {2 * size / 1e9 + 3:.1f} GB of memory, {free / 1e9:.1f} GB are free"
    if shutil.disk_usage(folder).free < 2 * size + 1e9:
        return f"needs {2 * size / 1e9 + 1:.1f} GB in {folder}; say where with --dir"
    return ""


def measure(args, dtype, home):
    import peer_model
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{dtype}-", dir=home))
    try:
        print(f"{dtype}: writing the model twice...", file=sys.stderr)
        peer_model.write(folder, args.shape, dtype)
        bench = Bench(args, folder, dtype)
        for engine in ENGINES:  # compiles kernels, fills the page cache and finds the tokens
            bench.sample(engine, args.threads)
        raw = (compare_spinner if args.spinner else compare_quiet)(args, bench)
        conditions(args, bench)
        return raw
    finally:
        shutil.rmtree(folder)


def main():
    if sys.argv[1:] == ["--worker"]:
        return llama_worker()
    p = argparse.ArgumentParser(description=__doc__,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tessera", default=str(ROOT / "build/tessera"))
    p.add_argument("--dtype", action="append", choices=("bf16", "f16", "f32"),
                   help="default bf16; may be given several times")
    p.add_argument("--shape", default="1.5b", choices=("1.5b", "mini"),
                   help="mini: to try the script")
    p.add_argument("--rounds", type=int, default=9, help="quiet rounds (default 9)")
    p.add_argument("--tokens", type=int, default=32, help="a sample (default 32)")
    p.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    p.add_argument("--spinner", action="store_true", help="beside a foreign busy process")
    p.add_argument("--copy", action="store_true", help="weights in huge pages, not mapped")
    p.add_argument("--dir", help="where the temporary folder goes")
    p.add_argument("--raw", help="file for all samples, JSON")
    args = p.parse_args()
    if not 5 <= args.tokens <= CTX - len(PROMPT) or args.rounds < 1 or args.threads < 1:
        p.error(f"--tokens 5 to {CTX - len(PROMPT)}, --rounds and --threads 1 or more")
    if args.copy and args.shape != "1.5b":
        p.error("--copy is for the 1.5b shape")
    if pathlib.Path(sys.prefix) != VENV:
        enter_venv()
    raw = {}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the temporary folder goes
    with tempfile.TemporaryDirectory(prefix="tessera-peer-", dir=args.dir) as home:
        for dtype in args.dtype or ["bf16"]:
            problem = room_for(args, dtype, home)
            if problem:
                print(f"{dtype}: skipped, {problem}")
            else:
                raw[dtype] = measure(args, dtype, home)
    if args.raw:
        pathlib.Path(args.raw).write_text(json.dumps(raw, indent=1))


if __name__ == "__main__":
    sys.exit(main())
