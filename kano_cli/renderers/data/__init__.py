"""Results for programs: unrounded, in the words of the contract."""
