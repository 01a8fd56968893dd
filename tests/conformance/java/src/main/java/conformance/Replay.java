package conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Replays cases and compares. */
final class Replay {
  /**
   * The mutations that the parser of this language takes, though they make no document: it skips a
   * mark, has texts of lone surrogates, doubles that are infinite, and no limit of 64 levels.
   */
  private static final Set<String> LENIENT =
      Set.of("byte-order-mark", "lone-surrogate", "out-of-range", "too-deep");

  /** Rules that no keyword says: their alternatives stand in one anyOf of the whole. */
  private static final Set<String> ACROSS =
      Set.of("at_least_one_of", "at_most_one_of", "goes_with", "needs", "never");

  private final Path generated;
  private final Path spec;
  private final Schemas schemas;
  private final Report report = new Report();

  Replay(Path generated, Path spec) {
    this.generated = generated;
    this.spec = spec;
    this.schemas = new Schemas(generated);
  }

  Map<String, Object> report() throws IOException {
    List<Path> paths;
    try (var found = Files.walk(generated.resolve("cases"), 2)) {
      paths = found.filter(path -> isCaseFile(path)).sorted().toList();
    }
    for (Path path : paths) {
      new One(CaseFile.open(path)).replay();
    }
    return report.content();
  }

  private boolean isCaseFile(Path path) {
    return generated.relativize(path).getNameCount() == 3 && path.toString().endsWith(".json");
  }

  /** One file of cases with its schemas. */
  private final class One {
    private final CaseFile file;
    private final Schemas.Pair request;
    private final Schemas.Pair response;

    One(CaseFile file) throws IOException {
      this.file = file;
      this.request = schemas.open(file.text("service"), file.text("request_schema"));
      this.response = schemas.open(file.text("service"), file.text("response_schema"));
    }

    void replay() throws IOException {
      report.count("operations");
      for (JsonNode each : file.content().get("requests")) {
        call(each);
      }
      for (JsonNode each : file.content().get("bodies")) {
        body(each);
      }
    }

    private void call(JsonNode each) {
      report.count("requests");
      boolean refused = each.has("error") != each.path("beyond_schema").asBoolean(false);
      String pointer = each.path("pointer").asString("");
      String rule = each.path("rule").asString("");
      boolean across = ACROSS.contains(rule);
      report.compare(
          name("requests", each),
          refused ? "rejected" : "accepted",
          across ? "" : pointer,
          across ? "anyOf" : rule,
          request.judged(each.get("arguments")));
    }

    private void body(JsonNode each) throws IOException {
      if (!file.text("body").equals("json")) {
        report.count("no_json");
        return;
      }
      String expected = each.get("verdict").asString();
      Verdict found = judged(each, file.body(each, spec));
      String mutation = each.get("name").asString().split("\\.")[0];
      if (expected.equals("unreadable")
          && found != Verdict.UNREADABLE
          && LENIENT.contains(mutation)) {
        report.countLenient(mutation);
        return;
      }
      report.count(expected);
      report.compare(
          name("bodies", each),
          expected,
          each.path("pointer").asString(""),
          each.path("rule").asString(""),
          found);
    }

    private Verdict judged(JsonNode each, byte[] text) throws IOException {
      JsonNode document;
      try {
        document = Json.read(text);
      } catch (IOException e) {
        return Verdict.UNREADABLE;
      }
      if (!each.has("envelope")) {
        return response.judged(document);
      }
      String service = file.text("service");
      Verdict found =
          schemas.open(service, "jsonschema/" + service + "/envelope.json").judged(document);
      if (found != Verdict.ACCEPTED || !document.get("error").isNull()) {
        return found;
      }
      JsonNode result = document.get("result");
      return response.judged(each.has("packed") ? CaseFile.unpacked(result) : result);
    }

    private String name(String side, JsonNode each) {
      return file.title() + "/" + side + "/" + each.get("name").asString();
    }
  }
}
