"""Turns descriptions of services into code; never imported by that code."""
