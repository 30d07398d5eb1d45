"""Words in, one call, one write."""
