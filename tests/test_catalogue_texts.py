"""Every mistake of the code has its text, and every text keeps its promises."""

import re
from itertools import product
from string import Formatter

import pytest

from crosscheck import probes
from crosscheck.case import Case
from crosscheck.catalogue import FIELDS, LAYERS, VARIANT, in_words, statement, text, texts
from crosscheck.defects import CATALOGUE, options
from crosscheck.errors import UsageError
from crosscheck.loops import ME as LOOP
from crosscheck.probes import probe_id
from crosscheck.shuffled import APART

PROBES = ({probe_id(p) for p in probes.PROBES} | {APART, LOOP}) - {d.id for d in CATALOGUE}
TEXTS = texts()
each = pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)


def cases() -> list[Case]:
    """Enough of them that every mistake can be made in every form."""
    wide = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "gelu_tanh", "silu")
    drawn = [Case.draw((3, 3, 3, 3), 3, activations=a, steps=3, l2=0.1, momentum=0.5, nesterov=True) for a in wide]
    drawn += [Case.draw((3, 3, 3), 3), Case.draw((3, 3), 3, weight_decay=0.1)]
    drawn += [Case.draw((2, 1), 3, loss=loss, l2=0.1) for loss in ("mse", "bce_sum")]
    drawn += [Case.draw((2, 3), 3, activations=("softmax",), loss=loss) for loss in ("mse", "cross_entropy_sum")]
    drawn += [
        Case.draw((3, 3), 3, steps=3, momentum=0.5, **form) for form in ({"dampening": 0.5}, {"momentum_form": "ema"})
    ]
    return [*drawn, Case.draw((2, 3), 3, activations=("sigmoid",)), Case.draw((2, 2), 3, activations=(("elu", 0.5),))]


VARIANTS = sorted({(p.id, p.label) for c in cases() for i in range(1, c.n_layers + 1) for p, _ in options(c, i)})


def test_every_mistake_has_a_text_and_every_text_a_mistake():
    assert set(TEXTS) == {d.id for d in CATALOGUE} | PROBES


def test_texts_stand_in_the_order_of_the_catalogue():
    assert [i for i in TEXTS if i not in PROBES] == [d.id for d in CATALOGUE]


@each
def test_fields_are_there(t):
    assert all((t.is_ if f == "is" else getattr(t, f)).strip() for f in FIELDS)
    assert t.is_ != t.should
    assert t.is_tex != t.should_tex


@each
def test_hint_has_80_to_160_words(t):
    assert 80 <= len(t.hint.split()) <= 160


@each
def test_hint_holds_no_code(t):
    assert not re.search(r"=|\bnp\.|\btorch\.|[\w\])]\.\w+\(|\w\[|@|\.T\b|`|:=|∘|\*|d[WbZ]\b", t.hint)


@each
def test_sentences_end(t):
    assert t.statement.endswith(".")
    assert t.why.endswith(".")
    assert t.shows_when.endswith(".")
    assert t.hint.endswith((".", "?"))


@each
def test_hints_why_and_conditions_begin_with_a_capital(t):
    assert all(s[0].isupper() or s.startswith("λ") for s in (t.hint, t.why, t.shows_when))


@each
def test_placeholders_are_known_and_where_they_can_be_left_out(t):
    names = [name for _, name, _, _ in Formatter().parse(t.statement) if name is not None]
    assert set(names) <= {"layers", "activation", "variant"}
    assert len(names) == len(set(names))
    assert ("layers" in names) == t.statement.startswith(LAYERS)
    assert ("variant" in names) == (VARIANT in t.statement)


@each
def test_tex_is_balanced(t):
    for tex in (t.is_tex, t.should_tex):
        assert tex.isascii()
        assert tex.count("{") == tex.count("}")
        assert not re.search(r"[\t\f\n\r\v\b]", tex), "an escape of TOML got into it"


def test_tex_can_be_set_by_matplotlib():
    mathtext = pytest.importorskip("matplotlib.mathtext")
    parser = mathtext.MathTextParser("path")
    for tex in [tex for t in TEXTS.values() for tex in (t.is_tex, t.should_tex)]:
        parser.parse(f"${tex}$")


def test_nothing_is_said_twice():
    for field in ("statement", "why", "hint"):
        said = [getattr(t, field) for t in TEXTS.values()]
        assert len(set(said)) == len(said)


def test_a_variant_is_named_exactly_where_there_are_some():
    labelled = {i for i, label in VARIANTS if label}
    assert {i for i, t in TEXTS.items() if VARIANT in t.statement} == labelled


def test_the_cases_of_this_file_reach_the_whole_catalogue():
    assert {i for i, _ in VARIANTS} >= {d.id for d in CATALOGUE} - {"decay-without-lr", "relu-gradient-at-zero"}


def test_statement_of_every_variant():
    for (mistake, label), layers in product(VARIANTS, ((), (2,), (1, 2, 3))):
        said = statement(mistake, layers, "sigmoid", label)
        assert said.endswith(".")
        assert not re.search(r"\{|\}|\(\)|  | \.| ,|^:", said)
        assert label in said


def test_statement_reads_well():
    where = "the derivative of sigmoid is taken at the activation instead of the pre-activation."
    assert statement("derivative-at-activation", [1], "sigmoid") == f"layer 1: {where}"
    assert statement("derivative-at-activation", [1, 2], "sigmoid") == f"layers 1 and 2: {where}"
    assert statement("constant-factor", variant="N·K/2") == "every gradient is multiplied by the same constant (N·K/2)."
    assert statement("constant-factor") == "every gradient is multiplied by the same constant."
    assert statement("derivative-missing", (3,), ("leaky_relu", 0.05)) == (
        "layer 3: the derivative of leaky_relu 0.05 is missing."
    )
    assert statement("derivative-missing") == "the derivative of the activation is missing."


def test_layers_in_words():
    assert in_words([1]) == "layer 1"
    assert in_words([1, 2]) == "layers 1 and 2"
    assert in_words([1, 2, 4]) == "layers 1, 2 and 4"


def test_an_unknown_id_is_refused_with_the_nearest():
    with pytest.raises(UsageError, match=r"derivative-at-activatoin.*did you mean derivative-at-activation\?"):
        text("derivative-at-activatoin")
    with pytest.raises(UsageError, match="unknown mistake 'qqqqqq': `crosscheck mistakes` lists all"):
        text("qqqqqq")


def test_texts_cannot_be_changed():
    with pytest.raises(TypeError):
        TEXTS["bias-sign"] = text("bias-sign")  # type: ignore[index]
