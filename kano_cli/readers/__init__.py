"""From a survey file to a `Survey`: read right, or refused with the reason."""
