"""An interview: what is asked next, what was answered, and where both are kept."""
