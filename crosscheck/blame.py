"""Whose error is it? What a line of the adapter itself raises is no finding about the network.

`build` and `read` hand over and hold no training code: what is raised by a line of theirs, or of another method of the
adapter's class that they call, is the adapter's. `step`, `forward`, `backward` and `update` may hold the network
itself: there only a name, an attribute or a key that is not there, an import, and a call with the wrong arguments are
the adapter's, and only on a line of that very method. Everything else is the network's, and so is whatever is raised
further in: in the network's own functions, wherever they stand.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from traceback import walk_tb
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from crosscheck.candidate_code import is_own

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.candidate_code import Failure

CARRIES = ("build", "read")  # these compute nothing that is judged
_WRONG_CALL = re.compile(
    r"takes .*argument|missing \d+ required|unexpected keyword argument|multiple values for|is not callable"
)
_PLAIN = ("builtins", "numpy")  # None.T, [].shape: a value that the network has made, and not an object of the author's


def is_adapters(adapter: Adapter, failure: Failure, net: Any) -> bool:
    """Whether a failed call is the adapter's fault, and not the network's.

    Args:
        adapter: what was called.
        failure: how it failed.
        net: what build has returned, None before that.
    """
    error = failure.error
    if error is None:
        return failure.adapters
    own = [frame for frame, _ in walk_tb(error.__traceback__) if is_own(frame.f_code.co_filename)]
    if not own or not isinstance(error, Exception) or isinstance(error, RecursionError | MemoryError):
        return False
    if failure.call in CARRIES:
        return own[-1].f_code in codes_of_class(type(adapter))
    method = getattr(adapter, failure.call, None)
    return own[-1].f_code in set(nested(code_of(method))) and is_misnamed(error, net)


def is_misnamed(error: Exception, net: Any) -> bool:
    """Whether an exception says that something is not called, or not called upon, as it was written."""
    if isinstance(error, UnboundLocalError):
        return False
    if isinstance(error, AttributeError):
        obj = getattr(error, "obj", None)
        return obj is net or isinstance(obj, ModuleType | type) or type(obj).__module__ not in _PLAIN
    if isinstance(error, TypeError):
        return bool(_WRONG_CALL.search(str(error)))
    return isinstance(error, NameError | KeyError | ImportError)


def codes_of_class(cls: type) -> set[CodeType]:
    """The code of every function in the body of an adapter's class, and of those it inherits from, below Adapter."""
    from crosscheck.adapter import Adapter

    classes = [c for c in cls.__mro__ if issubclass(c, Adapter) and c is not Adapter]
    return {code for c in classes for value in vars(c).values() for code in nested(code_of(value))}


def code_of(value: Any) -> CodeType | None:
    """The code of a function, of a method, or of what a decorator has wrapped; None of anything else."""
    if isinstance(value, staticmethod | classmethod):
        value = value.__func__
    value = inspect.unwrap(value) if callable(value) else value
    function = getattr(value, "__func__", value)
    return function.__code__ if isinstance(function, FunctionType) else None


def nested(code: CodeType | None) -> Iterator[CodeType]:
    """A code and those of the lambdas and comprehensions in it."""
    if code is None:
        return
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from nested(constant)
