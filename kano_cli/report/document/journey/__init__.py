"""The journey as blocks: what both the report and `kano journey` show."""
