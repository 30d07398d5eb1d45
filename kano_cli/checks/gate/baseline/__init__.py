"""A survey against what was believed before."""
