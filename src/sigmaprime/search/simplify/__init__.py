"""The simplest form that a textbook would print, and the lines that lead there. Proposes only; every line is proved."""
