"""A table to responses: wide, long, on two sheets, or counted already."""
