package conformance;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Small schemas with texts of JSON to try on them. */
final class Probes {
  private Probes() {}

  /** What this validator makes of every text of every probe. */
  static Map<String, Map<String, String>> tried(Path path) throws IOException {
    var found = new TreeMap<String, Map<String, String>>();
    for (JsonNode group : Json.read(Files.readAllBytes(path))) {
      for (JsonNode probe : group) {
        var verdicts = new TreeMap<String, String>();
        Schema schema = compiled(probe.get("schema"));
        for (String text : probe.get("texts").propertyNames()) {
          verdicts.put(text, verdict(schema, text));
        }
        found.put(probe.get("name").asString(), verdicts);
      }
    }
    return found;
  }

  /** The schema, or null where the validator takes it for none. */
  private static Schema compiled(JsonNode schema) {
    try {
      var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      Schema found = registry.getSchema(schema);
      found.initializeValidators();
      return found;
    } catch (SchemaException | IllegalArgumentException e) {
      return null;
    }
  }

  private static String verdict(Schema schema, String text) {
    if (schema == null) {
      return "no schema";
    }
    JsonNode value;
    try {
      value = Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "unreadable";
    }
    try {
      return schema.validate(value).isEmpty() ? "accepted" : "rejected";
    } catch (StackOverflowError e) {
      return "overflow";
    } catch (SchemaException | IllegalArgumentException e) {
      return "no schema";
    }
  }
}
