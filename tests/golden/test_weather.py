"""The made-up CGI service, called: what goes over the wire, and what comes back as which type or error."""

from __future__ import annotations

import json
import re
import warnings
from email import message_from_bytes
from inspect import signature
from types import ModuleType
from typing import Any

import pytest

from tests.golden.loopback import Loopback

ROW = {"time": "2024-01-01T00:00Z", "temperature": -3.5}


@pytest.fixture
def weather(harbour: ModuleType) -> Any:
    return harbour.weather


@pytest.fixture
def client(weather: Any, server: Loopback) -> Any:
    with weather.Client(base_url=server.url) as made:
        yield made


def observed(**members: Any) -> str:
    return json.dumps({"status": 0, "count": 1, "rows": [ROW], **members})


def seen(client: Any, server: Loopback, *bodies: str | bytes) -> Any:
    """The typed answer to one of the bodies."""
    server.will_answer(*bodies)
    return client.observations("abc01", fields="time")


# Requests.


def test_fixed_settings_words_flags_and_integers_stand_in_wire_order(client: Any, server: Loopback) -> None:
    server.will_answer(observed())
    client.observations("abc01", fields="time  T_AIR,rain", sensors=["a b", "c"], verbose=True, last=7)
    assert server.paths == ["/reports"]
    assert server.queries == [
        [
            ("op", "observations"),
            ("archive", "arctic"),
            ("station", "abc01"),
            ("fields", "time,T_AIR,rain"),
            ("sensors", "a b,c"),
            ("v", "1"),
            ("n", "7"),
        ]
    ]


def test_what_is_not_given_is_not_sent(client: Any, server: Loopback) -> None:
    seen(client, server, observed())
    assert [name for name, _ in server.queries[0]] == ["op", "archive", "station", "fields"]


def test_another_server_has_its_own_settings_and_programs(weather: Any) -> None:
    operation, south = weather.OPERATIONS["observations"], weather.SERVERS["South"]
    url = operation.encode({"station": "abc01", "fields": ["x"]}, south).url
    assert (
        url
        == "https://south.example.org/weather/reports.py?op=observations&archive=pampa&station=abc01&fields=x"
    )
    with pytest.raises(ValueError, match="South does not offer order"):
        weather.OPERATIONS["order"].encode({"station": "abc01", "notify": "me@x.org"}, south)


def test_options_steps_percent_and_derived_defaults(client: Any, server: Loopback) -> None:
    server.will_answer('{"status": 0, "url": "/r"}')
    client.order(
        "abc01",
        "me@x.org",
        form="plot",
        plot={"colour": None, "width": 3},
        note="50 % & more",
        process={"smooth": {"k": 3, "wide": True, "f": 0.5}, "mean": {}},
        limit=-2,
    )
    assert server.paths == ["/orders.sh"]
    assert dict(server.queries[0]) == {
        "op": "order",
        "station": "abc01",
        "notify": "me@x.org",
        "delivery": "mail",
        "format": "plot,COL=red,W=3",
        "note": "50%20%25%20%26%20more",
        "process": "n=-2|smooth,k=3,wide=1,f=0.5|mean",
        "requestor": "me",
    }


def test_defaults_of_an_order_and_leaving_the_requestor_out(client: Any, server: Loopback) -> None:
    server.will_answer('{"status": 0, "url": "/r"}')
    client.order("abc01", "me@x.org", requestor=False)
    assert server.queries[0][3:] == [("delivery", "link"), ("format", "raw"), ("process", "n=0")]


def test_encoding_is_undone_by_arguments(weather: Any) -> None:
    operation = weather.OPERATIONS["order"]
    given = {
        "station": "abc01",
        "notify": "me@x.org",
        "delivery": "mail",
        "form": "plot",
        "plot": {"colour": "blue"},
        "note": "a%b c",
        "process": {"mean": {"k": "3"}},
        "limit": 4,
        "requestor": "you",
    }
    assert operation.arguments(operation.encode(given, weather.SERVERS["north"])) == given


