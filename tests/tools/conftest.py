"""The tools are scripts beside each other, so their folder goes on the path as it does when one is started."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent.parent / "tools"))
