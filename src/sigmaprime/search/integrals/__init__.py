"""Integrals worked out by hand: which method to try, and the lines that one writes; what it finds is checked later."""
