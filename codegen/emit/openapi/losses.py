"""What the page beside the documents says: how things are written, and what OpenAPI has no word for."""

from __future__ import annotations

HEAD = """\
# OpenAPI

Generated from the description; do not edit. Change the spec, then run `make generate`.

One OpenAPI 3.1 document for each service of CGI programs. It describes what is on the wire: a foreign
tool that knows nothing else sends right requests and reads every answer.

## How it is written

- *Operations on one endpoint.* OpenAPI has one operation for a path and a method; here several share
  an endpoint and differ by a member such as `op`. Each has a path of its own, told apart by a
  fragment: `/jsoc_info#rs_list`. Clients do not send fragments, so every path leads to the endpoint;
  the member is a required parameter with one value. The other way, one operation with a union of all
  parameters and answers, would lose which answer belongs to which question. An endpoint with one
  operation has no fragment. A few tools put the query behind the fragment, where it is lost (Swagger
  UI, openapi-fetch): there `#` and what follows up to `?` has to be cut out of the URL first.
- *Servers.* The path is that of the default server, below its base URL, or below the host where the
  description says so; then the path has servers of its own.
- *Forms.* What may be too long for a URL has a POST besides, with `_by_post` behind its name. What may
  carry a file has a path of its own for that, with `_with_file` behind the name.
- *Parameters* are texts as they are on the wire, after everything that a client makes of its
  arguments. The member `x-astrowire-argument` names the argument, `x-astrowire-codec` how it is
  written.
- *Answers* have the status 200, whatever they mean. Where a member tells which answer it is, the
  schema is `anyOf` of plain references, for generators, with the exact choice in `if`, `then` and
  `else`, for validators.
- *Schemas* accept what those of `jsonschema/` accept. Conditions beside properties are `if` and
  `else`, the end of a tuple is `maxItems`, and a closed set names its type, because generators read
  these forms and no others.
- *Examples* are what the examples of the description send and get, where that is small.
"""

LOSSES: tuple[tuple[str, str], ...] = (
    ("Operations that differ by a member of the query", "a fragment behind the path"),
    ("Servers where the same endpoint is called otherwise", "`x-astrowire-urls`, `x-astrowire-servers`"),
    ("Settings of a server that are sent", "`x-astrowire-setting`, `x-astrowire-values`"),
    (
        "Failures inside of status 200; what is pending; the class of an error",
        "`x-astrowire-arms`, `x-astrowire-failure`, `x-astrowire-errors`",
    ),
    (
        'Answers told apart by numbers and texts, `1` from `"1"` (a `discriminator` is a text)',
        "`if`, `then`, `else`",
    ),
    (
        "Bodies that are no JSON although they should be",
        "`x-astrowire-broken`, and the media type `text/plain`",
    ),
    ("The charset of bodies that do not name it", "`x-astrowire-transport`"),
    (
        "GET up to a length of the URL, POST beyond",
        "two operations, `x-astrowire-post-over`, `x-astrowire-form-of`",
    ),
    ("Blanks as `%20`, never as `+`", "here: the programs do not all undo the plus"),
    ("Values that are percent-encoded twice", "a pattern, `x-astrowire-codec`"),
    (
        "Lists, words with options, steps, JSON and flags in one text",
        "patterns and `contentSchema`, `x-astrowire-codec`, `x-astrowire-options`, `x-astrowire-steps`",
    ),
    ("Arguments, of which one may need several members, or several one", "`x-astrowire-arguments`"),
    ("Defaults that follow from other arguments", "`x-astrowire-default`, `x-astrowire-false-omits`"),
    ("Rules across arguments", "`x-astrowire-rules`"),
    ("Languages that texts are written in", "`format`, `x-astrowire-arguments`"),
    ("Secrets in a query", "`x-astrowire-secret`"),
    ("What may be repeated; confirmation of what may not", "`x-astrowire-effect`, `x-astrowire-arguments`"),
    ("Slices of long calls", "`x-astrowire-batch`"),
    ("Limits of servers and of answers", "`x-astrowire-limits`, `x-astrowire-max-body`"),
    ("`[null]` for an empty list, values to expect, texts with a meaning of their own", "members of schemas"),
    ("Tables and their columns", "`x-astrowire-table`, `x-astrowire-column`"),
    (
        "How well things are known, and from where",
        "`x-astrowire-stability`, `x-astrowire-source`, and others",
    ),
    (
        "Operations that are gone, or known and not described",
        "`x-astrowire-removed`, `x-astrowire-undescribed`",
    ),
    ("What every recorded answer ends in", "`docs/coverage.md`"),
)
"""What OpenAPI has no word for, and how it is said."""
