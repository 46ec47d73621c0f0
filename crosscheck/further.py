"""A further case, beside the standard ones, as a network takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.standard_cases import labels, labels_needed

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration


def fitted(case: Case, d: Declaration) -> Case | None:
    """The case with the learning rate and the kind of targets that are declared; None where the network takes no such.

    Its depth, its widths and its number of samples have to be those that are declared.
    """
    fixed = d.batch is not None and case.n_samples != d.batch
    if fixed or (d.one_at_a_time and case.n_samples != 1) or case.n_layers not in d.depths:
        return None
    if (d.sizes is not None and not fits_sizes(case.sizes, d.sizes)) or (d.one_output and case.n_outputs != 1):
        return None
    if d.lr is not None and case.lr != d.lr:
        case = case.with_(lr=d.lr)
    kind = labels_needed(d)
    if kind:
        case = case.with_(y=labels(kind, case.n_samples, case.n_outputs, case.seed or 0))
    return case


def fits_sizes(sizes: tuple[int, ...], declared: tuple[int | str, ...]) -> bool:
    """Whether widths are those declared, equal symbols being equal."""
    meaning: dict[str, int] = {}
    return len(sizes) == len(declared) and all(
        n == w if isinstance(w, int) else meaning.setdefault(w, n) == n for n, w in zip(sizes, declared, strict=True)
    )
