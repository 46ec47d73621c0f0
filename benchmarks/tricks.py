"""What each trick of fused.py brings: the same piece of a step with and without it, in turns, in this one process.

    python -m benchmarks.tricks [--write docs/performance.md]

NumPy alone, so one process is fair. Float32, one thread. A ratio above 1 says how many times faster the piece is with
the trick; the pieces are parts of a step of very different weight, so the ratios do not multiply.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.environment import KERNEL, quiet_environment

MARKERS = "<!-- tricks: begin -->", "<!-- tricks: end -->"
ROUNDS = 31
SECONDS = 0.004  # of one turn
SMALL, MEDIUM, LARGE = (32, 64), (256, 128), (1024, 1024)


class Trick(NamedTuple):
    """A piece of the step, without and with a trick."""

    name: str
    piece: str
    without: Callable[[], Any]
    used: Callable[[], Any]


def tricks() -> list[Trick]:
    """All of them."""
    return [*calls(), *products(), *elementwise(), *updates()]


def calls() -> list[Trick]:
    """1 and 5: a list of bound calls into arrays that exist, and no gradient of the data."""
    import numpy as np

    from benchmarks.networks import NETWORKS
    from crosscheck.pair_fused import build
    from manual_mlp import denominator, training

    found = []
    for name in ("3-4-1", "64-32-10", "784-256-128-10"):
        case = NETWORKS[name].case()
        net, with_dx = build(case, input_gradient=False), build(case, input_gradient=True)
        x, y = np.ascontiguousarray(case.x.T), np.ascontiguousarray(case.y.T)
        W, b = [np.array(w) for w in case.weights], [np.array(v)[:, None] for v in case.biases or ()]

        def textbook(x=x, y=y, W=W, b=b, case=case):
            training.one_step(denominator, x, y, W, b, case.activations, case.loss, lr=case.lr)

        def fast(net=net, x=x, y=y):
            net.step(x, y)

        def slower(net=with_dx, x=x, y=y):
            net.step(x, y)

        found.append(Trick("all together, against denominator.py", f"step of {name}", textbook, fast))
        found.append(Trick("5. no gradient of the data", f"step of {name}", slower, fast))
    shapes = {"4 x 4": (4, 4), "256 x 128": MEDIUM, "1024 x 1024": LARGE}
    for name, shape in shapes.items():
        a, b_, out = normal(*shape), normal(*shape), normal(*shape)
        new, existing = partial(np.add, a, b_), partial(np.add, a, b_, out)
        found.append(Trick("1. into an array that exists", f"sum, {name}", new, existing))
    return found


def products() -> list[Trick]:
    """2, 6 and 8: the bias as a column of ones, ndarray.dot, and a dZ by columns."""
    import numpy as np

    found = []
    for name, (m, n, N) in {
        "4-4, N=4": (4, 4, 4),
        "64-32, N=64": (32, 64, 64),
        "1024-1024": (1024, 1024, 1024),
    }.items():
        W, b, A, Z = normal(m, n), normal(m, 1), normal(n, N), normal(m, N)
        V, A_in, dV, dW = normal(m, n + 1), normal(n + 1, N), normal(m, n + 1), normal(m, n)
        A_in[-1] = 1

        def apart(W=W, b=b, A=A, Z=Z, dW=dW):
            W.dot(A, Z)
            np.add(Z, b, Z)
            Z.dot(A.T, dW)
            return Z.sum(axis=1)

        def folded(V=V, A_in=A_in, Z=Z, dV=dV):
            V.dot(A_in, Z)
            Z.dot(A_in.T, dV)

        found.append(Trick("2. bias folded into the product", f"Z, dW, db of {name}", apart, folded))
        matmul, dot = partial(np.matmul, V, A_in, out=Z), partial(V.dot, A_in, Z)
        found.append(Trick("6. V.dot, not np.matmul", f"product of {name}", matmul, dot))
    for name, (m, n, N) in {"64-32, N=64": (32, 65, 64), "128-10, N=128": (10, 129, 128)}.items():
        dZ, transposed, A, dV = normal(m, N), normal(N, m), normal(n, N), normal(m, n)

        def by_columns(dZ=dZ, transposed=transposed, A=A, dV=dV):
            np.copyto(transposed, dZ.T)
            transposed.T.dot(A.T, dV)

        found.append(Trick("8. dZ by columns", f"dW of {name}", partial(dZ.dot, A.T, dV), by_columns))
    return found


def elementwise() -> list[Trick]:
    """4, 7 and 9: in place, in the form that has vector code, from the start of a cache line."""
    import numpy as np

    from manual_mlp import fused_parts as parts

    found = []
    for name, shape in {"32 x 64": SMALL, "256 x 128": MEDIUM, "1024 x 1024": LARGE}.items():
        z, a, zeros = normal(*shape), normal(*shape), normal(*shape)
        zeros[...] = 0
        positive = np.abs(normal(*shape))
        bits, ones = positive.view(np.int32), np.ones(shape, np.int32)
        delta = normal(*shape)
        delta_bits = delta.view(np.int32)
        zero = np.zeros((), np.float32)
        found.append(Trick("4. activation in place", f"tanh, {name}", partial(np.tanh, z, a), partial(np.tanh, a, a)))
        scalar, array = partial(np.maximum, z, zero, out=a), partial(np.maximum, z, zeros, out=a)
        found.append(Trick("7. maximum with an array, not a scalar", f"relu, {name}", scalar, array))

        def by_mask(p=positive, d=delta, a=a):
            np.multiply(d, p > 0, a)

        def by_integers(bits=bits, ones=ones, d=delta_bits):
            np.minimum(bits, ones, out=bits)
            np.multiply(d, bits, d)

        found.append(Trick("7. relu' by integers, not a mask", f"dA ∘ relu', {name}", by_mask, by_integers))
    for name, shape in {"256 x 128": MEDIUM, "1024 x 1024": LARGE}.items():
        a, t = normal(*shape), normal(*shape)
        whole, pieces = parts.Notebook({}), parts.Notebook({})
        parts.activate(whole, "sigmoid", 0.0, a, a, t)
        for p, s in parts.blocks(a, t):
            parts.activate(pieces, "sigmoid", 0.0, p, p, s)
        found.append(Trick("4. in blocks", f"sigmoid, {name}", partial(run, whole.calls), partial(run, pieces.calls)))
    memory = np.zeros(2**15 + 32, np.float32)
    first = (-memory.ctypes.data % 64) // 4
    on, off = memory[first : first + 2**15], memory[first + 4 : first + 4 + 2**15]
    found.append(
        Trick(
            "9. from the start of a cache line",
            "product of 2¹⁵ numbers",
            partial(np.multiply, off, off, off),
            partial(np.multiply, on, on, on),
        )
    )
    return found


def run(calls: list[Callable[[], Any]]) -> None:
    """Make them all."""
    for call in calls:
        call()


def updates() -> list[Trick]:
    """3: one vector, in blocks."""
    import numpy as np

    from benchmarks.networks import NETWORKS
    from manual_mlp.fused_update import update

    found = []
    lr = np.array(2**-10, np.float32)
    for name in ("3-4-1", "784-256-128-10", "1024x4"):
        sizes = NETWORKS[name].sizes
        shapes = [s for n, m in pairwise(sizes) for s in ((m, n), (m, 1))]
        layers = [(normal(*s), normal(*s), normal(*s)) for s in shapes]
        P = sum(m * n for m, n in shapes)
        theta, g, v = normal(P, 1).ravel(), normal(P, 1).ravel(), normal(P, 1).ravel()
        blocks = update(theta, g, v, lr, {"lr": 2**-10}, first=False)

        def one_by_one(layers=layers):
            for p, d, t in layers:
                np.multiply(d, lr, t)
                np.subtract(p, t, p)

        found.append(Trick("3. one vector, in blocks", f"update of {name}", one_by_one, partial(run, blocks)))
    return found


def normal(m: int, n: int) -> Any:
    """Random numbers (m, n), from the start of a cache line."""
    import numpy as np

    from manual_mlp.fused_plan import empty

    array = empty(m, n, dtype=np.dtype(np.float32))
    array[...] = np.random.RandomState(0).standard_normal((m, n))
    return array


def measure(trick: Trick) -> tuple[float, float, float]:
    """Median of the per-round ratios and its interval: both in every round, in random order."""
    from benchmarks.paired.statistics import ratio

    pieces = {"without": trick.without, "used": trick.used}
    times = {name: max(1, round(SECONDS / max(seconds(f, 3), 1e-7))) for name, f in pieces.items()}
    found: dict[str, list[float]] = {name: [] for name in pieces}
    order = random.Random(0)
    for _ in range(ROUNDS):
        for name in order.sample(sorted(pieces), 2):
            found[name].append(seconds(pieces[name], times[name]))
    r = ratio(found["without"], found["used"])
    return r.median, r.low, r.high


def seconds(f: Callable[[], Any], times: int) -> float:
    """Seconds a call."""
    f()
    start = time.perf_counter()
    for _ in range(times):
        f()
    return (time.perf_counter() - start) / times


def table() -> str:
    """All of them in Markdown."""
    lines = ["| trick | piece | times faster | 95% interval |", "|---|---|---:|---:|"]
    for trick in tricks():
        median, low, high = measure(trick)
        lines.append(f"| {trick.name} | {trick.piece} | {median:.2f} | {low:.2f}–{high:.2f} |")
    return "\n".join(lines)


def main() -> int:
    """Print the table, and write it between its markers where asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tricks")
    parser.add_argument("--write", type=Path, metavar="PAGE")
    page = parser.parse_args().write
    from crosscheck.markers import write_page

    measured = table()
    print(measured)
    if page:
        write_page(page, {MARKERS: measured})
    return 0


if __name__ == "__main__":
    if any(name in os.environ for name in KERNEL) or os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        # Too late for this process, whose BLAS may be loaded already: begin again.
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.tricks", *sys.argv[1:]], quiet_environment(1))
    sys.exit(main())
