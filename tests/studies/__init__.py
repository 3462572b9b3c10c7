"""Tests of the function study."""
