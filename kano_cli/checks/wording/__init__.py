"""How a question is worded: what the rules for questionnaires know of languages, and look for."""
