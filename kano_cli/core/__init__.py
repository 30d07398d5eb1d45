"""The numbers: numpy in, records out; nothing here knows a file, a language or a screen."""
