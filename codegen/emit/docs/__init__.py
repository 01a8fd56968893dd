"""The target for people who read: pages in Markdown."""
