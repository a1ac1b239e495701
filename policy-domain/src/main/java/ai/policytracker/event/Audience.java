package ai.policytracker.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whom a policy covers. On the wire a slug: {@code law-enforcement}. */
public enum Audience {
  LAW_ENFORCEMENT,
  MILITARY,
  GOVERNMENT,
  EMPLOYEES,
  MINORS,
  POLITICAL_CAMPAIGNS,
  /** Everyone, or not said. */
  GENERAL;

  @JsonValue
  public String slug() {
    return Slug.of(this);
  }

  @JsonCreator
  public static Audience fromSlug(String slug) {
    return Slug.parse(Audience.class, slug);
  }
}
