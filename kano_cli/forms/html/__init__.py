"""A form as one HTML page: it works from a disk, without a network, and on paper."""
