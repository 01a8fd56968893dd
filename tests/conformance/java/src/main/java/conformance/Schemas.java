package conformance;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The two ways to a schema: its own file, and the bundle of its service. */
final class Schemas {
  private final Path root;
  private final Map<String, SchemaRegistry> bundles = new HashMap<>();

  Schemas(Path root) {
    this.root = root;
  }

  /** One schema by both ways, which must agree. */
  record Pair(Schema alone, Schema bundled) {
    Verdict judged(JsonNode document) {
      var found = Verdict.of(alone.validate(document));
      boolean valid = bundled.validate(document).isEmpty();
      return valid == (found == Verdict.ACCEPTED) ? found : Verdict.BUNDLED_OTHERWISE;
    }
  }

  Pair open(String service, String path) throws IOException {
    JsonNode document = Json.read(Files.readAllBytes(root.resolve(path)));
    Schema alone =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
    String id = document.get("$id").asString();
    var place = SchemaLocation.of("urn:" + service + ":bundle#/$defs/" + id);
    return new Pair(alone, bundle(service).getSchema(place));
  }

  private SchemaRegistry bundle(String service) throws IOException {
    if (!bundles.containsKey(service)) {
      String text = Files.readString(root.resolve("jsonschema/" + service + ".bundle.json"));
      var content = Map.of("urn:" + service + ":bundle", text);
      bundles.put(
          service,
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(content)));
    }
    return bundles.get(service);
  }
}
