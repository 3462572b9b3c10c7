"""Worked calculus: exercises with their answers, checked by a program that shares no code with the package."""
