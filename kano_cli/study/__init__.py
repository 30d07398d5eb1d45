"""What was asked and answered: questionnaires, wordings by language, responses."""
