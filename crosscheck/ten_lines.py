"""About ten lines of NumPy that compute the right number of a failing case, with the candidate's beside it.

They import nothing but NumPy and say each formula once, so that anyone can paste and run them. Samples are rows or
columns and weights (in, out) or (out, in), as the candidate has them; biases are a row or a column that is added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.conventions import Conventions, candidate_index, parameters_to_candidate, samples_to_candidate
from crosscheck.record import Name, parse_name
from crosscheck.vocabulary import LOSSES, Spec, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.finding import Finding
    from crosscheck.run_adapter import Run

Array = NDArray[Any]
Statement = tuple[str, str]  # a variable and the expression that it is set to
_WORD = re.compile(r"[A-Za-z_]\w*")


def ten_lines(run: Run, finding: Finding) -> str:
    """The lines. For a call that failed they show what it was given, for a wrong shape the right one."""
    case, code = run.case, Code(run.case, orientation(run.conventions))
    if finding.stage == "run":
        return inputs_only(code, finding)
    name = parse_name(finding.name)
    variable = code.variable(name)
    repeated = name.step > 1
    kept = {variable, *(code.state() if repeated else ())}
    body = together(only_needed(code.step(kept), kept))
    if repeated:
        body = [*code.start(), f"for step in range({name.step}):", *(f"    {line}" for line in body)]
    elif case.momentum:
        body = [*code.start(), *body]
    return "\n".join(["import numpy as np", *code.data(), *body, show(code, name, variable, finding)])


def inputs_only(code: Code, finding: Finding) -> str:
    """A call that failed: what it was given, and what happened."""
    where = f" at {finding.place}" if finding.place else ""
    return "\n".join(["import numpy as np", *code.data(), f"# {finding.name} {finding.why}{where}"])


def orientation(c: Conventions) -> Conventions:
    """The candidate's, without its foldings and signs."""
    columns = c.samples in ("columns", "column")
    return Conventions("columns" if columns else "rows", c.weight, "column" if columns else "row")


def only_needed(statements: list[Statement], wanted: set[str]) -> list[Statement]:
    """The statements up to the last that sets something wanted, without those that nothing wanted is made from."""
    wanted, kept = set(wanted), []
    for target, expression in reversed(statements):
        if target in wanted:
            kept.append((target, expression))
            wanted |= set(_WORD.findall(expression))
    return kept[::-1]


def together(statements: list[Statement]) -> list[str]:
    """One line each; what belongs together, Z and A of a layer or dW and db, in one."""
    lines: list[str] = []
    before = ""
    for target, expression in statements:
        text = f"{target} = {expression}"
        pair = (before[:-1], target[:-1]) in (("Z", "A"), ("dW", "db")) and before[-1:] == target[-1:]
        if pair:
            lines[-1] += f"; {text}"
        else:
            lines.append(text)
        before = target
    return lines


def show(code: Code, name: Name, variable: str, f: Finding) -> str:
    """The last line: right, and the candidate's."""
    if f.canonical_index is None:
        return f"print({f.name + ' has shape'!r}, {variable}.shape, {'; yours ' + f.why!r})"
    at = candidate_index(code.c, name, f.canonical_index, code.case)
    label = f"{f.name}[{', '.join(map(str, at))}]" if at else f.name
    element = f"{variable}[{', '.join(map(str, at))}]" if at else variable
    return f"print({label + ' should be'!r}, {element}, {'and is'!r}, {literal(f.candidate)})"


def literal(v: float) -> str:
    """A number in Python; NaN and infinity have no literal."""
    return repr(v) if np.isfinite(v) else f"float({str(v)!r})"


def array(a: Array) -> str:
    """An array that can be pasted; whole numbers as 1.0, so that nothing is an integer."""
    return f"np.array({np.asarray(a, dtype=np.float64).tolist()})"


