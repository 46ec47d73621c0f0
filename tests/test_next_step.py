"""Where to look when no mistake has a name: between the last array that is right and the first that is not."""

from dataclasses import replace

import numpy as np
import pytest

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.oriented import oriented
from crosscheck.report.place import sources

CASE = Case.draw((3, 5, 4, 2), 7, activations=("tanh", "relu", "identity"), loss="mse", steps=2, seed=4)
RIGHT = values(CASE)
UPDATED = [f"{p}{i}'" for i in (1, 2, 3) for p in "Wb"]
GRADIENTS = [f"d{p}{i}" for i in (1, 2, 3) for p in "Wb"]


def report_of(shown, wrong):
    """A report on the right arrays, those that are wrong doubled."""
    arrays = {name: np.array(RIGHT[name]) for name in shown}
    for name in wrong:
        arrays[name] = 1.5 * arrays[name] + 0.1
    return compare(arrays, CASE)


def hint(report):
    words = " ".join(str(report).split())
    return words.partition("hint: ")[2].partition(" quantity ")[0]


def updates(layers, kinds="Wb"):
    return [f"{p}{i}'" for i in layers for p in kinds]


HINTS = {
    "all below a layer": (UPDATED, updates((1, 2)), "W2'", """
        layer 3 agrees, W and b of layer 2 and of all below differ: look at what is handed down to layer 2, dA2 = dZ3
        through W3, or at the derivative there, dZ2. Return dA2, dZ2, dW2 and db2 from step or read as well"""),
    "the lowest layer": (UPDATED, updates((1,)), "W1'", """
        layer 2 agrees, W and b of layer 1 differ: look at what is handed down to layer 1, dA1 = dZ2 through W2, or at
        the derivative there, dZ1, or at dW1 and db1 and their update."""),
    "one layer in the middle": (UPDATED, updates((2,)), "W2'", """
        layer 2 differs alone, and what it hands down, dA1, must be right, since below it all agrees: so dZ2 is"""),
    "all layers": (UPDATED, UPDATED, "W3'", """
        every layer is concerned, so begin where the way back begins, the loss, dZ3, or before it: is the way forward
        the declared one, with nothing added to it? If that is right, look at the update, at its momentum and decay,
        where there are any, and at what is kept from step to step. Return output, dZ3, dW3 and db3"""),
    "all layers after a right output": (["output", *UPDATED], UPDATED, "W3'", """
        output agrees: every layer is concerned, so begin where the way back begins, the loss, dZ3. If that is right,
        look at the update, at its momentum and decay, where there are any, and at what is kept from step to step.
        Return dZ3, dW3 and db3"""),
    "weights alone": (UPDATED, updates((1, 2, 3), "W"), "W3'", """
        b of layers 1, 2 and 3 agrees, and with it the sum of dZ over the samples; W of layers 1, 2 and 3 differs: look
        at the product that gives dW3 (from dZ3 and A2), dW2 (from dZ2 and A1) and dW1 (from dZ1 and x), at its inputs
        and the update of W."""),
    "biases alone": (UPDATED, updates((2,), "b"), "b2'", """
        W of layer 2 agrees, and with it dZ; b of layer 2 differs: look at the sum over the samples that gives db2 and
        the update of b."""),
    "gradients": (GRADIENTS, [n for n in GRADIENTS if n[-1] in "12"], "dW2", """
        layer 3 agrees, W and b of layer 2 and of all below differ: look at what is handed down to layer 2, dA2 = dZ3
        through W3, or at the derivative there, dZ2. Return dA2 and dZ2 from step or read as well"""),
    "a later step": ([*UPDATED, *(f"{n}@2" for n in UPDATED)], [f"{n}@2" for n in UPDATED], "W3'@2", """
        step 1 agrees, so the formulas of a single step are right: look at what is kept from one step to the next"""),
    "an update by a gradient that is right": ([*UPDATED, *GRADIENTS], ["W2'"], "W2'", """
        look at the line that computes W2' from W2 and dW2; dW2 agrees."""),
    "the way forward": (["Z1", "output"], ["output"], "output", """
        look at the line that computes output from Z3. Return A1, Z2, A2 and Z3 from read as well"""),
}  # fmt: skip


@pytest.mark.parametrize(("shown", "wrong", "first", "words"), HINTS.values(), ids=HINTS)
def test_the_hint_leads_to_what_lies_between(shown, wrong, first, words):
    report = report_of(shown, wrong)
    assert hint(report).startswith(" ".join(words.split()))
    assert report.first_cause.name == first
    assert sources(report, CASE.id)[0].name == first
    assert f"^ {first}" in str(report)  # the arrow of the drawing
    assert f"first difference: {first} " in str(report)


def test_the_penalty_is_named_where_one_is_declared():
    report = report_of(UPDATED, updates((1, 2, 3), "W"))
    declared = {name: replace(n, penalty=True) for name, n in report.networks.items()}
    assert "at its inputs, at the penalty that is added to it and the update of W" in hint(
        replace(report, networks=declared)
    )


def test_a_script_shows_what_is_named_in_shows():
    report = report_of(UPDATED, UPDATED)
    scripts = {name: replace(n, script=True) for name, n in report.networks.items()}
    words = hint(replace(report, networks=scripts))
    assert "Name output, dZ3, dW3 and db3 in shows = {...} as well" in words
    assert "from step or read" not in words


def named(report, layer):
    """With a mistake at a layer."""
    defect = {"id": "activation-omitted", "layers": [layer], "variant": "", "statement": "x.",
              **oriented("activation-omitted").as_dict()}  # fmt: skip
    explanation = {"defects": [defect], "equivalents": [], "case": CASE.id, "n_arrays": 3,
                   "residual_over_bound": 0.5, "residual_before": 1e300}  # fmt: skip
    return replace(report, explanations=(explanation,))


def test_the_output_follows_from_a_mistake_and_not_from_a_gradient_of_the_same_step():
    text = str(named(report_of(["output", "dW1", "dW3"], ["output", "dW1", "dW3"]), 1))
    assert "first difference: output" in text
    assert "follow from the mistake: dW3" in text
    assert ">1e+30 before" in text


def test_the_page_says_where_to_look_as_well():
    from crosscheck.report.html.article import notes

    seen = replace(report_of(UPDATED, updates((1, 2))), patterns=("W2' shows no regularity that is looked for",))
    assert notes(seen)[-1].startswith("Where to look: layer 3 agrees, W and b of layer 2 and of all below differ")
    assert not any(n.startswith("Where") for n in notes(replace(seen, proven="samples")))
