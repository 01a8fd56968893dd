"""Arguments of calls, made from the operations' own request schemas."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from hypothesis import strategies as st

from .answers import operation
from .strategies import Maker
from .wire import IMAGES


@cache
def arguments(title: str) -> st.SearchStrategy[dict[str, Any]]:
    """Arguments that the operation takes; optional ones are also given as None."""
    schema = {
        word: part for word, part in operation(title).request_schema.items() if word not in ("allOf", "anyOf")
    }
    made = Maker(schema, unknown_members=False).documents()
    optional = [name for name in schema["properties"] if name not in schema.get("required", ())]
    nones = st.lists(st.sampled_from(optional), max_size=2) if optional else st.just([])
    return st.tuples(made, nones).map(lambda both: _repaired(title, {**both[0], **dict.fromkeys(both[1])}))


def _repaired(title: str, made: dict[str, Any]) -> dict[str, Any]:
    """Keep to the rules between arguments, which a schema's members cannot say."""
    given = copy.deepcopy(made)
    if title == "drms.exp_request":
        protocol = given.get("protocol") or "as-is"
        if protocol not in IMAGES:
            given.pop("protocol_args", None)
        if protocol != "as-is" and given.get("method") == "url_quick":
            del given["method"]
        if given.get("processing") is not None:
            given.pop("process", None)
            given.pop("n", None)
        else:
            given.pop("max_recs", None)
        if given.get("file") is not None:
            given["ds"] = "*file*"
    if title == "drms.exp_su" and given.get("formatvar") is not None:
        given["requestid"] = "NOASYNCREQUEST"
    if title == "drms.show_info" and given.get("sunum") is None:
        given["ds"] = given.get("ds") or "hmi.m_720s[$]"
    if title == "drms.series_info" and all(given.get(name) is None for name in ("keys", "segs", "links")):
        given["atts"] = 1
    if title in ("drms.rs_list", "drms.rs_records") and all(
        given.get(name) is None for name in ("key", "seg", "link")
    ):
        given["key"] = "T_REC, DATAMEAN"
    return given
