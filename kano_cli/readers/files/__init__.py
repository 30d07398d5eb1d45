"""Bytes to a table: every kind of file, its addresses kept."""
