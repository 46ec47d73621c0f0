"""`crosscheck new`: an adapter to fill in."""

from __future__ import annotations

import ast
import keyword
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from textwrap import fill, indent

from crosscheck.conventions import BIAS, SAMPLES, TARGETS, WEIGHT, Conventions
from crosscheck.errors import UsageError
from crosscheck.vocabulary import LAST_ACTIVATION, LOSSES, canonical_activations, check_choice, name_and_parameter

UNKNOWN = "unknown"
ASKED = {
    "samples": "What does one call of your network take: rows (N, n), columns (n, N),\n"
    "  or one sample: vector (n,), row (1, n), column (n, 1)?",
    "weight": "How is a weight matrix stored: in_out (n_in, n_out),\n  or out_in (n_out, n_in)?",
    "bias": "And a bias: vector (n,), row (1, n), column (n, 1), none,\n"
    "  or folded into the weights (folded_first_row, folded_last_row,\n  folded_first_column, folded_last_column)?",
    "loss": "Which loss does its gradient belong to,\n  and which activations has it, layer by layer?\n"
    + indent(fill(f"A loss ({', '.join(LOSSES)} or unknown), then activations: mse tanh identity", 78), "  "),
}
DEFAULTS = {"samples": "rows", "weight": "in_out", "bias": "vector", "loss": "unknown sigmoid sigmoid"}
CHOICES = {"samples": SAMPLES, "weight": WEIGHT, "bias": BIAS}
SHAPES = {
    "rows": ("(N, n)", "(N, k)"),
    "columns": ("(n, N)", "(k, N)"),
    "vector": ("(n,)", "(k,)"),
    "row": ("(1, n)", "(1, k)"),
    "column": ("(n, 1)", "(k, 1)"),
}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("file", metavar="FILE", help="the file to write; one that is there is never overwritten")
    parser.add_argument("--samples", choices=SAMPLES, help="how samples are laid out")
    parser.add_argument("--weight", choices=WEIGHT, help="how a weight matrix is stored")
    parser.add_argument("--bias", choices=BIAS, help="the shape of a bias")
    parser.add_argument("--loss", metavar="LOSS", help="a loss of the bank, or unknown")
    parser.add_argument("--activations", metavar="NAME", nargs="+", help="one a layer; ... after one repeats it")
    parser.add_argument("--targets", choices=TARGETS, help="how targets are given (values)")
    parser.add_argument("--name", default="Mine", help="of the class (Mine)")


def run(args: Namespace) -> int:
    """Ask what was not given, and write."""
    path = Path(args.file)
    check_place(path, args.name)
    answers = {name: getattr(args, name) or ask(name) for name in CHOICES}
    Conventions(
        samples=answers["samples"], weight=answers["weight"], bias=answers["bias"]
    )  # refuses what contradicts itself
    loss, activations = loss_and_activations(args)
    text = adapter(args.name, answers, loss, activations, args.targets)
    ast.parse(text)  # what is written can be imported
    try:
        with path.open("x", encoding="utf-8") as file:  # x: never over something that has come in between
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already: choose another name") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}; choose another place") from error
    print(f"{path} is written: fill in build and step, then run\n  crosscheck check {path}")
    return 0


def check_place(path: Path, name: str) -> None:
    """Refuse before anything is asked."""
    if path.exists():
        raise UsageError(f"{path} is there already: choose another name")
    if path.suffix != ".py":
        raise UsageError(f"{path} is no Python file: expected a name such as my_network.py")
    if not path.resolve().parent.is_dir():
        raise UsageError(f"cannot write {path}: there is no folder {path.resolve().parent}")
    if not name.isidentifier() or keyword.iskeyword(name):
        raise UsageError(f"{name!r} is no name for a class: expected one such as Mine")


def ask(name: str) -> str:
    """The answer to one question; the first choice where nothing is answered."""
    default = DEFAULTS[name]
    print(ASKED[name])
    while True:
        print(f"  [{default}] ", end="", flush=True)
        answer = sys.stdin.readline().strip() or default
        if not sys.stdin.isatty():
            print()
        try:
            if name in CHOICES:
                check_choice(name, answer, CHOICES[name])
        except UsageError as error:  # a slip of the finger costs one answer, not all of them
            if not sys.stdin.isatty():
                raise
            print(f"  {error}")
        else:
            return answer


