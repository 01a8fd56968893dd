"""What only CRDS has: URLs of its files, and the client-side part of its documents' interface."""