def test_a_text_is_an_answer_and_its_cells_can_be_looked_at(client: Any, server: Loopback) -> None:
    body = b"time\train\n2024-01-01\t1\n"
    server.will_answer(body)
    answer = client.printout("abc01", fields=["time", "rain"])
    assert (str(answer), answer.raw) == (body.decode(), body)
    assert answer.rows() == [["time", "rain"], ["2024-01-01", "1"]]
    assert server.queries == [[("desk", "D7"), ("station", "abc01"), ("fields", "time,rain")]]
    assert server.asked[0].headers["accept"] == "text/plain"


def test_a_text_is_latin_1_where_it_is_not_utf_8(client: Any, server: Loopback) -> None:
    server.will_answer("caf\xe9\n".encode("latin-1"))
    answer = client.printout("abc01")
    assert (answer, answer.charset) == ("café\n", "latin-1")


def test_texts_that_mean_failure_and_empty_ones_are_errors(
    client: Any, weather: Any, harbour: ModuleType, server: Loopback
) -> None:
    server.will_answer("### no paper\n", "### no paper\n and ink\n", b"", b"", b"")
    with pytest.raises(weather.StationError, match="no paper") as caught:
        client.printout("abc01")
    assert caught.value.answer.error == "no paper"
    assert client.printout("abc01") == "### no paper\n and ink\n"
    with pytest.raises(harbour.NotJson, match="the body is empty"):
        client.printout("abc01")


def test_a_server_without_an_optional_setting_is_sent_nothing_of_it(weather: Any) -> None:
    url = weather.OPERATIONS["printout"].encode({"station": "abc01"}, weather.SERVERS["south"]).url
    assert url == "https://south.example.org/weather/printouts.py?station=abc01"


def test_numbers_lists_of_numbers_and_json_are_written_and_read_back(weather: Any) -> None:
    operation, north = weather.OPERATIONS["printout"], weather.SERVERS["north"]
    given = {"station": "abc01", "ids": [3, 40], "scale": 0.25, "steps": {"mean": {"k": 3}}, "most": 5}
    request = operation.encode(given | {"ids": (3, 40)}, north)
    assert request.body == b""
    assert request.url.partition("?")[2] == (
        "desk=D7&station=abc01&ids=3%2C40&scale=0.25&steps=%7B%22mean%22%3A%7B%22k%22%3A3%7D%7D&most=5"
    )
    assert operation.arguments(request) == given | {"fields": None, "dates": None}


def test_a_long_query_is_posted_as_a_form(client: Any, weather: Any, server: Loopback) -> None:
    operation, north = weather.OPERATIONS["printout"], weather.SERVERS["north"]
    short = operation.encode({"station": "abc01", "fields": ["x"]}, north)
    room = 200 - len(short.url)
    fits = operation.encode({"station": "abc01", "fields": ["x" * (room + 1)]}, north)
    assert (fits.method, len(fits.url)) == ("GET", 200)
    given = {"station": "abc01", "fields": ["x" * (room + 2)]}
    posted = operation.encode(given, north)
    assert (posted.method, posted.url) == ("POST", "http://north.example.org/cgi-bin/printouts")
    assert posted.body == fits.url.partition("?")[2].encode() + b"x"
    assert posted.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert {key: value for key, value in operation.arguments(posted).items() if value} == given
    longer = {"station": "abc01", "fields": ["x" * 200]}
    server.will_answer("a\n")
    assert client.printout(**longer) == "a\n"
    body = operation.encode(longer, north).body
    assert (server.asked[0].method, server.asked[0].body, server.queries) == ("POST", body, [[]])


def test_other_long_queries_stay_in_the_url(weather: Any) -> None:
    given = {"station": "abc01", "fields": ["x" * 3000]}
    assert weather.OPERATIONS["observations"].encode(given, weather.SERVERS["north"]).method == "GET"


