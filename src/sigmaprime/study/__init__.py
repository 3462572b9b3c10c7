"""The function study: domain, symmetry, zeros, limits, variations, curvature and range, each of it a claim that is proved."""
