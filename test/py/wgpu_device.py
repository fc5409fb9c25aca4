"""A device for the target "wgsl": runs it by the wgpu package of Python (wgpu-native, naga).

    build/tessera check "@pipe:build/venv-wgsl/bin/python test/py/wgpu_device.py"
    build/venv-wgsl/bin/python test/py/wgpu_device.py --validate FILE.wgsl

Two things WebGPU forbids and Tessera allows are worked around here:

- A dispatch must not bind one buffer for reading and for writing, not even disjoint parts of it. An
  input that lies in a buffer which the same launch writes is copied to a buffer of its own before the
  launch. That is right because no program may read what another one writes in the same launch.
- A binding begins at a multiple of 32 to 256 bytes. The rest of an offset is given to the kernel.

The device is asked for all that its adapter offers. What is beyond that (bytes of a buffer or of a
binding, storage buffers of a kernel) is refused.
"""

import os
import re
import sys
import tempfile
import time

from pipe_device import manifest, one_line, serve

os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())  # asked for by window systems

import wgpu  # noqa: E402
from wgpu.backends.wgpu_native.extras import set_instance_extras  # noqa: E402

WANTED = (
    "max-buffer-size",
    "max-storage-buffer-binding-size",
    "max-storage-buffers-per-shader-stage",
    "min-storage-buffer-offset-alignment",
)
MEMORY = wgpu.BufferUsage.STORAGE | wgpu.BufferUsage.COPY_SRC | wgpu.BufferUsage.COPY_DST


