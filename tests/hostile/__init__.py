"""Descriptions written by somebody who wishes us ill."""
