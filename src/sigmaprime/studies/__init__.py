"""The function study: domain, symmetry, zeros, limits, variations, curvature and range, each a proved claim."""
