"""`python -m sigmaprime.cli` is `sigmaprime`."""

from sigmaprime.cli import main

if __name__ == "__main__":
    main()