def up(number, multiple):
    return -(-number // multiple) * multiple


def refusal(problem, text):
    """What the compiler says, in one line: where, why, and the line of the text that it means."""
    said = re.sub(r"[^\x20-\x7e]+", " ", str(problem)).split("error: ", 1)[-1]
    place = re.search(r"wgsl:(\d+)", said)
    if not place:
        return RuntimeError(one_line(said))
    line = text.splitlines()[int(place[1]) - 1].strip()
    return RuntimeError(f"line {place[1]}: {one_line(said.split(' wgsl:')[0])}: {line}")


class Dispatch:
    """One launch, ready to be encoded."""

    def __init__(self, launch, pipeline, group, at, cells, copies):
        self.groups, self.pipeline, self.group = launch.groups, pipeline, group
        self.at, self.cells, self.copies = at, cells, copies


class Device:
    def __init__(self):
        set_instance_extras(backends=["Vulkan"])
        adapter = wgpu.gpu.request_adapter_sync(power_preference="high-performance")
        if adapter is None:
            raise RuntimeError("no adapter; Vulkan needs a driver such as mesa-vulkan-drivers")
        self.device = adapter.request_device_sync(
            required_limits={k: adapter.limits[k] for k in WANTED}
        )
        self.queue = self.device.queue
        self.limits = self.device.limits
        self.versions = f"wgpu {wgpu.__version__}"
        self.name = f"WebGPU ({adapter.info['device']}, {self.versions})"
        self.fence = self.device.create_buffer(size=16, usage=MEMORY)
        self.buffers, self.modules, self.steps = {}, {}, {}
        self.asked = {}  # bytes of each buffer, without what it is rounded up by

    # ---- buffers ----

    def refuse_above(self, limit, wanted, what):
        if wanted > self.limits[limit]:
            raise RuntimeError(f"{what}; this adapter allows {self.limits[limit]} ({limit})")

    def new(self, number, size):
        self.refuse_above("max-buffer-size", up(size + 16, 16), f"a buffer of {size} bytes")
        self.asked[number] = size
        self.buffers[number] = self.device.create_buffer(size=up(size + 16, 16), usage=MEMORY)

    def free(self, number):
        self.buffers.pop(number)
        self.asked.pop(number)

    def get(self, number, offset, size):
        start, end = offset // 4 * 4, up(offset + size, 4)
        data = self.queue.read_buffer(self.buffers[number], start, end - start)
        return bytes(data[offset - start : offset - start + size])

    def put(self, number, offset, data):
        start, end = offset // 4 * 4, up(offset + len(data), 4)
        if end - start != len(data):  # whole words can be written only
            words = bytearray(self.get(number, start, end - start))
            words[offset - start : offset - start + len(data)] = data
            data = words
        self.queue.write_buffer(self.buffers[number], start, data)

    # ---- modules ----

    def load(self, number, text):
        try:
            code = self.device.create_shader_module(code=text)
        except wgpu.GPUError as problem:
            raise refusal(problem, text) from None
        self.modules[number] = (code, manifest(text), {})

    def unload(self, number):
        self.modules.pop(number)

    def pipeline(self, module, name):
        code, entries, known = self.modules[module]
        if name not in known:
            entry = entries[name]
            buffers = f"kernel {entry.kernel} takes {len(entry.modes)} buffers"
            self.refuse_above("max-storage-buffers-per-shader-stage", len(entry.modes), buffers)
            kinds = ["read-only-storage" if m == "i" else "storage" for m in entry.modes]
            layout = self.device.create_bind_group_layout(
                entries=[
                    {"binding": i, "visibility": wgpu.ShaderStage.COMPUTE, "buffer": {"type": kind}}
                    for i, kind in enumerate([*kinds, "uniform"])
                ]
            )
            known[name] = layout, self.device.create_compute_pipeline(
                layout=self.device.create_pipeline_layout(bind_group_layouts=[layout]),
                compute={"module": code, "entry_point": name},
            )
        return known[name]

    # ---- steps ----

    def bind(self, place, unit, apart, what):
        """A binding, the element offset in it, and what to copy before the launch.

        A kernel may reach to the end of the buffer, in blocks of 16 bytes; what the buffer has
        beyond that need not be bound."""
        buffer = self.buffers[place.buffer]
        start = place.offset // self.alignment * self.alignment
        least = up(self.asked[place.buffer] - start, 16)
        self.refuse_above(
            "max-storage-buffer-binding-size", least, f"{what} needs a binding of {least} bytes"
        )
        size = min(buffer.size - start, self.limits["max-storage-buffer-binding-size"] // 16 * 16)
        offset = (place.offset - start) // (unit // 8)
        if not apart:
            return {"buffer": buffer, "offset": start, "size": size}, offset, None
        copy = self.device.create_buffer(size=size, usage=MEMORY)
        return {"buffer": copy, "offset": 0, "size": size}, offset, (buffer, start, copy, size)

    @property
    def alignment(self):
        return self.limits["min-storage-buffer-offset-alignment"]

    def prepare(self, launch):
        layout, pipeline = self.pipeline(launch.module, launch.entry)
        entry = self.modules[launch.module][1][launch.entry]
        written = {p.buffer for p, mode in zip(launch.params, entry.modes) if mode != "i"}
        bindings, copies = [], []
        cells = bytearray(up(4 * (len(launch.params) + len(launch.sizes)), 16) or 16)
        for i, (place, mode, unit) in enumerate(zip(launch.params, entry.modes, entry.units)):
            apart = mode == "i" and place.buffer in written
            what = f"argument {i} of kernel {entry.kernel}"
            binding, offset, copy = self.bind(place, unit, apart, what)
            bindings.append({"binding": i, "resource": binding})
            copies += [copy] if copy else []
            cells[4 * i : 4 * i + 4] = offset.to_bytes(4, "little")
        at = self.device.create_buffer_with_data(
            data=cells, usage=wgpu.BufferUsage.UNIFORM | wgpu.BufferUsage.COPY_DST
        )
        whole = {"buffer": at, "offset": 0, "size": at.size}
        bindings.append({"binding": len(launch.params), "resource": whole})
        group = self.device.create_bind_group(layout=layout, entries=bindings)
        sizes = [
            (self.buffers[s.buffer], s.offset, at, 4 * (len(launch.params) + i), 4)
            for i, s in enumerate(launch.sizes)
        ]
        return Dispatch(launch, pipeline, group, at, sizes, copies)

    def record(self, number, launches):
        self.steps[number] = [self.prepare(launch) for launch in launches]

    def drop(self, number):
        self.steps.pop(number)

    @staticmethod
    def read_sizes(encoder, step):
        for dispatch in step:
            for cell in dispatch.cells:
                encoder.copy_buffer_to_buffer(*cell)

    @staticmethod
    def encode(encoder, dispatch):
        for source, start, copy, size in dispatch.copies:
            encoder.copy_buffer_to_buffer(source, start, copy, 0, size)
        task = encoder.begin_compute_pass()
        task.set_pipeline(dispatch.pipeline)
        task.set_bind_group(0, dispatch.group)
        task.dispatch_workgroups(dispatch.groups)
        task.end()

    def finish(self, encoder):
        self.queue.submit([encoder.finish()])
        self.queue.read_buffer(self.fence)  # comes back when all before it is done

    def run(self, number):
        encoder = self.device.create_command_encoder()
        self.read_sizes(encoder, self.steps[number])
        for dispatch in self.steps[number]:
            self.encode(encoder, dispatch)
        self.finish(encoder)

    def time(self, number):
        encoder = self.device.create_command_encoder()
        self.read_sizes(encoder, self.steps[number])
        self.finish(encoder)
        seconds = []
        for dispatch in self.steps[number]:
            encoder = self.device.create_command_encoder()
            self.encode(encoder, dispatch)
            start = time.perf_counter()
            self.finish(encoder)
            seconds.append(time.perf_counter() - start)
        return seconds


def validate(path):
    """Compiles every entry of a text; one line for each."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    device = Device()
    bad = 0
    try:
        device.load(0, text)
    except Exception as problem:
        sys.exit(f"{path}: {one_line(problem)}")
    for name in manifest(text):
        try:
            device.pipeline(0, name)
            print(f"{name}: valid")
        except Exception as problem:
            print(f"{name}: {one_line(problem)}")
            bad = 1
    return bad


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--validate":
        sys.exit(validate(sys.argv[2]))
    serve(Device, "wgsl", patience=600)
