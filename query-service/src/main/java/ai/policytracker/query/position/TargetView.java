package ai.policytracker.query.position;

import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import org.jspecify.annotations.Nullable;

/**
 * What a stance is on.
 *
 * @param name of an act or bill; null where none is named
 * @param jurisdiction null where none is stated
 * @param technology null for an act that names none
 */
public record TargetView(
    @Nullable String name,
    TargetType type,
    @Nullable String jurisdiction,
    @Nullable Technology technology) {

  /**
   * @param jurisdiction of the announcement, which may have learned it from another claim
   * @param folded the technology that the stance is folded by; null for a named act
   */
  public static TargetView of(Target target, String jurisdiction, Technology folded) {
    return new TargetView(
        target.name(),
        target.type(),
        jurisdiction,
        target.technology() != null ? target.technology() : folded);
  }
}
