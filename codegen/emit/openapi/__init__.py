"""The target for tools that read OpenAPI: one document for each service of CGI programs."""
