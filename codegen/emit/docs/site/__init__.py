"""The pages as a site: static HTML that needs no server, no network and no other site.

``python -m codegen.emit.docs.site PAGES OUT`` builds it with Sphinx; nothing here is needed to generate.
"""
