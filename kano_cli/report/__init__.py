"""What is said, before how it looks: words, numbers as text, pages."""
