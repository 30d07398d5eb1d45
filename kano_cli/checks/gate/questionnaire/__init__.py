"""Is the questionnaire well made?"""
