package conformance;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader: integers keep all their digits, and of numbers with a fraction or an exponent those
 * are taken that a double has, which is what it does by itself.
 */
final class Json {
  /** Names of the probes are texts to try, and some of those are long. */
  private static final int LONG = 1_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNameLength(LONG).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * Reads a document.
   *
   * @throws IOException if it is none
   */
  static JsonNode read(byte[] text) throws IOException {
    if (!CaseFile.isUtf8(text)) {
      throw new IOException("the text is not valid UTF-8");
    }
    try {
      JsonNode found = MAPPER.readTree(text);
      if (found.isMissingNode()) {
        throw new IOException("the text is empty");
      }
      return found;
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }
}
