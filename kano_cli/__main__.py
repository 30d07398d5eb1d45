"""`python -m kano_cli` is `kano`."""

from kano_cli.commands.console import main

if __name__ == "__main__":
    main()
