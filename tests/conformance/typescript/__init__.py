"""The TypeScript package, built, checked, packed, and tried on the stand-in, on faults and in a browser."""
