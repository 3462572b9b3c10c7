"""sigmaprime: worked calculus and verified claims."""
