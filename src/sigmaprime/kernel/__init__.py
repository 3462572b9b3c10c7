"""The trusted part: what a term, a rule and a proof are, and the one function that checks a proof."""
