"""A Report again, of the plain data that it was written as: what crosses the border between two processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from crosscheck.finding import Finding, Remark
from crosscheck.report.network import Network
from crosscheck.report.report import Report

NUMBERS = tuple(f.name for f in fields(Finding) if f.type == "float")
PLACES = ("index", "canonical_index", "global_index")


def from_dict(data: Mapping[str, Any]) -> Report:
    """The Report of which `to_dict` gave this; the runs that it kept are not in it."""
    return Report(
        verdict=data["verdict"],
        findings=tuple(finding(f) for f in data["findings"]),
        remarks=tuple(Remark(**r) for r in data["remarks"]),
        not_exposed=tuple(data["not_exposed"]),
        cases=tuple(data["cases"]),
        environment=data["environment"],
        factor=data["factor"],
        factors=data["factors"],
        exact_for=tuple(data["exact_for"]),
        explanations=tuple({**e, **measured(e)} for e in data["explanations"]),
        patterns=tuple(data["patterns"]),
        proven=data["proven"],
        probes=tuple(data["probes"]),
        networks={case: network(n) for case, n in data["networks"].items()},
    )


def finding(plain: Mapping[str, Any]) -> Finding:
    """NaN and infinities are strings there, and tuples lists."""
    numbers = {name: float(plain[name]) for name in NUMBERS}
    places = {name: None if plain[name] is None else tuple(plain[name]) for name in PLACES}
    return Finding(**{**plain, **numbers, **places})


def measured(plain: Mapping[str, Any]) -> dict[str, float]:
    """The numbers of an explanation, which may be infinite."""
    return {name: float(plain[name]) for name in ("residual_over_bound", "residual_before")}


def network(plain: Mapping[str, Any]) -> Network:
    """An activation with a parameter is a pair."""
    specs = tuple(s if isinstance(s, str) else (s[0], s[1]) for s in plain["activations"])
    more = plain.get("penalty", False), plain.get("script", False)
    return Network(tuple(plain["sizes"]), specs, plain["loss"], plain["n_samples"], *more)
