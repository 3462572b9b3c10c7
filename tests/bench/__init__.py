"""Benchmarks: run by hand, never asserted on. Each compares with a rival in the same run and prints the ratio."""
