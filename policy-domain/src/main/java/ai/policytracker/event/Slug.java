package ai.policytracker.event;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An enum value whose wire form is a lower-case slug: {@code FACIAL_RECOGNITION} is {@code
 * facial-recognition}.
 */
interface Slug {
  String slug();

  static String of(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E> & Slug> E parse(Class<E> type, String slug) {
    for (E value : type.getEnumConstants()) {
      if (value.slug().equals(slug)) {
        return value;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants()).map(Slug::slug).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + slug + "' is none of " + known);
  }
}
