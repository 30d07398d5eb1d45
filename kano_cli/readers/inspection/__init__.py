"""How a file was understood, and the questionnaire that reads it."""
