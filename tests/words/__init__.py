"""Tests of the words of the pages, language by language."""
