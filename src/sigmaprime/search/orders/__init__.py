"""Derivatives of order n, where n is a letter: closed forms, proofs by induction, and the algebra that they need."""
