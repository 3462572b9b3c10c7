"""Tests of running work under limits."""