def test_a_file_is_uploaded_in_a_form_of_parts(client: Any, weather: Any, server: Loopback) -> None:
    operation = weather.OPERATIONS["printout"]
    given = {"station": "abc01", "dates": "2024-01-01\r\n2024-01-02 é\n"}
    server.will_answer("a\n")
    client.printout(**given)
    asked = server.asked[0]
    message = message_from_bytes(
        b"Content-Type: " + asked.headers["content-type"].encode() + b"\r\n\r\n" + asked.body
    )
    parts: Any = message.get_payload()
    told = [
        (part.get_param("name", header="content-disposition"), part.get_payload(decode=True).decode())
        for part in parts
    ]
    assert told == [("desk", "D7"), ("station", "abc01"), ("list", given["dates"])]
    assert parts[2].get_filename() == "upload.txt"
    request = operation.encode(given, weather.SERVERS["north"])
    assert {key: value for key, value in operation.arguments(request).items() if value} == given
    assert request == operation.encode(given, weather.SERVERS["north"]), "the same call is the same request"


def test_bytes_are_an_answer_up_to_a_cap(client: Any, harbour: ModuleType, server: Loopback) -> None:
    server.will_answer(b"\x89PNG\r\n\x00\xff", b"x" * 65)
    picture = client.picture("abc01", exposure=0.5)
    assert picture == b"\x89PNG\r\n\x00\xff" == picture.raw
    assert picture.content_type.startswith("application/json"), "what the server said"
    assert server.paths == ["/sky/pictures"], "below the host, not below the base URL"
    with pytest.raises(harbour.BodyTooLarge):
        client.picture("abc01")


def test_a_text_in_place_of_bytes_means_failure(client: Any, weather: Any, server: Loopback) -> None:
    server.will_answer("<html>sorry\n")
    with pytest.raises(weather.StationError, match="There is no picture"):
        client.picture("abc01")


def test_what_writes_is_confirmed_by_name_and_never_repeated(
    client: Any, weather: Any, harbour: ModuleType, server: Loopback
) -> None:
    server.will_answer('{"errMsg": null, "abc01": {"since": "2024-01-01"}}')
    for wrong in ({}, {"confirm": False}, {"confirm": 1}):
        with pytest.raises((harbour.RequestInvalid, TypeError), match="confirm"):
            client.retire("abc01", **wrong)
    with pytest.raises(TypeError, match="positional"):
        client.retire("abc01", True)
    assert server.asked == []
    answer = client.retire("abc01", confirm=True)
    assert answer["abc01"].since == "2024-01-01"
    assert server.queries == [[("op", "retire"), ("station", "abc01")]]
    operation = weather.OPERATIONS["retire"]
    request = operation.encode({"station": "abc01", "confirm": True}, weather.SERVERS["north"])
    assert operation.arguments(request) == {"station": "abc01", "confirm": True}
    server.will_answer("<no json>", "<no json>")
    with pytest.raises(harbour.NotJson):
        client.retire("abc01", confirm=True)
    assert len(server.asked) == 1


def test_a_key_of_a_map_can_tell_of_failure(client: Any, weather: Any, server: Loopback) -> None:
    server.will_answer('{"errMsg": "no such station"}')
    with pytest.raises(weather.StationError, match="no such station") as caught:
        client.retire("abc01", confirm=True)
    assert caught.value.answer == {"errMsg": "no such station"}


def test_one_value_of_a_member_can_mean_failure(client: Any, weather: Any, server: Loopback) -> None:
    server.will_answer('{"number": "17"}', '{"number": "NONE", "error": "closed"}')
    assert client.ticket().number == "17"
    with pytest.raises(weather.OrderRefused, match="closed") as caught:
        client.ticket()
    assert caught.value.answer.number == "NONE"


def test_the_face_has_only_what_the_documents_have(weather: Any) -> None:
    face = weather.WeatherStation
    assert not hasattr(face, "printout")
    assert not hasattr(face, "retire")
    assert "exposure" not in signature(face.picture).parameters
    assert "exposure" in signature(weather.Client.picture).parameters


