package conformance;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.ObjectMapper;

/**
 * Holds a validator of Java to the generated schemas.
 *
 * <ul>
 *   <li>{@code cases GENERATED SPEC} replays all cases; prints counts and every disagreement
 *   <li>{@code probes FILE} prints what is made of every probe
 * </ul>
 */
public final class Main {
  private Main() {}

  public static void main(String[] words) throws IOException {
    Object found;
    if (words.length == 3 && words[0].equals("cases")) {
      found = new Replay(Path.of(words[1]), Path.of(words[2])).report();
    } else if (words.length == 2 && words[0].equals("probes")) {
      found = Probes.tried(Path.of(words[1]));
    } else {
      throw new IllegalArgumentException("cases GENERATED SPEC | probes FILE");
    }
    System.out.println(new ObjectMapper().writeValueAsString(found));
  }
}
