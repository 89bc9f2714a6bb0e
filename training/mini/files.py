"""Where things lie, and writing them so that a reader never sees half a file."""

from __future__ import annotations

import os
from pathlib import Path

TRAINING_FOLDER = Path(__file__).resolve().parent.parent
PROJECT = TRAINING_FOLDER.parent
MODEL_FOLDER = PROJECT / "models" / "glimpse-mini"
CACHE_FOLDER = TRAINING_FOLDER / "cache"
RUNS_FOLDER = TRAINING_FOLDER / "runs"
REPORTS_FOLDER = TRAINING_FOLDER / "reports"


def write_bytes(path: Path, content: bytes) -> None:
    """Writes beside the file, then renames over it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(content)
    os.replace(beside, path)


def write_text(path: Path, content: str) -> None:
    write_bytes(path, content.encode("utf-8"))
