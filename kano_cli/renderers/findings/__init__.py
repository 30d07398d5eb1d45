"""The outcome of the gate, as people, code hosts and build servers read it."""
