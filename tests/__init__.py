"""The tests of sigmaprime, laid out as the package is."""
