"""The target for everybody's tests: arguments with their requests, bodies with their verdicts."""
