"""The target for everybody: JSON Schema 2020-12 of requests and answers."""
