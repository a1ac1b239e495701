package ai.policytracker.query;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The jsonb columns of the read model: whole objects of the domain beside what queries filter on.
 */
public final class Payloads {
  private Payloads() {}

  public static String of(ClaimAnnounced claim) {
    return write(claim);
  }

  public static String of(Segment segment) {
    return write(segment);
  }

  public static String ofList(List<?> parameters) {
    return write(parameters);
  }

  /**
   * @throws UncheckedIOException where the database holds what this version cannot read
   */
  public static <T> T one(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A list that a query has put together; null is the empty one, as {@code json_agg} has it.
   *
   * @throws UncheckedIOException where the database holds what this version cannot read
   */
  public static <T> List<T> list(String json, TypeReference<List<T>> type) {
    return json == null ? List.of() : read(json, type);
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Object payload) {
    try {
      return Json.MAPPER.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
