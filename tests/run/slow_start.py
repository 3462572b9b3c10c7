"""A module that takes its time to be imported."""

import time

time.sleep(0.6)


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds
