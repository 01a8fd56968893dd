package conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts and disagreements. */
final class Report {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Integer> lenient = new LinkedHashMap<>();
  private final List<Map<String, Object>> disagreements = new ArrayList<>();

  Report() {
    for (String each :
        List.of("operations", "requests", "accepted", "rejected", "unreadable", "no_json", "named")) {
      counts.put(each, 0);
    }
  }

  void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  void countLenient(String mutation) {
    lenient.merge(mutation, 1, Integer::sum);
  }

  void compare(String name, String expected, String pointer, String rule, Verdict found) {
    if (!found.word().equals(expected)) {
      var said = new ArrayList<>(found.complaints());
      said.add(0, found.word());
      disagree(name, expected, said);
    } else if (expected.equals("rejected") && !rule.isEmpty()) {
      if (found.names(pointer, rule)) {
        count("named");
      } else {
        disagree(name, pointer + " " + rule, List.copyOf(found.complaints()));
      }
    }
  }

  private void disagree(String name, String expected, List<String> said) {
    disagreements.add(Map.of("case", name, "expected", expected, "said", said));
  }

  /** What is printed. */
  Map<String, Object> content() {
    var found = new LinkedHashMap<String, Object>();
    found.put("validator", "com.networknt:json-schema-validator");
    found.putAll(counts);
    found.put("lenient", lenient);
    found.put("disagreements", disagreements);
    return found;
  }
}
