"""The line of a candidate's code at which it draws random numbers."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

import numpy as np

from crosscheck.candidate_code import file_name, is_own

ENOUGH = 20_000  # lines: what has not drawn by then is looked at no longer


class Drawing:
    """Follows the candidate's own lines, and notes the first after which a global generator has moved.

    One in `build` is noted for as long as there is no other: initial parameters are drawn there, and replaced.
    """

    def __init__(self, build: CodeType | None) -> None:
        self.build, self.place, self.done, self.lines = build, "", False, 0
        self.at: dict[FrameType, int] = {}  # the line that each frame is about to run
        self.state = state()

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        """What `sys.settrace` calls."""
        if self.done or self.lines > ENOUGH or not is_own(frame.f_code.co_filename):
            return None
        self.lines += 1
        now = state()
        # a call's arguments are drawn by its caller; what the harness does before a call is no draw of the candidate's
        drawer = frame.f_back if event == "call" else frame
        if now != self.state and drawer is not None and drawer in self.at:
            self.done = not self.is_building(drawer)
            if self.done or not self.place:
                self.place = f"{file_name(drawer.f_code.co_filename)}:{self.at[drawer]} in {drawer.f_code.co_name}"
        self.state, self.at[frame] = now, frame.f_lineno
        return self

    def is_building(self, frame: FrameType | None) -> bool:
        """Whether a frame is that of `build`, or was called from there."""
        while frame is not None and frame.f_code is not self.build:
            frame = frame.f_back
        return frame is not None


def drawn_at(run: Callable[[], Any], build: Callable[..., Any] | None) -> str:
    """The line at which a run first draws from NumPy's or Python's global generator; "" where it does not.

    What is drawn after `build` comes first. Seeding inside of `run` before the candidate's code is no draw; a tracer
    that is there already stays.
    """
    if sys.gettrace() is not None:
        return ""
    drawing = Drawing(getattr(getattr(build, "__func__", build), "__code__", None))
    sys.settrace(drawing)
    try:
        run()
    finally:
        sys.settrace(None)
    return drawing.place


def state() -> tuple[Any, ...]:
    """Where both generators stand; of NumPy's 624 words the first tells one filling from another."""
    _, words, at, has_gauss, gauss = np.random.get_state(legacy=True)
    return (int(words[0]), at, has_gauss, gauss, random.getstate())
