"""The quick scan: statements on how customer-centred an organisation is, scored per theme."""
