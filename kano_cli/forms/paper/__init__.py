"""Forms on paper that can be filled in on a screen, too: Word and Markdown."""
