"""What may be wrong with a survey: findings, never repairs."""
