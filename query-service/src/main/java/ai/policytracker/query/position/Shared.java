package ai.policytracker.query.position;

import ai.policytracker.policy.Segment;
import java.util.HashMap;
import java.util.Map;

/** Has equal values of one company's versions be one object, a fraction of the memory. */
final class Shared {
  private final Map<Object, Object> values = new HashMap<>();

  @SuppressWarnings("unchecked")
  <T> T one(T value) {
    return value == null ? null : (T) values.computeIfAbsent(value, v -> v);
  }

  Segment segment(Segment s) {
    return new Segment(
        one(s.announcement()),
        one(s.jurisdiction()),
        s.lane(),
        s.status(),
        s.kind(),
        s.stance(),
        one(s.target()),
        s.attribution(),
        one(s.validFrom()),
        s.validFromPrecision(),
        one(s.validTo()),
        one(s.until()),
        s.standing(),
        s.sourceCount(),
        s.confidence(),
        one(s.contested()));
  }
}
