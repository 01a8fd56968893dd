"""The rules of comparison: id, level, direction and one sentence each.

``breaking``: code or a server that worked before does not any more. ``note``: worth
a line in a changelog. The direction says on whose side: of those who send requests,
of those who read answers, or both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal["breaking", "note"]
Direction = Literal["request", "response", "both"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change."""

    level: Level
    direction: Direction
    sentence: str


RULES: Final[dict[str, Rule]] = {
    # what there is
    "service-removed": Rule("breaking", "both", "A service is gone."),
    "service-added": Rule("note", "both", "A service is new."),
    "operation-removed": Rule("breaking", "both", "An operation is gone."),
    "operation-added": Rule("note", "both", "An operation is new."),
    "operation-deprecated": Rule("note", "both", "An operation is deprecated now, or no longer."),
    "server-removed": Rule("breaking", "request", "A server is gone."),
    "server-added": Rule("note", "request", "A server is new."),
    "server-changed": Rule("note", "request", "A server's address or settings are others."),
    "default-server-changed": Rule(
        "breaking", "request", "A client without a server's name speaks to another one."
    ),
    "endpoint-removed": Rule("breaking", "request", "A server does not offer an operation any more."),
    "endpoint-added": Rule("note", "request", "A server offers an operation that it did not offer."),
    "transport-changed": Rule("breaking", "both", "A service is reached in another way."),
    "face-changed": Rule(
        "breaking",
        "both",
        "The interface of the documents is gone, has another name, or reads another variable.",
    ),
    "effect-changed": Rule("breaking", "request", "An operation may be retried under other conditions."),
    "stability-changed": Rule("note", "both", "What is known of an operation is known otherwise."),
    # requests
    "parameter-removed": Rule("breaking", "request", "A parameter is gone."),
    "parameter-added-required": Rule("breaking", "request", "A new parameter must be given."),
    "parameter-added-optional": Rule("note", "request", "A new parameter may be given."),
    "parameter-became-required": Rule("breaking", "request", "A parameter must be given now."),
    "parameter-became-optional": Rule("note", "request", "A parameter may be left out now."),
    "parameter-moved": Rule("breaking", "request", "A parameter has another position."),
    "parameter-alias-changed": Rule("note", "request", "A deprecated name of a parameter came or went."),
    "parameter-language-changed": Rule(
        "note", "request", "What the typed client takes and checks in place of a text is something else."
    ),
    "default-changed": Rule(
        "breaking", "request", "What is meant when an argument is not given is something else."
    ),
    "request-type-narrowed": Rule("breaking", "request", "An argument may no longer be of some type."),
    "request-type-widened": Rule("note", "request", "An argument may be of a further type."),
    "request-value-removed": Rule("breaking", "request", "A value is no longer allowed."),
    "request-value-added": Rule("note", "request", "A further value is allowed."),
    "request-limit-narrowed": Rule("breaking", "request", "A bound, length or count allows less."),
    "request-limit-widened": Rule("note", "request", "A bound, length or count allows more."),
    "request-pattern-changed": Rule("breaking", "request", "A text must look otherwise."),
    "request-pattern-removed": Rule("note", "request", "A text may look as it likes."),
    "wire-changed": Rule(
        "breaking", "request", "An argument goes over the wire under another name or in another form."
    ),
    "rule-added": Rule("breaking", "request", "Arguments must fulfil a further rule."),
    "rule-removed": Rule("note", "request", "Arguments need not fulfil a rule any more."),
    "batch-changed": Rule("note", "request", "Long calls are sliced otherwise."),
    # answers
    "member-removed": Rule("breaking", "response", "A member of an answer is gone."),
    "member-added": Rule("note", "response", "A member of an answer is new."),
    "member-became-optional": Rule("breaking", "response", "A member of an answer may be absent now."),
    "member-became-required": Rule("note", "response", "A member of an answer is always there now."),
    "response-type-changed": Rule("breaking", "response", "A value of an answer has another type."),
    "response-type-widened": Rule("breaking", "response", "A value of an answer may be of a further type."),
    "response-type-narrowed": Rule("note", "response", "A value of an answer is no longer of some type."),
    "response-value-added": Rule("note", "response", "A value of an answer may be a further one."),
    "response-value-removed": Rule("note", "response", "A value of an answer is never that any more."),
    "response-limit-changed": Rule(
        "note", "response", "Bounds or the pattern of a value of an answer are others."
    ),
    "response-order-changed": Rule("breaking", "response", "A list of an answer comes in another order."),
    "column-form-changed": Rule("breaking", "response", "A list of an answer is a column, or the reverse."),
    "column-kind-changed": Rule("breaking", "response", "Entries of a column are taken for something else."),
    "column-missing-changed": Rule("breaking", "response", "Other texts stand for no value in a column."),
    "table-removed": Rule("breaking", "response", "An answer is no table any more, or has one less."),
    "table-added": Rule("note", "response", "An answer is a table now, or has one more."),
    "table-changed": Rule("breaking", "response", "A table or a column is made of other members."),
    "types-changed": Rule("breaking", "both", "Types of columns are declared otherwise."),
    "types-added": Rule("note", "both", "More types of columns are known."),
    "object-closed": Rule("breaking", "response", "An object that took unknown members refuses them."),
    "object-opened": Rule("note", "response", "An object that refused unknown members takes them."),
    "type-renamed": Rule("breaking", "response", "A class of an answer has another name."),
    "arm-removed": Rule(
        "breaking", "response", "A value that was known to tell answers apart is unknown now."
    ),
    "arm-added": Rule("note", "response", "A further value tells answers apart."),
    "meaning-changed": Rule("breaking", "response", "An answer means failure that did not, or the reverse."),
    "error-changed": Rule("breaking", "response", "A failure is raised as another error class."),
    "error-removed": Rule("breaking", "response", "An error class, or an attribute of one, is gone."),
    "error-added": Rule("note", "response", "An error class, or an attribute of one, is new."),
}
