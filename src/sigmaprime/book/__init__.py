"""Pages of prose with claims between, made into a book in which everything that is claimed has been proved."""

from sigmaprime.book.build import build
from sigmaprime.book.entry import BuildResult, Trouble

__all__ = ["BuildResult", "Trouble", "build"]
