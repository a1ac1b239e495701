package ai.policytracker.evaluation;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a claim that was read is one that a label asks for, by the rules of {@code
 * corpus/shared/README.md}; {@code score.py} beside it decides the same.
 */
final class Agreement {
  private static final List<String> KEY = List.of("company", "kind", "technology", "audience");
  private static final Map<String, Integer> COMPARED_DATE_CHARS =
      Map.of("DAY", 10, "MONTH", 7, "YEAR", 4, "UNKNOWN", 0);
  private static final double COMMON_WORDS = 0.5;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Set<String> SMALL_WORDS =
      Set.of("a an and for has have in is it of on that the to until".split(" "));

  private Agreement() {}

  /** The key fields agree, and a denial is no assertion. */
  static boolean matches(JsonNode gold, JsonNode given) {
    return isDenied(gold) == isDenied(given)
        && KEY.stream().allMatch(field -> agree(field, gold, given));
  }

  private static boolean isDenied(JsonNode claim) {
    return claim.path("modality").asText().equals("DENIED");
  }

  /** What is right and what is wrong; what neither states is not asked. */
  static Map<Slot, Boolean> slots(JsonNode gold, JsonNode given) {
    Map<Slot, Boolean> slots = new EnumMap<>(Slot.class);
    for (Slot slot : Slot.values()) {
      if (slot.isOf(gold) && (slot.isStated(gold) || slot.isStated(given))) {
        slots.put(slot, agree(slot.field(), gold, given));
      }
    }
    return slots;
  }

  /** The more fields agree without the label's other values, the closer. */
  static int closeness(JsonNode gold, JsonNode given) {
    long keys = KEY.stream().filter(f -> gold.path(f).equals(given.path(f))).count();
    long slots = slots(gold, given).values().stream().filter(right -> right).count();
    return (int) (keys + slots);
  }

  /** Whether the quotes of one touch a quote of the other. */
  static boolean evidenceOverlaps(JsonNode gold, JsonNode given) {
    for (JsonNode wanted : gold.path("evidence")) {
      for (JsonNode found : given.path("evidence")) {
        int start = Math.max(wanted.path("start").asInt(), found.path("start").asInt());
        if (start < Math.min(wanted.path("end").asInt(), found.path("end").asInt())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the label is of the company, by one of the values that it accepts. */
  static boolean isOf(String company, JsonNode gold) {
    return agree("company", gold, Json.MAPPER.createObjectNode().put("company", company));
  }

  private static boolean agree(String field, JsonNode gold, JsonNode given) {
    List<JsonNode> allowed = new ArrayList<>(List.of(gold.path(field)));
    gold.path("accept").path(field).forEach(allowed::add);
    return allowed.stream().anyMatch(value -> isSame(field, value, given.path(field)));
  }

  private static boolean isSame(String field, JsonNode gold, JsonNode given) {
    if (field.equals(Slot.ANNOUNCED_ON.field())) {
      return isSameDate(gold, given);
    }
    if (!isStated(gold) || !isStated(given)) {
      return isStated(gold) == isStated(given);
    }
    if (field.equals(Slot.UNTIL.field())) {
      return isSameEnd(gold, given);
    }
    if (field.equals(Slot.TARGET.field())) {
      JsonNode place = given.path("jurisdiction");
      boolean placed = place.isMissingNode() || place.isNull();
      return isAlike(gold.path("name"), given.path("name"))
          && (placed || place.equals(gold.path("jurisdiction")));
    }
    return gold.equals(given);
  }

  /** A date agrees down to its precision. */
  private static boolean isSameDate(JsonNode gold, JsonNode given) {
    String precision = precision(gold);
    int chars = COMPARED_DATE_CHARS.get(precision);
    return precision.equals(precision(given)) && date(gold, chars).equals(date(given, chars));
  }

  private static String precision(JsonNode date) {
    return isStated(date.path("date")) ? date.path("precision").asText() : "UNKNOWN";
  }

  private static String date(JsonNode date, int chars) {
    String day = date.path("date").asText("");
    return day.substring(0, Math.min(chars, day.length()));
  }

  private static boolean isSameEnd(JsonNode gold, JsonNode given) {
    Set<String> wanted = new TreeSet<>();
    gold.fieldNames().forEachRemaining(wanted::add);
    Set<String> found = new TreeSet<>();
    given.properties().stream()
        .filter(part -> isStated(part.getValue()))
        .forEach(part -> found.add(part.getKey()));
    return wanted.equals(found)
        && wanted.stream()
            .allMatch(
                part ->
                    part.equals("condition")
                        ? isAlike(gold.get(part), given.get(part))
                        : gold.get(part).equals(given.get(part)));
  }

  /** At least half of the words of the shorter are in the longer. */
  private static boolean isAlike(JsonNode left, JsonNode right) {
    Set<String> these = words(left);
    Set<String> those = words(right);
    int shorter = Math.max(1, Math.min(these.size(), those.size()));
    these.retainAll(those);
    return these.size() >= COMMON_WORDS * shorter;
  }

  private static Set<String> words(JsonNode text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.asText("none").toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    words.removeAll(SMALL_WORDS);
    return words;
  }

  /** Neither absent nor empty, nor false. */
  static boolean isStated(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING, NULL -> false;
      case STRING -> !value.textValue().isEmpty();
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.doubleValue() != 0;
      case ARRAY, OBJECT -> !value.isEmpty();
      case BINARY, POJO -> true;
    };
  }
}