@dataclass(frozen=True)
class Code:
    """The formulas of one case as text."""

    case: Case
    c: Conventions

    @property
    def rows(self) -> bool:
        """Whether samples are rows."""
        return self.c.samples == "rows"

    def data(self) -> list[str]:
        """x, y and the parameters."""
        case, c = self.case, self.c
        weights, biases = parameters_to_candidate(c, case.weights, case.biases)
        x, y = samples_to_candidate(c, case.x), samples_to_candidate(c, case.y)
        lines = [f"x, y = {array(x)}, {array(y)}"]
        for i, w in enumerate(weights, 1):
            lines.append(f"W{i}, b{i} = {array(w)}, {array(biases[i - 1])}" if biases else f"W{i} = {array(w)}")
        return lines

    def start(self) -> list[str]:
        """The momentum buffers of the steps to come."""
        if not self.case.momentum:
            return []
        names = self.parameters()
        return [f"{', '.join('v' + p for p in names)} = {', '.join(['None' if self.lazy else '0.0'] * len(names))}"]

    @property
    def lazy(self) -> bool:
        """Whether the first momentum buffer is the gradient itself, undamped."""
        return self.case.momentum_form == "torch"

    def parameters(self) -> list[str]:
        """W1 b1 W2 ..."""
        return [f"{p}{i}" for i in range(1, self.case.n_layers + 1) for p in self.letters]

    @property
    def letters(self) -> str:
        """Of the parameters that there are."""
        return "W" if self.case.biases is None else "Wb"

    def state(self) -> list[str]:
        """What one step hands on to the next."""
        return self.parameters() + (["v" + p for p in self.parameters()] if self.case.momentum else [])

    def step(self, kept: set[str]) -> list[Statement]:
        """One training step; the upstream gradients have lines of their own where they are asked for."""
        last = self.case.n_layers
        found = [statement for i in range(1, last + 1) for statement in self.forward(i)]
        found += [("loss", self.loss()), *self.output_error(kept)]
        for i in range(last, 0, -1):
            found += self.backward(i, kept)
        return found + [statement for p in self.parameters() for statement in self.update(p)]

    def forward(self, i: int) -> list[Statement]:
        """Z and A of a layer."""
        w = f"W{i}.T" if (self.c.weight == "in_out") != self.rows else f"W{i}"
        product = f"{self.below(i)} @ {w}" if self.rows else f"{w} @ {self.below(i)}"
        bias = "" if self.case.biases is None else f" + b{i}"
        return [
            (f"Z{i}", f"{product}{bias}"),
            (f"A{i}", activation(self.case.activations[i - 1], f"Z{i}", self.axis)),
        ]

    @property
    def axis(self) -> int:
        """The axis of the units."""
        return 1 if self.rows else 0

    def below(self, i: int) -> str:
        """What goes into a layer."""
        return f"A{i - 1}" if i > 1 else "x"

    def loss(self) -> str:
        """The loss value."""
        case, kind, p = self.case, LOSSES[self.case.loss], f"A{self.case.n_layers}"
        c = kind.coefficient(case.n_samples, case.n_outputs)
        body = {
            "squares": f"np.sum(({p} - y) ** 2)",
            "bce": f"np.sum(-y * np.log({p}) - (1 - y) * np.log(1 - {p}))",
            "cross_entropy": f"np.sum(-y * np.log({p}))",
        }[kind.family]
        if case.l2:
            per = case.l2 / case.n_samples if case.l2_scale == "per_sample" else case.l2
            over = self.parameters() if case.l2_on == "all" else [f"W{i}" for i in range(1, case.n_layers + 1)]
            return f"{times(c, body)} + {per / 2!r} * ({' + '.join(f'np.sum({p} ** 2)' for p in over)})"
        return times(c, body)

    def output_error(self, kept: set[str]) -> list[Statement]:
        """The loss's derivative by the output, and dZ of the last layer."""
        case, kind, last = self.case, LOSSES[self.case.loss], self.case.n_layers
        c = kind.coefficient(case.n_samples, case.n_outputs)
        p = f"A{last}"
        if kind.family == "squares":
            upstream = times(2 * c, f"({p} - y)")
            if "d_output" not in kept:
                return [(f"dZ{last}", self.through(last, upstream))]
            return [("d_output", upstream), (f"dZ{last}", self.through(last, "d_output"))]
        of_output = f"-y / {p}" if kind.family == "cross_entropy" else f"(1 - y) / (1 - {p}) - y / {p}"
        return [("d_output", times(c, f"({of_output})")), (f"dZ{last}", times(c, f"({p} - y)"))]

    def through(self, i: int, upstream: str) -> str:
        """The error behind an activation."""
        spec = self.case.activations[i - 1]
        if name_and_parameter(spec)[0] == "softmax":
            inner = f"({upstream} * A{i}).sum({self.axis}, keepdims=True)"
            return f"A{i} * ({upstream} - {inner})"
        slope = derivative(spec, f"Z{i}", f"A{i}")
        return f"{upstream} * {slope}" if slope else upstream

    def backward(self, i: int, kept: set[str]) -> list[Statement]:
        """The gradients of a layer, and what it hands down."""
        case = self.case
        d, a = f"dZ{i}", self.below(i)
        in_out = {True: f"{a}.T @ {d}", False: f"{a} @ {d}.T"}[self.rows]
        out_in = {True: f"{d}.T @ {a}", False: f"{d} @ {a}.T"}[self.rows]
        dW, db = (in_out if self.c.weight == "in_out" else out_in), f"{d}.sum({1 - self.axis}, keepdims=True)"
        if case.l2:
            scale = case.l2 / case.n_samples if case.l2_scale == "per_sample" else case.l2
            dW += f" + {scale!r} * W{i}"
            db += f" + {scale!r} * b{i}" if case.l2_on == "all" else ""
        found = [(f"dW{i}", dW)] + ([] if case.biases is None else [(f"db{i}", db)])
        w = f"W{i}.T" if (self.c.weight == "in_out") == self.rows else f"W{i}"
        down = f"{d} @ {w}" if self.rows else f"{w} @ {d}"
        if i == 1:
            return [*found, ("dX", down)]
        if f"dA{i - 1}" not in kept:
            return [*found, (f"dZ{i - 1}", self.through(i - 1, f"({down})"))]
        return [*found, (f"dA{i - 1}", down), (f"dZ{i - 1}", self.through(i - 1, f"dA{i - 1}"))]

    def update(self, p: str) -> list[Statement]:
        """The rule of torch.optim.SGD for one parameter."""
        case = self.case
        sign = "-" if case.maximize else ""
        g = f"({sign}d{p} + {case.weight_decay!r} * {p})" if case.weight_decay else f"{sign}d{p}"
        if not case.momentum:
            return [(p, f"{p} - {times(case.lr, g)}")]
        mu, damp = case.momentum, 1 - (case.momentum if case.momentum_form == "ema" else case.dampening)
        new = f"{mu!r} * v{p} + {times(damp, g)}"
        direction = f"({g} + {mu!r} * v{p})" if case.nesterov else f"v{p}"
        return [
            (f"v{p}", f"{g} if v{p} is None else {new}" if self.lazy else new),
            (p, f"{p} - {times(case.lr, direction)}"),
        ]

    def variable(self, name: Name) -> str:
        """What a quantity is called in these lines."""
        if name.quantity == "output":
            return f"A{self.case.n_layers}"
        if name.quantity in ("loss", "d_output", "dX"):
            return name.quantity
        return f"{name.quantity.rstrip(chr(39))}{name.layer}"


