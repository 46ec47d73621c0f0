"""ProbeResult: what one probe looked for, and what it saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

OK, FOUND, NOT_RUN = "ok", "found", "not run"


@dataclass(frozen=True)
class ProbeResult:
    """One probe's answer.

    Attributes:
        id: what was looked for, such as "parameters-shared".
        status: "ok", "found" or "not run".
        text: one sentence; for "not run", why.
        place: where in the candidate's own code, "net.py:12 in train"; empty where it is not known.
        evidence: plain numbers, strings, lists and dictionaries.
    """

    id: str
    status: str
    text: str
    place: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """As in the JSON."""
        return {"id": self.id, "status": self.status, "text": self.text, "place": self.place,
                "evidence": dict(self.evidence)}  # fmt: skip


class NotRunError(Exception):
    """Ends a probe that cannot say anything; the message is why."""

    def __init__(self, why: str, place: str = "") -> None:
        super().__init__(why)
        self.place = place
