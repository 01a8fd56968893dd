package conformance;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a validator says of a document: its word, and the violated keywords with their places as
 * "pointer keyword", those of all alternatives among them.
 */
record Verdict(String word, Set<String> complaints) {
  static final Verdict ACCEPTED = new Verdict("accepted", Set.of());
  static final Verdict UNREADABLE = new Verdict("unreadable", Set.of());
  static final Verdict BUNDLED_OTHERWISE = new Verdict("bundled otherwise", Set.of());

  private static final Pattern WHOLE = Pattern.compile("(/allOf/[0-9]+)?/anyOf/");

  static Verdict of(List<Error> errors) {
    if (errors.isEmpty()) {
      return ACCEPTED;
    }
    var found = new TreeSet<String>();
    for (Error error : errors) {
      // The validator lists what it finds in alternatives, and not that none of them fits.
      if (WHOLE.matcher(error.getEvaluationPath().toString()).lookingAt()) {
        found.add(" anyOf");
      }
      found.add(pointer(error.getInstanceLocation()) + " " + error.getKeyword());
    }
    return new Verdict("rejected", found);
  }

  /** The JSON pointer of a place, which its own form shows with line breaks escaped. */
  private static String pointer(NodePath place) {
    var text = new StringBuilder();
    for (int at = 0; at < place.getNameCount(); at++) {
      String name = String.valueOf(place.getElement(at));
      text.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }

  boolean names(String pointer, String rule) {
    return complaints.contains(pointer + " " + rule);
  }
}
