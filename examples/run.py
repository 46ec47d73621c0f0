"""Check every example, one line each: verdict, cause, lines of the adapter, and whether that is what was expected.

    python examples/run.py [NAME ...]        those whose file or adapter contains NAME
    python examples/run.py FOLDER            those of another folder
"""
import ast
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

import crosscheck
from crosscheck.load import adapters_in, fresh_module

HERE = Path(__file__).parent


def example_files(folder=HERE):
    """The files that say what is expected of them; scripts beside them, which train when imported, do not."""
    return [f for f in sorted(folder.glob("*.py")) if "\nEXPECTED = {" in f.read_text(encoding="utf-8")]


def names_in(file):
    """The adapters that a file expects something of, without importing it."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    found = [s.value for s in body if isinstance(s, ast.Assign) and getattr(s.targets[0], "id", "") == "EXPECTED"]
    return [key.value for key in found[0].keys]


def adapter_lines(file, name):
    """Lines that an adapter consists of, those that it inherits in the same file among them.

    Every line in the body of the class that is not blank, a comment or a docstring; what is overridden is not counted.
    """
    source = file.read_text(encoding="utf-8")
    classes = {c.name: c for c in ast.parse(source).body if isinstance(c, ast.ClassDef)}
    lines = source.splitlines()

    def members(cls):
        found = {}
        for base in cls.bases:
            if getattr(base, "id", None) in classes:
                found |= members(classes[base.id])
        for s in cls.body:
            if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant):
                continue
            names = {s.name} if isinstance(s, ast.FunctionDef) else {n.id for n in ast.walk(s.targets[0]) if isinstance(n, ast.Name)}
            text = [n for n in range(s.lineno, s.end_lineno + 1) if lines[n - 1].split("#")[0].strip()]
            found |= dict.fromkeys(names, tuple(text))
        return found

    return len({n for numbers in members(classes[name]).values() for n in numbers})


def explanations(report):
    """The mistakes that give the candidate's numbers: each way of explaining them a set, the first one first."""
    if not report.explanations:
        return []
    first = report.explanations[0]
    return [{d["id"] for d in e} for e in (first["defects"], *first["equivalents"])]


def probes(report):
    """What was found beside the numbers."""
    return [p["id"] for p in report.probes if p["status"] == "found"]


def causes(report):
    """What the report says is wrong: the factor, the mistakes, what the probes found."""
    found = [f"factor {report.factor['name']}"] if report.factor else []
    for mistakes in explanations(report)[:1]:
        found += sorted(mistakes - {"constant-factor"} if report.factor else mistakes)
    return list(dict.fromkeys([*found, *probes(report)]))


def as_expected(report, wanted):
    """Whether the causes are those expected, or equals that no run can tell apart from them.

    What a probe finds beside a mistake that was named, such as what earlier calls leave behind, is no contradiction.
    """
    mistakes = {c for c in wanted if not c.startswith("factor ")}
    if [c for c in causes(report) if c.startswith("factor ")] != [c for c in wanted if c.startswith("factor ")]:
        return False
    found = explanations(report) or [set()]
    return any(e - {"constant-factor"} <= mistakes and mistakes <= e | set(probes(report)) for e in found)


def check_example(file, name):
    """(report, what is not as expected, texts)."""
    module = fresh_module(file)
    expected = module.EXPECTED[name]
    verdict, wanted, more = (*expected, {})[:3]
    report = crosscheck.check(adapters_in(module)[name], cases=getattr(module, "CASES", {}).get(name))
    wrong = []
    if report.verdict != verdict:
        wrong.append(f"verdict {verdict!r} expected")
    if not as_expected(report, wanted):
        wrong.append(f"causes {', '.join(wanted) or 'none'} expected")
    kinds = {r.kind for r in report.remarks}
    wrong += [f"remark {k} expected" for k in more.get("remarks", []) if k not in kinds]
    if "exact_for" in more and more["exact_for"] not in report.exact_for:
        wrong.append(f"exact for {more['exact_for']} expected, found {', '.join(report.exact_for) or 'none'}")
    if "factor" in more and (not report.factor or abs(report.factor["value"] - more["factor"]) > 1e-9):
        wrong.append(f"factor {more['factor']} expected")
    if "raises" in more and not any(more["raises"] in f.why for f in report.findings):
        wrong.append(f"a finding with {more['raises']!r} expected")
    return report, wrong


def missing(file):
    """Why a file cannot be run here; empty where it can."""
    text = file.read_text(encoding="utf-8")
    if "sklearn" in text:
        try:
            import sklearn  # noqa: F401
        except ImportError:
            return "scikit-learn is not installed"
    return ""


def outcome(file, name):
    """(line, whether it is as expected) of one example; what is wrong stands below its line."""
    reason = missing(file)
    if reason:
        return f"skipped: {reason}", True
    try:
        report, wrong = check_example(file, name)
    except crosscheck.UsageError as refused:
        return f"refused: {refused}", False
    line = f"{report.verdict:21}  {adapter_lines(file, name):2} lines  {'NOT AS EXPECTED' if wrong else 'ok'}"
    found = ", ".join(causes(report))
    return "\n        ".join([f"{line}  {found}".rstrip(), *wrong]), not wrong


def main(wanted):
    started, failed = time.perf_counter(), 0
    folders = [Path(w) for w in wanted if Path(w).is_dir()]
    wanted = [w for w in wanted if not Path(w).is_dir()]
    files = [f for folder in folders for f in example_files(folder.resolve())] if folders else example_files()
    todo = [(f, name) for f in files for name in names_in(f)]
    todo = [(f, name) for f, name in todo if not wanted or any(w in f"{f.stem}.{name}" for w in wanted)]
    if not todo:
        print(f"no example is called {' '.join(wanted)}")
        return 2
    width = max(len(f"{f.stem}.{name}") for f, name in todo)
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1, len(todo)), get_context("spawn")) as pool:
        for (file, name), (line, ok) in zip(todo, pool.map(outcome, *zip(*todo))):
            print(f"{file.stem}.{name}".ljust(width), line, sep="  ", flush=True)
            failed += not ok
    lines = [adapter_lines(f, name) for f, name in todo]
    print(f"{len(todo)} examples, {failed} not as expected, {time.perf_counter() - started:.0f} s")
    print(f"lines of an adapter: {min(lines)} to {max(lines)}, the median {median(lines):g}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
