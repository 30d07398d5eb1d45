"""Is the survey strong, fresh and sound enough to decide?"""
