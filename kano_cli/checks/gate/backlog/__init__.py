"""A backlog against what the survey says of its features."""