def test_operations_say_where_they_are_known_from(weather: Any) -> None:
    said = {name: weather.OPERATIONS[name].stability for name in ("observations", "order", "picture")}
    assert said == {"observations": "documented", "order": "observed", "picture": "source-only"}


def test_what_is_known_and_not_described_is_listed(weather: Any) -> None:
    assert weather.UNDESCRIBED == {
        "https://beta.example.org:8080/forecast": "Forecasts; nobody knows what they are asked with.",
        "/cgi-bin/tides": "Tides of the stations at the sea.",
    }


REFUSED = [
    ("printout", {"station": "abc01", "ids": [1], "dates": "x"}, ("/dates", "at_most_one_of")),
    ("printout", {"station": "abc01", "most": 1}, ("/most", "goes_with")),
    ("printout", {"station": "abc01", "fields": ["x", "*ALL*"]}, ("/fields", "never")),
    ("printout", {"station": "abc01", "fields": "x, *All*"}, ("/fields", "never")),
    ("printout", {"station": "abc01", "ids": ["1"]}, ("/ids/0", "type")),
    ("retire", {"station": "abc01"}, ("", "required")),
    ("retire", {"station": "abc01", "confirm": False}, ("/confirm", "const")),
    ("observations", {"station": "abc01"}, ("", "at_least_one_of")),
    ("observations", {"station": "ABC01", "fields": "x"}, ("/station", "pattern")),
    ("observations", {"station": "abc01\n", "fields": "x"}, ("/station", "not")),
    ("observations", {"station": "abc01", "sensors": ["a", "b", "c", "d"]}, ("/sensors", "maxItems")),
    ("observations", {"station": "abc01", "fields": ["a,b"]}, ("/fields/0", "pattern")),
    ("observations", {"station": "abc01", "fields": "x", "last": 0}, ("/last", "minimum")),
    ("observations", {"station": "abc01", "fields": "x", "verbose": "yes"}, ("/verbose", "type")),
    ("observations", {"station": "abc01", "fields": "x", "first": 1}, ("", "additionalProperties")),
    ("order", {"station": "abc01"}, ("", "required")),
    ("order", {"station": "abc01", "notify": "m@x", "delivery": "pigeon"}, ("/delivery", "enum")),
    (
        "order",
        {"station": "abc01", "notify": "m@x", "delivery": "link", "form": "csv"},
        ("/delivery", "needs"),
    ),
    ("order", {"station": "abc01", "notify": "m@x", "plot": {}}, ("/plot", "needs")),
    (
        "order",
        {"station": "abc01", "notify": "m@x", "process": {"melt": {}}},
        ("/process", "propertyNames"),
    ),
    ("order", {"station": "abc01", "notify": "m@x", "requestor": True}, ("/requestor", "const")),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), REFUSED)
def test_wrong_arguments_are_refused_with_their_place(
    weather: Any, harbour: ModuleType, name: str, arguments: dict[str, Any], expected: tuple[str, str]
) -> None:
    operation = weather.OPERATIONS[name]
    found = [(each.pointer, each.rule) for each in operation.validate_request(arguments)]
    assert expected in found
    with pytest.raises(harbour.RequestInvalid):
        operation.encode(arguments, weather.SERVERS["north"])


def test_a_secret_stays_out_of_errors(client: Any, server: Loopback, harbour: ModuleType) -> None:
    server.will_answer('{"status": 7, "error": "no"}')
    with pytest.raises(harbour.OrderRefused) as caught:
        client.order("abc01", "me@x.org")
    assert "me@x.org" not in f"{caught.value} {caught.value.request}"
    assert "notify=***" in str(caught.value.request)


# Answers.


def test_renamed_members_numbers_tuples_and_unknown_members(client: Any, server: Loopback) -> None:
    body = observed(T_AIR=-3.5, took="0.25", position=[71.5, -8], unit="degC", later={"x": 1})
    answer = seen(client, server, body)
    assert (answer.t_air, answer.took, answer.wire_took, answer.position) == (-3.5, 0.25, "0.25", (71.5, -8))
    assert (answer.unit, answer.rows[0].temperature) == ("degC", -3.5)
    assert answer.extras == {"later": {"x": 1}}
    assert answer.raw == body.encode()


