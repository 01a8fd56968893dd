"""Settings of Sphinx: pages are read as repositories show them, without any syntax of Sphinx's own."""

copyright = ""
extensions = ["myst_parser"]
root_doc = "contents"
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}

# No roles, no directives, no HTML: what a description says stays text, here as in a repository.
myst_gfm_only = True
myst_heading_anchors = 3
myst_linkify_fuzzy_links = False
smartquotes = False

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["style.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {"navigation_with_keys": True}
