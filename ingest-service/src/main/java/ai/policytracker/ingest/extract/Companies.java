package ai.policytracker.ingest.extract;

import ai.policytracker.event.Technology;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The companies of companies.txt by all their names, and the bodies that are none. */
final class Companies {

  /** How a name stands for its company. */
  enum Role {
    NAME,
    UNIT,
    PRODUCT,
    PERSON,
    DESCRIPTION,
    /** No company, or a person of none: recognised so that its acts are nobody's claim. */
    OUTSIDER
  }

  /**
   * @param company canonical id; null for an outsider
   * @param technology what a product is; else null
   */
  record Name(String company, Role role, Technology technology) {}

  private static final Companies ALL = new Companies();

  private final Phrases<Name> names = new Phrases<>(true);
  private final Map<String, Set<Technology>> made = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> idOfName = new HashMap<>();
  private final Map<String, String> idOfShortName = new HashMap<>();

  private Companies() {
    Gazetteer.sections("companies.txt").forEach(this::read);
    Gazetteer.lines("bodies.txt")
        .forEach(body -> names.add(body, new Name(null, Role.OUTSIDER, null)));
  }

  static Phrases<Name> names() {
    return ALL.names;
  }

  /** Technologies of the company's products; empty where none is listed. */
  static Set<Technology> technologiesOf(String company) {
    return ALL.made.getOrDefault(company, Set.of());
  }

  /** Whether companies.txt holds the id; others are provisional. */
  static boolean isListed(String company) {
    return ALL.ids.contains(company);
  }

  /** The id of a company by one of its names, or null. */
  static String idOf(String name) {
    return name == null ? null : ALL.idOfName.get(name.strip().toLowerCase(Locale.ROOT));
  }

  /** The id of a company that is called by this word of other meanings too; null where none is. */
  static String idOfShort(String name) {
    return ALL.idOfShortName.get(name);
  }

  private void read(String id, List<String> lines) {
    ids.add(id);
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new IllegalStateException("companies.txt: '" + line + "' has no '='");
      }
      String field = line.substring(0, equals).strip();
      values(line.substring(equals + 1)).forEach(value -> add(id, field, value));
      if (field.startsWith("makes ")) {
        made.computeIfAbsent(id, unused -> new HashSet<>()).add(technology(field));
      }
    }
  }

  private static Stream<String> values(String list) {
    return Arrays.stream(list.split(";")).map(String::strip).filter(value -> !value.isEmpty());
  }

  private static Technology technology(String field) {
    return Technology.fromSlug(field.substring("makes ".length()).strip());
  }

  private void add(String id, String field, String value) {
    switch (field) {
      case "names" -> {
        names.add(value, new Name(id, Role.NAME, null));
        idOfName.putIfAbsent(value.toLowerCase(Locale.ROOT), id);
      }
      case "short" -> idOfShortName.putIfAbsent(value, id);
      case "units" -> names.add(value, new Name(id, Role.UNIT, null));
      case "people" -> names.add(value, new Name(id, Role.PERSON, null));
      case "called" -> names.add(value, new Name(id, Role.DESCRIPTION, null));
      default -> {
        if (!field.startsWith("makes ")) {
          throw new IllegalStateException("companies.txt: unknown field '" + field + "'");
        }
        names.add(value, new Name(id, Role.PRODUCT, technology(field)));
      }
    }
  }
}
