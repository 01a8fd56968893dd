"""The reference as a site, and its examples run."""
