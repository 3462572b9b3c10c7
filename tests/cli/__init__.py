"""The commands, driven as processes."""
