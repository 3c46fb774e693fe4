"""Hands over to the command line: `python build.py --help` tells what there is."""

from site_src.cli import main

if __name__ == "__main__":
    main()
