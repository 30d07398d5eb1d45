"""The gate: a policy's rules, applied to a survey, a backlog, a baseline or a questionnaire."""
