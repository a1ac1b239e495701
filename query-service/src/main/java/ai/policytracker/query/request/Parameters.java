package ai.policytracker.query.request;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Jurisdiction;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.shell.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads query parameters; null where one is not given. What cannot be read is answered 400 with the
 * parameter's name and what it may hold.
 */
public final class Parameters {
  public static final String DEFAULT_LIMIT = "100";

  private static final String DATE_OR_INSTANT =
      "must be a date such as 2020-06-12 or an instant such as 2020-06-12T10:00:00Z";
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;
  private static final int MAX_DIGITS = 18;
  private static final int MAX_LISTED = 500;

  private Parameters() {}

  /** A date, or the day in UTC of an instant. */
  public static LocalDate asOf(String value) {
    return date("asOf", value);
  }

  /** As {@link #asOf}, from a parameter of another name. */
  public static LocalDate date(String name, String value) {
    if (value == null) {
      return null;
    }
    try {
      LocalDate date =
          value.contains("T")
              ? OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
              : LocalDate.parse(value);
      return requireYear(name, date, date.getYear());
    } catch (DateTimeException e) {
      throw Problems.invalid(name, DATE_OR_INSTANT);
    }
  }

  /** Down to the microsecond: known times are no finer. */
  public static Instant knownAt(String value) {
    return instant("knownAt", value);
  }

  /** As {@link #knownAt}, from a parameter of another name. */
  public static Instant instant(String name, String value) {
    if (value == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC);
      return requireYear(name, time, time.getYear()).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw Problems.invalid(name, "must be an instant such as 2020-06-12T10:00:00Z");
    }
  }

  public static Technology technology(String value) {
    return oneOf("technology", value, Technology.values(), Technology::slug);
  }

  public static Audience audience(String value) {
    return oneOf("audience", value, Audience.values(), Audience::slug);
  }

  public static Activity activity(String value) {
    return oneOf("activity", value, Activity.values(), Activity::name);
  }

  public static String jurisdiction(String value) {
    if (value != null && !Jurisdiction.isValid(value)) {
      throw Problems.invalid("jurisdiction", "must be an ISO 3166 code such as US or US-CA, or EU");
    }
    return value;
  }

  public static ChangeType changeType(String value) {
    return oneOf("type", value, ChangeType.values(), ChangeType::name);
  }

  /** Values that are set apart by commas; null where none is given. */
  public static List<String> list(String name, String value, Function<String, String> one) {
    if (value == null) {
      return null;
    }
    List<String> parts = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    if (parts.size() > MAX_LISTED) {
      throw Problems.invalid(name, "must be at most " + MAX_LISTED + " values");
    }
    return parts.stream().map(one).distinct().sorted().toList();
  }

  public static List<String> technologies(String value) {
    return list("technology", value, one -> technology(one).slug());
  }

  public static List<String> activities(String value) {
    return list("activity", value, one -> activity(one).name());
  }

  public static List<String> audiences(String value) {
    return list("audience", value, one -> audience(one).slug());
  }

  /** As they are stored: {@code none} stands for those that name no place. */
  public static List<String> jurisdictions(String value) {
    return list("jurisdiction", value, Parameters::jurisdictionOrNone);
  }

  private static String jurisdictionOrNone(String value) {
    if (value.equals("none")) {
      return "";
    }
    if (!Jurisdiction.isValid(value)) {
      throw Problems.invalid(
          "jurisdiction", "must be ISO 3166 codes such as US or US-CA, EU, or none");
    }
    return value;
  }

  public static List<String> companies(String value) {
    return list("company", value, Parameters::company);
  }

  /** Of an enum whose values go by their own names. */
  public static <E extends Enum<E>> List<String> names(String name, String value, E[] values) {
    return list(name, value, one -> oneOf(name, one, values, E::name).name());
  }

  /** Any text but the NUL character, which PostgreSQL does not take. */
  public static String text(String name, String value, int maxChars) {
    if (value != null
        && (value.isBlank() || value.length() > maxChars || value.indexOf('\0') >= 0)) {
      throw Problems.invalid(
          name, "must be a text of 1 to " + maxChars + " characters, none of them NUL");
    }
    return value;
  }

  public static String company(String value) {
    if (value != null && !Claim.isCompanyId(value)) {
      throw Problems.invalid("company", "must be a company's id, a slug such as clearview-ai");
    }
    return value;
  }

  public static int limit(String value, int max) {
    long limit = wholeNumber("limit", value);
    if (limit < 1 || limit > max) {
      throw Problems.invalid("limit", "must be a whole number from 1 to " + max);
    }
    return (int) limit;
  }

  /** A seq: 0 or more. */
  public static long after(String value) {
    return wholeNumber("after", value);
  }

  public static long wholeNumber(String name, String value) {
    if (!value.matches("[0-9]{1," + MAX_DIGITS + "}")) {
      throw Problems.invalid(name, "must be a whole number, not negative");
    }
    return Long.parseLong(value);
  }

  private static <T> T requireYear(String name, T time, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Problems.invalid(name, "must be in the years 1 to 9999");
    }
    return time;
  }

  private static <E extends Enum<E>> E oneOf(
      String name, String value, E[] values, Function<E, String> wireName) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(v -> wireName.apply(v).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalid(
                    name,
                    Arrays.stream(values)
                        .map(wireName)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }
}
