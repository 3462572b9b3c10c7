"""Tests of the function rows."""