def test_null_stands_for_an_empty_list(client: Any, server: Loopback) -> None:
    assert seen(client, server, observed(rows=[None])).rows == []


def test_rows_may_be_absent_where_there_are_none(client: Any, server: Loopback, harbour: ModuleType) -> None:
    assert seen(client, server, '{"status": 0, "count": 0}').rows is harbour.UNSET


def test_a_closed_record_is_closed_and_an_open_one_open(
    client: Any, server: Loopback, harbour: ModuleType
) -> None:
    assert seen(client, server, observed(station={"name": "Cape", "automatic": True})).station.automatic
    with pytest.raises(harbour.SchemaMismatch, match="/station"):
        seen(client, server, observed(station={"name": "Cape", "height": 3}))


def test_bytes_that_are_not_utf_8_are_latin_1(client: Any, server: Loopback) -> None:
    answer = seen(client, server, observed(old_name="Caf@").encode().replace(b"@", b"\xe9"))
    assert (answer.old_name, answer.charset) == ("Café", "latin-1")


BAD = [
    (observed(rows=[None, None]), "/rows"),
    (observed(rows=[{"time": "now", "temperature": 1}]), "/rows/0/time"),
    (observed(rows=[{**ROW, "temperature": None}]), "/rows/0/temperature"),
    ('{"status": 0, "count": 3}', ""),
    (observed(count=1001), "/count"),
    (observed(count="1"), "/count"),
    (observed(took="1e3"), "/took"),
    (observed(position=[1]), "/position"),
    (observed(position=[1, 2, 3]), "/position"),
    (observed(unit="degF"), "/unit"),
    (observed(warning=""), "/warning"),
    (observed(warning=100), "/warning"),
    (observed(wind="yes"), "/wind"),
    (observed(nothing=0), "/nothing"),
    (observed(counters={}), "/counters"),
    (observed(T_AIR=-101), "/T_AIR"),
]


@pytest.mark.parametrize(("body", "pointer"), BAD)
def test_an_answer_of_another_shape_is_refused_with_its_place(
    client: Any, server: Loopback, harbour: ModuleType, body: str, pointer: str
) -> None:
    with pytest.raises(harbour.SchemaMismatch) as caught:
        seen(client, server, body)
    assert any(each.pointer.startswith(pointer) for each in caught.value.problems), caught.value.problems


@pytest.mark.parametrize(
    ("members", "name", "value"),
    [
        ({"warning": "storm"}, "warning", "storm"),
        ({"warning": 7}, "warning", 7),
        ({"warning": None}, "warning", None),
        ({"wind": 3}, "wind", 3),
        ({"wind": False}, "wind", False),
        ({"nothing": None}, "nothing", None),
        ({"counters": {"a": 1}}, "counters", {"a": 1}),
        ({"took": 2}, "took", 2),
    ],
)
def test_members_of_several_kinds_keep_theirs(
    client: Any, server: Loopback, members: dict[str, Any], name: str, value: Any
) -> None:
    assert getattr(seen(client, server, observed(**members)), name) == value


FAILURES = [
    ('{"status": 1, "error": "no such station"}', "StationError", "no such station"),
    ('{"status": "1", "error": "gone"}', "StationError", "gone"),
    ('{"status":1,"error":no quotes here}\n', "StationError", "no quotes here"),
    ("Segmentation fault\n", "StationError", "The program ended."),
    ('{"status": 5, "error": "new"}', "UnknownStatus", "new"),
    ('{"status": "0"}', "UnknownStatus", "no reason was given"),
    ("<html>", "NotJson", ""),
    ('{"status": 0', "Malformed", ""),
    ('{"status": true}', "SchemaMismatch", ""),
]


