"""What documents for foreign tools have in common: OpenAPI and OpenRPC are written with it.

Such a document says in its own words what it can. What it has no words for stands
beside that in members whose names begin with ``x-astrowire-``: nothing that the
model knows is left out.
"""
