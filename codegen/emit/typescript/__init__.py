"""The target for Node and browsers: a package of TypeScript modules."""