@pytest.mark.parametrize(("body", "error", "text"), FAILURES)
def test_failures_have_classes(
    weather: Any, server: Loopback, harbour: ModuleType, body: str, error: str, text: str
) -> None:
    server.will_answer(body)
    caught: Exception | None = None
    try:
        weather.Client(base_url=server.url, attempts=1).observations("abc01", fields="x")
    except harbour.AstrowireError as found:
        caught = found
    assert (type(caught).__name__, text in str(caught)) == (error, True)


def test_pending_is_an_answer(client: Any, server: Loopback, weather: Any) -> None:
    server.will_answer('{"status": 2, "orderId": "W0001"}')
    answer = client.order("abc01", "me@x.org")
    assert isinstance(answer, weather.OrderPending)
    assert answer.order_id == "W0001"


def test_attributes_of_an_error_are_read_from_its_answer(
    client: Any, server: Loopback, harbour: ModuleType
) -> None:
    server.will_answer('{"status": 7, "error": "open: W0001, W0002 (desk A)"}')
    with pytest.raises(harbour.OrderRefused) as caught:
        client.order("abc01", "me@x.org")
    assert (caught.value.order_ids, caught.value.desk) == (["W0001", "W0002"], "desk A")
    assert caught.value.answer.status == 7


def test_a_failure_member_that_is_not_ok_is_an_error(
    client: Any, server: Loopback, harbour: ModuleType
) -> None:
    server.will_answer('{"errMsg": "", "names": ["a"]}', '{"errMsg": "no such region", "names": []}')
    assert client.stations().names == ["a"]
    with pytest.raises(harbour.StationError, match="no such region"):
        client.stations(region="x")


# Tables.


def table(columns: dict[str, list[Any]], rows: int = 3, **members: Any) -> str:
    listed = [{"sensorName": name, "values": values} for name, values in columns.items()]
    return json.dumps({"status": 0, "rows": rows, "columns": listed, **members})


def read(client: Any, server: Loopback, *bodies: str, **more: Any) -> Any:
    server.will_answer(*bodies)
    return client.readings("abc01", **more)


RAIN: dict[str, list[Any]] = {"RAIN": ["0x10", "broken", "3"]}
PHOTOS = [{"camera": "mast", "files": ["/1", "dark", "/3"], "column": ["north"]}]


def test_a_table_has_columns_by_name_that_are_lists_to_their_readers(
    client: Any, server: Loopback, harbour: ModuleType
) -> None:
    answer = read(client, server, table(RAIN | {"row": [1, 2, 3]}))
    assert isinstance(answer.columns, harbour.Table)
    assert (list(answer.columns), answer.columns.rows) == (["RAIN", "row"], 3)
    rain = answer.columns["RAIN"]
    assert isinstance(rain, harbour.Column)
    assert (rain, rain[0], rain[1:], len(rain)) == (RAIN["RAIN"], "0x10", ["broken", "3"], 3)
    assert answer.columns_[0].values == RAIN["RAIN"]
    assert answer.columns_[1].values.tolist() == [1, 2, 3]


def test_words_for_no_value_are_kept_apart(client: Any, server: Loopback) -> None:
    rain = read(client, server, table(RAIN)).columns["RAIN"]
    assert (rain.kind, rain.words) == ("integer", {1: "broken"})
    assert rain.to_numpy().tolist() == [16, None, 3]


def test_a_column_keeps_its_bytes(client: Any, server: Loopback) -> None:
    body = '{"status": 0, "rows": 2, "columns": [{"sensorName": "a", "values": [ "\\/x",\n"\\u00e9"]}]}'
    column = read(client, server, body).columns["a"]
    assert column.raw == b'[ "\\/x",\n"\\u00e9"]'
    assert column == ["/x", "\u00e9"]


def test_another_table_beside_it_and_what_is_of_another_length(client: Any, server: Loopback) -> None:
    answer = read(client, server, table(RAIN, photos=PHOTOS))
    photos = answer.photos_table
    assert (photos["mast"], photos["mast"].kind, photos["mast"].words) == (
        ["/1", "dark", "/3"],
        "text",
        {1: "dark"},
    )
    assert answer.photos[0].column_ == ["north"]
    assert photos.unaligned == ("mast.column_",)
    assert answer.columns.unaligned == ()


