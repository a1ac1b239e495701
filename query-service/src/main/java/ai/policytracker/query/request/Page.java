package ai.policytracker.query.request;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Which part of a list is asked for. Its cursor carries the two times of the first page, so that
 * all pages are of one state, and is bound to the question that it belongs to.
 *
 * @param after the key of the last item of the page before; empty for the first page
 */
public record Page(String question, Times times, int limit, List<String> after) {
  public static final int MAX_LIMIT = 1000;
  public static final String LIMIT = "1 to 1000";
  public static final String CURSOR = "The next of an earlier page, with the same other parameters";
  private static final int HASH_CHARS = 16;
  private static final int TIMES = 2;

  /**
   * @param keys number of the fields of an item's key
   * @param asked the list's name and all parameters but limit and cursor, as given
   */
  public static Page of(Times times, String limit, String cursor, int keys, String... asked) {
    String question = hash(Arrays.toString(asked));
    int most = Parameters.limit(limit, MAX_LIMIT);
    if (cursor == null) {
      return new Page(question, times, most, List.of());
    }
    List<String> place = decoded(Cursor.last(question, cursor));
    if (place.size() != TIMES + keys || place.stream().anyMatch(Page::isNoKey)) {
      throw Cursor.invalid();
    }
    Times first = new Times(Parameters.asOf(place.get(0)), Parameters.knownAt(place.get(1)));
    return new Page(question, first, most, place.subList(TIMES, place.size()));
  }

  /** PostgreSQL's text holds no NUL character. */
  private static boolean isNoKey(String field) {
    return field == null || field.indexOf('\0') >= 0;
  }

  public boolean isFirst() {
    return after.isEmpty();
  }

  /** The cursor of the next page. */
  public String next(KnownTime known, List<String> last) {
    List<String> place = new ArrayList<>();
    place.add(times.asOf().toString());
    place.add(known.knownAt().toString());
    place.addAll(last);
    try {
      return Cursor.of(question, Json.MAPPER.writeValueAsString(place));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> decoded(String place) {
    try {
      List<String> fields = Json.MAPPER.readValue(place, new TypeReference<List<String>>() {});
      return fields == null ? List.of() : fields;
    } catch (JsonProcessingException e) {
      throw Cursor.invalid();
    }
  }

  private static String hash(String question) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
