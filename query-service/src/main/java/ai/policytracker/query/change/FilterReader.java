package ai.policytracker.query.change;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Jurisdiction;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.shell.Problems;
import ai.policytracker.shell.Problems.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a filter from the texts of its fields, and tells of all that is wrong with them at once.
 */
final class FilterReader {
  /** Of one field; a filter on more is no filter. */
  private static final int MAX_VALUES = 500;

  private final Map<String, List<String>> values;
  private final String pointer;
  private final List<FieldError> errors = new ArrayList<>();

  private FilterReader(Map<String, List<String>> values, String pointer) {
    this.values = values;
    this.pointer = pointer;
  }

  /**
   * @param values by field
   * @param pointer comes before the field's name in errors
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with an error for each field that
   *     cannot be read
   */
  static ChangeFilter read(Map<String, List<String>> values, String pointer) {
    FilterReader reader = new FilterReader(values, pointer);
    ChangeFilter filter =
        new ChangeFilter(
            reader.texts("company", Claim::isCompanyId, "must be slugs such as clearview-ai"),
            reader.oneOf("technology", Technology.values(), Technology::slug),
            reader.oneOf("audience", Audience.values(), Audience::slug),
            reader.texts(
                "jurisdiction", Jurisdiction::isValid, "must be ISO 3166 codes such as US, or EU"),
            reader.oneOf("type", ChangeType.values(), ChangeType::name),
            reader.oneOf("status", Status.values(), Status::name),
            reader.confidence("minConfidence"),
            reader.oneOf("standing", Standing.values(), Standing::name));
    if (!reader.errors.isEmpty()) {
      throw Problems.invalid(reader.errors);
    }
    return filter;
  }

  private SortedSet<String> texts(String field, Predicate<String> isValid, String rule) {
    return all(field, rule, text -> Optional.of(text).filter(isValid));
  }

  private <E extends Enum<E>> SortedSet<E> oneOf(
      String field, E[] all, Function<E, String> wireName) {
    String rule =
        Arrays.stream(all).map(wireName).collect(Collectors.joining(", ", "must be of ", ""));
    return all(
        field,
        rule,
        text -> Arrays.stream(all).filter(e -> wireName.apply(e).equals(text)).findFirst());
  }

  private <T> SortedSet<T> all(String field, String rule, Function<String, Optional<T>> read) {
    List<String> texts = values.getOrDefault(field, List.of());
    if (texts.size() > MAX_VALUES) {
      errors.add(new FieldError(pointer + field, "must be at most " + MAX_VALUES + " values"));
      return null;
    }
    SortedSet<T> found = new TreeSet<>();
    for (String text : texts) {
      Optional<T> value = read.apply(text);
      value.ifPresent(found::add);
      if (value.isEmpty()) {
        errors.add(new FieldError(pointer + field, rule));
        break;
      }
    }
    return found;
  }

  private Double confidence(String field) {
    List<String> texts = values.getOrDefault(field, List.of());
    if (texts.isEmpty()) {
      return null;
    }
    if (texts.size() == 1 && texts.getFirst().matches("0|1|[01]?\\.[0-9]{1,6}")) {
      double value = Double.parseDouble(texts.getFirst());
      if (value <= 1) {
        return value;
      }
    }
    errors.add(new FieldError(pointer + field, "must be one number from 0 to 1, such as 0.8"));
    return null;
  }
}