def test_a_table_that_is_absent_is_empty(client: Any, server: Loopback) -> None:
    assert dict(read(client, server, table(RAIN)).photos_table) == {}


def test_types_are_inferred_unless_they_are_given(client: Any, server: Loopback) -> None:
    body = table({"RAIN": ["1", "2"], "TIME": ["2024-01-01T00:00:00Z", "n/a"], "id-2": ["01", "2"]}, rows=2)
    kinds = {name: column.kind for name, column in read(client, server, body).columns.items()}
    assert kinds == {"RAIN": "integer", "TIME": "time", "id-2": "text"}
    words = {"rain": "badge", "time": "badge", "id": "badge"}
    assert {
        name: column.kind for name, column in read(client, server, body, types=words).columns.items()
    } == kinds
    words = {"rain": "gauge", "time": "word", "ID": "counter"}
    kinds = {name: column.kind for name, column in read(client, server, body, types=words).columns.items()}
    assert kinds == {"RAIN": "number", "TIME": "text", "id-2": "integer"}
    assert server.paths == ["/reports"]


def test_types_are_asked_for_before_the_table(client: Any, server: Loopback, weather: Any) -> None:
    listed = json.dumps({"sensorList": [{"sensorName": "RAIN", "reads": "gauge"}]})
    body = table(RAIN)
    answer = read(client, server, listed, body, types="fetch")
    assert [dict(query)["op"] for query in server.queries] == ["sensors", "readings"]
    assert answer.columns["RAIN"].kind == "number"
    server.will_answer(listed, body)
    sensors = client.sensors("abc01")
    assert isinstance(sensors, weather.SensorList)
    assert client.readings("abc01", types=sensors).columns["RAIN"].kind == "number"


@pytest.mark.parametrize("types", [{"RAIN": "rainfall"}, {"RAIN": 3}, {5: "gauge"}, "gauge", ["gauge"], True])
def test_types_that_nobody_knows_are_refused_before_anything_is_sent(
    client: Any, server: Loopback, harbour: ModuleType, types: Any
) -> None:
    with pytest.raises(harbour.RequestInvalid, match=r"types (says|must be)") as caught:
        read(client, server, table(RAIN), types=types)
    assert caught.value.operation == "weather.readings"
    assert server.paths == []


