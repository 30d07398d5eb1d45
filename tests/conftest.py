"""What holds for every test."""

from hypothesis import settings

# Tests run beside each other, so how long one example takes says nothing.
settings.register_profile("kano", parent=settings(), deadline=None)
settings.load_profile("kano")
