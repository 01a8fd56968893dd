"""The target for tools that read OpenRPC: one document for each JSON-RPC service."""
