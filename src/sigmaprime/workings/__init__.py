"""Judging someone's working: `judge` takes it apart, `claims` and `implications` judge one link each."""
