"""What WebGPU's limits do not allow is refused in words, never cut to size.

    build/tessera emit all --target wgsl > FILE;  build/venv-wgsl/bin/python test/py/wgpu_limits.py FILE
"""

import sys

from pipe_device import Launch, Place, manifest
from wgpu_device import Device

KERNEL = "rms_norm_1536"


def refusal(device, limits, sizes, text, at=0):
    """Why a step of one launch is refused on a device with other limits; "" if it is not."""
    entry = next(e.entry for e in manifest(text).values() if e.kernel == KERNEL)
    offered, device.limits = device.limits, dict(device.limits) | limits
    made = []
    try:
        for number, size in enumerate(sizes):
            device.new(number, size)
            made.append(number)
        device.load(0, text)
        places = [Place(number, at) for number in made]
        device.record(0, [Launch(0, 1, False, entry, places, [])])
    except RuntimeError as problem:
        return str(problem)
    finally:
        device.limits = offered
        for number in made:
            device.free(number)
    return ""


def main(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    device = Device()
    binding = {"max-storage-buffer-binding-size": 65536}
    few, right = {"max-storage-buffers-per-shader-stage": 2}, [6144, 6144, 6144]
    cases = [
        ("", {}, right, 0),
        ("", binding, [65536, 65536, 6144], 0),
        ("", binding, [65600, 65600, 65600], 256),
        ("argument 1 of kernel rms_norm_1536 needs a binding of 65552 bytes; this adapter "
         "allows 65536", binding, [65536, 65537, 6144], 0),
        ("kernel rms_norm_1536 takes 3 buffers; this adapter allows 2", few, right, 0),
        ("a buffer of 6144 bytes; this adapter allows 4096", {"max-buffer-size": 4096}, right, 0),
    ]
    for want, limits, sizes, at in cases:
        got = refusal(device, limits, sizes, text, at)
        if not got.startswith(want) or bool(got) != bool(want):
            sys.exit(f"{limits}: says \"{got}\", not \"{want}\"")
    print("limits are refused in words")


main(sys.argv[1])