def loss_and_activations(args: Namespace) -> tuple[str, tuple[str, ...]]:
    """The fourth question has two parts; what was given as an option is not asked for."""
    loss, given = args.loss, args.activations
    if loss is None and given is None:
        loss, *given = ask("loss").replace(",", " ").split()
    loss = loss or UNKNOWN
    check_choice("loss", loss, (*LOSSES, UNKNOWN))
    last = "sigmoid" if loss == UNKNOWN else LAST_ACTIVATION[LOSSES[loss].family]
    names = tuple(given or ("sigmoid", last))
    plain = canonical_activations([n for n in names if n != "..."])
    needed = None if loss == UNKNOWN else LAST_ACTIVATION[LOSSES[loss].family]
    if needed not in (None, "identity") and name_and_parameter(plain[-1])[0] != needed:
        raise UsageError(f"{loss} follows a {needed} output: expected {needed} as the last activation")
    if "..." in names[:1] or "..." in names[-1:] or names.count("...") > 1:
        raise UsageError("... repeats the hidden activation before it: expected something like tanh ... identity")
    return loss, names


def adapter(name: str, answers: dict[str, str], loss: str, activations: tuple[str, ...], targets: str | None) -> str:
    """The file."""
    x, y = SHAPES[answers["samples"]]
    kind = targets or ("one_hot" if loss in LOSSES and LOSSES[loss].family == "cross_entropy" else "values")
    y = {"class_index": "integers, the classes", "vector": "(N,) or one number"}.get(kind, y)
    listed = ", ".join("..." if a == "..." else repr(a) for a in activations)
    listed += "," if len(activations) == 1 else ""
    names = '"W"' if answers["bias"] == "none" or answers["bias"].startswith("folded") else '"W", "b"'
    if names == '"W"':
        kept = '"W" is net.W, a list, or net.W1, net.W2 ...;'
        more = '"layers.W" goes into layer objects; "syn0 syn1" names each layer.'
    else:
        kept = '"W", "b" are net.W, net.b, lists, or net.W1, net.b1 ...;'
        more = '"layers.W", "layers.b" go into layer objects; "hid.W out.W", "hid.b out.b" name each layer.'
    side = answers["bias"].removeprefix("folded_").replace("_", " ")
    folded = f"\n    # The biases are the {side} of each weight matrix." if answers["bias"].startswith("folded") else ""
    return f'''"""How my network is plugged into crosscheck: crosscheck check THIS_FILE."""

import crosscheck

# from my_network import Network  (a file beside this one is found; a script that trains when it is run is declared as a
# crosscheck.Script, see docs/adapters.md)


class {name}(crosscheck.Adapter):
    # What the network's arrays look like. `crosscheck check` says so where this does not fit.
    samples, weight, bias = {answers["samples"]!r}, {answers["weight"]!r}, {answers["bias"]!r}
    targets = {kind!r}  # of {", ".join(TARGETS)}
    # One activation a layer; a parameter beside it: ("leaky_relu", 0.05). "..." repeats the one before it.
    activations = ({listed})
    # The loss whose gradient the network follows, exactly, its 1/2 and 1/N included; or "unknown".
    loss = {loss!r}
    # Where the network keeps its parameters: {kept}
    # {more}
    # They are put there after build, and read there after a step.{folded}
    parameters = {names}
    # Only if the network has them: momentum = 0.9, l2 = 0.01, batch = 32, sizes = (784, 30, 10)

    def build(self, case):
        # A new network of widths case.sizes; left out, it is a dictionary of its parameters, as they are named above.
        # return Network(case.sizes)
        raise NotImplementedError("fill in build: return a network of the widths case.sizes")

    def step(self, net, x, y, lr):
        # One update with learning rate lr, the way the network does it. x is {x}, y {y}.
        # It may return whatever else there is, a list with one array a layer: "dW", "db", "Z", "A", "output", "loss".
        # The more is shown, the more is said.
        # net.train(x, y, lr)
        raise NotImplementedError("fill in step: one update of the network")
'''
