"""A questionnaire as something that a respondent can fill in."""
