"""Columns to pairs: which hold answers, which belong together, which question is which."""
