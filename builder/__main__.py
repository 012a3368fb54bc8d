"""Lets `python -m builder` work like `dossier`."""

from builder.cli import main

main()
