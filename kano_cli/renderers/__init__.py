"""How it looks: a result or a page becomes bytes; nobody else knows a screen or a file format."""
