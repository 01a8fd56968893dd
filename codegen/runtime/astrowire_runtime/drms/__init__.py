"""What only the DRMS service has, beside what its description says."""
