"""Work under limits: every claim gets its share of time and memory, and can be stopped."""

from sigmaprime.run.limits import Done, Limits, Outcome, Stopped
from sigmaprime.run.pool import Pool

__all__ = ["Done", "Limits", "Outcome", "Pool", "Stopped"]
