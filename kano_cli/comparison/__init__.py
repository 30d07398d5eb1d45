"""Groups of people, or waves of a survey, side by side."""
