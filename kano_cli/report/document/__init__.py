"""A report before it has a form: sections of blocks, every number already a text."""
