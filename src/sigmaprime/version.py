"""The version of the language, the commands and the names of the rules."""

__version__ = "0.1.0"
