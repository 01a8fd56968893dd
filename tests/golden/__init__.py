"""A made-up description that uses every word of the dialect, and all that is generated from it."""
