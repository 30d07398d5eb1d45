"""What Word and PowerPoint files have in common; needs the extra `office`."""
