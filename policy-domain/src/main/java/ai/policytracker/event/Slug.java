package ai.policytracker.event;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An enum value whose wire form is a lower-case slug: {@code FACIAL_RECOGNITION} is {@code
 * facial-recognition}.
 */
interface Slug {
  static String of(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E parse(Class<E> type, String slug) {
    for (E value : type.getEnumConstants()) {
      if (of(value).equals(slug)) {
        return value;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants()).map(Slug::of).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + slug + "' is none of " + known);
  }
}
