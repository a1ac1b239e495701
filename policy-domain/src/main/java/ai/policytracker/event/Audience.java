package ai.policytracker.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whom a policy covers. On the wire a slug: {@code law-enforcement}. */
public enum Audience implements Slug {
  LAW_ENFORCEMENT,
  MILITARY,
  GOVERNMENT,
  EMPLOYEES,
  MINORS,
  POLITICAL_CAMPAIGNS,
  /** Everyone, or not said. */
  GENERAL;

  private final String slug = Slug.of(this);

  @Override
  @JsonValue
  public String slug() {
    return slug;
  }

  @JsonCreator
  public static Audience fromSlug(String slug) {
    return Slug.parse(Audience.class, slug);
  }
}
