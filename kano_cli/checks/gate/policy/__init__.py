"""What a team asks of the gate: its rules, and a file that says how strict each is."""
