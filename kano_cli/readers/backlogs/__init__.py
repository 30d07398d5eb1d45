"""A backlog of any tool as one record: what is planned, in which order, about which feature."""