def times(c: float, what: str) -> str:
    """A constant in front, where it is not 1."""
    return what if c == 1 else f"{c!r} * {what}"


def activation(spec: Spec, z: str, axis: int) -> str:
    """f(z)."""
    name, p = name_and_parameter(spec)
    return {
        "identity": z,
        "sigmoid": f"1 / (1 + np.exp(-{z}))",
        "tanh": f"np.tanh({z})",
        "relu": f"np.maximum({z}, 0)",
        "leaky_relu": f"np.where({z} > 0, {z}, {p!r} * {z})",
        "elu": f"np.where({z} > 0, {z}, {p!r} * np.expm1(np.minimum({z}, 0)))",
        "softplus": f"np.logaddexp(0, {z})",
        "gelu_tanh": f"0.5 * {z} * (1 + np.tanh({gelu_inner(z)}))",
        "silu": f"{z} / (1 + np.exp(-{z}))",
        "softmax": f"np.exp({z}) / np.exp({z}).sum({axis}, keepdims=True)",
    }[name]


def derivative(spec: Spec, z: str, a: str) -> str:
    """f'(z), "" where it is 1."""
    name, p = name_and_parameter(spec)
    t = f"np.tanh({gelu_inner(z)})"
    return {
        "identity": "",
        "sigmoid": f"{a} * (1 - {a})",
        "tanh": f"(1 - {a} ** 2)",
        "relu": f"({z} > 0)",
        "leaky_relu": f"np.where({z} > 0, 1.0, {p!r})",
        "elu": f"np.where({z} > 0, 1.0, {a} + {p!r})",
        "softplus": f"1 / (1 + np.exp(-{z}))",
        "gelu_tanh": f"(0.5 * (1 + {t}) + 0.5 * {z} * (1 - {t} ** 2) * {GELU!r} * (1 + 0.134145 * {z} ** 2))",
        "silu": f"(1 + np.exp(-{z}) * (1 + {z})) / (1 + np.exp(-{z})) ** 2",
    }[name]


GELU = float(np.sqrt(2 / np.pi))


def gelu_inner(z: str) -> str:
    """The argument of gelu's tanh."""
    return f"{GELU!r} * ({z} + 0.044715 * {z} ** 3)"