def test_known_words_surprise_nobody_in_a_column_of_numbers(client: Any, server: Loopback) -> None:
    answer = read(client, server, table({"RAIN": ["1", "calibrating", "broken"]}), types={"RAIN": "counter"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert answer.to_numpy()["RAIN"].tolist() == [1, None, None]
    answer = read(client, server, table({"RAIN": ["1", "asleep", "broken"]}), types={"RAIN": "counter"})
    with pytest.warns(UserWarning, match="asleep"):
        assert answer.to_numpy()["RAIN"].tolist() == [1, None, None]


WRONG_TABLES: list[tuple[dict[str, Any], str]] = [
    ({"columns": [{"sensorName": "a", "values": ["x", None]}]}, "/columns/0/values/1"),
    ({"columns": [{"sensorName": "a", "values": ["x", 1.5]}]}, "/columns/0/values/1"),
    ({"columns": [{"sensorName": "a", "values": ["x", True]}]}, "/columns/0/values/1"),
    ({"columns": [{"sensorName": "a", "values": {"x": "y"}}]}, "/columns/0/values"),
    ({"columns": [{"sensorName": "a", "values": "x"}]}, "/columns/0/values"),
    (
        {"columns": [{"sensorName": "a", "values": []}, {"sensorName": "b", "values": [[]]}]},
        "/columns/1/values/0",
    ),
    ({"columns": [{"sensorName": "a"}]}, "/columns/0"),
    ({"columns": [{"sensorName": "a", "values": [], "unit": "m s"}]}, "/columns/0/unit"),
    ({"photos": [{**PHOTOS[0], "files": ["/1", 2]}]}, "/photos/0/files/1"),
    ({"photos": [{**PHOTOS[0], "column": ["north", None]}]}, "/photos/0/column/1"),
    ({"photos": [{**PHOTOS[0], "lens": "50 mm"}]}, "/photos/0"),
]


@pytest.mark.parametrize("size", [1, 3000])
@pytest.mark.parametrize(("members", "pointer"), WRONG_TABLES)
def test_entries_of_columns_are_checked_though_nobody_looks_at_them(
    client: Any, server: Loopback, harbour: ModuleType, members: dict[str, Any], pointer: str, size: int
) -> None:
    wanted = {"columns": [], **members}
    columns = [*wanted.pop("columns"), {"sensorName": "long", "values": ["x"] * size}]
    with pytest.raises(harbour.SchemaMismatch) as caught:
        read(client, server, json.dumps({"status": 0, "rows": 1, "columns": columns, **wanted}))
    assert any(each.pointer.startswith(pointer) for each in caught.value.problems), caught.value.problems


def test_a_table_with_unknown_members_is_the_same_table(client: Any, server: Loopback) -> None:
    listed = [{"sensorName": "RAIN", "values": RAIN["RAIN"], "since": 2001}]
    known = read(client, server, table(RAIN))
    answer = read(client, server, json.dumps({"status": 0, "rows": 3, "columns": listed, "later": []}))
    assert answer == known
    assert (answer.extras, answer.columns_[0].extras) == ({"later": []}, {"since": 2001})
    assert answer.columns["RAIN"] == RAIN["RAIN"]
    assert read(client, server, table({"RAIN": ["16", "broken", "3"]})) != known


def test_the_face_gives_lists_and_takes_no_types(weather: Any, server: Loopback) -> None:
    face = weather.WeatherStation(server.url)
    server.will_answer(table(RAIN))
    assert face.readings("abc01", 3)["columns"] == [{"sensorName": "RAIN", "values": RAIN["RAIN"]}]
    with pytest.raises(TypeError):
        face.readings("abc01", types="fetch")


# The face.


def test_the_face_gives_dictionaries_failures_included(weather: Any, server: Loopback) -> None:
    face = weather.WeatherStation(server.url)
    server.will_answer(observed(rows=[None]), '{"status": 5}')
    assert face.observations("abc01", "time") == {"status": 0, "count": 1, "rows": [None]}
    assert face.observations("abc01", None, "wind", True, 3) == {"status": 5}
    assert server.queries[1][3:] == [("sensors", "wind"), ("v", "1"), ("n", "3")]


def test_the_face_repairs_and_takes_old_names(weather: Any, server: Loopback) -> None:
    face = weather.WeatherStation(server.url)
    server.will_answer('{"status": 0, "url": "/r"}')
    with pytest.warns(DeprecationWarning, match=re.escape("order(requester=) is deprecated, use requestor=")):
        face.order("abc01", "me@x.org", "link", "csv", requester="you")
    sent = dict(server.queries[0])
    assert (sent["delivery"], sent["requestor"]) == ("mail", "you")


# Examples.


def test_the_examples_end_as_they_say(harbour: ModuleType) -> None:
    from codegen.resolve import load_package
    from tests.functional.making import GOLDEN_SPEC

    package, problems = load_package(GOLDEN_SPEC)
    assert package is not None, problems
    outcomes = []
    for service in package.services:
        for operation in service.operations:
            for example in operation.examples:
                body = (GOLDEN_SPEC / service.name / str(example.answer)).read_bytes()
                response = harbour.HttpResponse(example.status, {"Content-Type": example.content_type}, body)
                try:
                    getattr(harbour, service.name).OPERATIONS[operation.name].decode(response)
                    outcome = "answer"
                except harbour.RemoteError as error:
                    outcome = type(error).__name__
                outcomes.append((example.name, outcome, example.expect))
    assert len(outcomes) == 4
    assert [found for _, found, _ in outcomes] == [expected for _, _, expected in outcomes]
