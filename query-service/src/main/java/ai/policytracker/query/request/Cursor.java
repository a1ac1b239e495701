package ai.policytracker.query.request;

import ai.policytracker.shell.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The place in a list where the next page begins; opaque to clients, so that it may change. */
public final class Cursor {
  private Cursor() {}

  /**
   * @param list tells the cursors of different lists apart
   */
  public static String of(String list, String last) {
    byte[] place = (list + ":" + last).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
  }

  /** Null where none is given; what is no cursor of this list is answered 400. */
  public static String last(String list, String cursor) {
    if (cursor == null) {
      return null;
    }
    String place = decoded(cursor);
    if (!place.startsWith(list + ":")) {
      throw invalid();
    }
    return place.substring(list.length() + 1);
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  public static RuntimeException invalid() {
    return Problems.invalid("cursor", "must be the 'next' of an earlier answer of this list");
  }
}
