"""A Case's id: reads like 3-5-7-2_N11_tanh_mse_f64_s0_1f0c2a and rebuilds the Case.

    sizes _N samples _activations _loss [_option ...] _dtype _seed _digest

One activation stands for every hidden layer, before the output that the loss expects (identity, sigmoid, softmax);
otherwise each layer's is named, joined by +, a parameter behind @. Options, each left out at its default: nobias,
zeros | saturated | large | scaled | pixels (how the numbers were drawn), lr0.1, mu0.9, damp0.5, nesterov, ema, wd0.01,
maximize, l2=0.1, l2all, l2perN, k3 (steps). `data` instead of a seed means that the numbers were given: such a Case
travels as .npz.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from crosscheck.errors import UsageError
from crosscheck.vocabulary import ACTIVATIONS, LAST_ACTIVATION, LOSSES, Spec

if TYPE_CHECKING:
    from crosscheck.case import Case

EXAMPLE = "3-5-7-2_N11_tanh_mse_f64_s0"
_NUMBER = r"\d+(?:\.\d+)?(?:e[+-]?\d+)?"
MAX_NUMBERS = 10**8  # an id that asks for more is a slip of the pen: it would take all memory before it fails
_ACTIVATION = f"(?:{'|'.join(sorted(ACTIVATIONS, key=len, reverse=True))})(?:@{_NUMBER})?"
_ID = re.compile(
    rf"(?P<sizes>\d+(?:-\d+)+)_N(?P<n>\d+)_(?P<activations>{_ACTIVATION}(?:\+{_ACTIVATION})*)"
    rf"_(?P<loss>{'|'.join(sorted(LOSSES, key=len, reverse=True))})(?P<options>(?:_[a-zA-Z][^_]*)*?)"
    r"_f(?P<bits>32|64)_(?:s(?P<seed>\d+)|data)(?:_(?P<digest>[0-9a-f]{6}))?"
)
_FLAGS: dict[str, tuple[str, Any]] = {
    "nobias": ("bias", False),
    "zeros": ("inputs", "zeros"),
    "saturated": ("inputs", "saturated"),
    "large": ("inputs", "large"),
    "scaled": ("inputs", "scaled"),
    "pixels": ("inputs", "pixels"),
    "nesterov": ("nesterov", True),
    "ema": ("momentum_form", "ema"),
    "maximize": ("maximize", True),
    "l2all": ("l2_on", "all"),
    "l2perN": ("l2_scale", "per_sample"),
}
_NUMBERS = {"lr": "lr", "mu": "momentum", "damp": "dampening", "wd": "weight_decay", "l2=": "l2", "k": "steps"}


def format_id(case: Case) -> str:
    """The id of a Case."""
    options = [flag for flag, (name, value) in _FLAGS.items() if name != "bias" and getattr(case, name) == value]
    if case.biases is None:
        options.insert(0, "nobias")
    defaults = type(case).__dataclass_fields__
    options += [
        f"{prefix}{getattr(case, name):g}" if float(f"{getattr(case, name):g}") == getattr(case, name)
        else f"{prefix}{getattr(case, name)!r}"
        for prefix, name in _NUMBERS.items()
        if getattr(case, name) != defaults[name].default
    ]  # fmt: skip
    parts = [
        "-".join(map(str, case.sizes)),
        f"N{case.n_samples}",
        _format_activations(case.activations, case.loss),
        case.loss,
        *options,
        f"f{case.dtype[-2:]}",
        "data" if case.seed is None else f"s{case.seed}",
        case.digest,
    ]
    return "_".join(parts)


def _format_activations(specs: tuple[Spec, ...], loss: str) -> str:
    *hidden, last = specs
    if hidden and len(set(hidden)) == 1 and last == LAST_ACTIVATION[LOSSES[loss].family]:
        return _format_activation(hidden[0])
    return "+".join(_format_activation(s) for s in specs)


def _format_activation(spec: Spec) -> str:
    return spec if isinstance(spec, str) else f"{spec[0]}@{spec[1]!r}"


def parse_id(case_id: str) -> Case:
    """Rebuild a Case; UsageError where the id does not parse, has no seed, or its digest is another's."""
    from crosscheck.draw import draw

    match = _ID.fullmatch(case_id.strip())
    if match is None:
        raise UsageError(f"case id {case_id!r} does not parse: expected something like {EXAMPLE}")
    if match["seed"] is None:
        raise UsageError(f"case {case_id!r} was made from given data: replay its .npz file instead of its id")
    sizes, n_samples = [int(n[:10]) for n in match["sizes"].split("-")], int(match["n"][:10])
    if n_samples * (sizes[0] + sizes[-1]) + sum(m * n for m, n in pairwise(sizes)) > MAX_NUMBERS:
        raise UsageError(f"case id {case_id!r} asks for more than {MAX_NUMBERS:,} numbers: use smaller sizes")
    options = [_parse_option(o, case_id) for o in match["options"].split("_") if o]
    settings: dict[str, Any] = dict(options)
    if len(settings) < len(options):
        raise UsageError(f"case id {case_id!r} gives an option twice: leave one of them out")
    case = draw(
        sizes,
        n_samples,
        activations=_parse_activations(match["activations"], len(sizes) - 1, match["loss"]),
        loss=match["loss"],
        dtype=f"float{match['bits']}",
        seed=int(match["seed"][:20]),  # more digits are refused as too large, like these
        **settings,
    )
    if match["digest"] is not None and match["digest"] != case.digest:
        raise UsageError(
            f"case id {case_id!r} names other numbers (digest {match['digest']}) than this version draws "
            f"({case.digest}): replay the .npz that was exported with it, or leave the digest out"
        )
    return case


def _parse_activations(text: str, n_layers: int, loss: str) -> tuple[Spec, ...]:
    specs = tuple(_parse_activation(t) for t in text.split("+"))
    if len(specs) == 1 and n_layers > 1:
        return (*specs * (n_layers - 1), LAST_ACTIVATION[LOSSES[loss].family])
    return specs


def _parse_activation(text: str) -> Spec:
    name, _, parameter = text.partition("@")
    return (name, float(parameter)) if parameter else name


def _parse_option(text: str, case_id: str) -> tuple[str, Any]:
    if text in _FLAGS:
        return _FLAGS[text]
    for prefix, name in _NUMBERS.items():
        number = text.removeprefix(prefix)
        if number != text and re.fullmatch(r"\d{1,6}" if name == "steps" else f"-?{_NUMBER}", number):
            return name, int(number) if name == "steps" else float(number)
    known = ", ".join([*_FLAGS, *(f"{p}NUMBER" for p in _NUMBERS)])
    raise UsageError(f"case id {case_id!r}: unknown option {text!r}: expected one of {known}")
