package conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A file of cases, and the bodies that it describes. */
record CaseFile(JsonNode content) {
  static CaseFile open(Path path) throws IOException {
    return new CaseFile(Json.read(Files.readAllBytes(path)));
  }

  String text(String member) {
    return content.get(member).asString();
  }

  String title() {
    return text("service") + "." + text("operation");
  }

  /** The body of a case in UTF-8: where it is in the charset of the service, it is converted. */
  byte[] body(JsonNode each, Path spec) throws IOException {
    byte[] received = received(each, spec);
    if (content.get("charset").isString() && !isUtf8(received)) {
      return new String(received, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }
    return received;
  }

  private byte[] received(JsonNode each, Path spec) throws IOException {
    if (each.has("base")) {
      String document = content.get("documents").get(each.get("base").asInt()).asString();
      return edited(document, each.get("edits")).getBytes(StandardCharsets.UTF_8);
    }
    if (each.has("text")) {
      return each.get("text").asString().getBytes(StandardCharsets.UTF_8);
    }
    if (each.has("base64")) {
      return Base64.getDecoder().decode(each.get("base64").asString());
    }
    return Files.readAllBytes(spec.resolve(each.get("file").asString()));
  }

  /** A document, which is ASCII, with its edits. */
  private static String edited(String document, JsonNode edits) {
    var text = new StringBuilder();
    int done = 0;
    for (JsonNode edit : edits) {
      int at = edit.get(0).asInt();
      text.append(document, done, at).append(edit.get(2).asString());
      done = at + edit.get(1).asInt();
    }
    return text.append(document, done, document.length()).toString();
  }

  static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** What a packed result holds: base64 of gzip of JSON. */
  static JsonNode unpacked(JsonNode result) throws IOException {
    byte[] packed = Base64.getDecoder().decode(result.get("crds_payload").asString());
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Json.read(stream.readAllBytes());
    }
  }
}
