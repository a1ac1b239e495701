package ai.policytracker.policy;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import java.util.Locale;
import java.util.Set;

/**
 * The unit of folding: what a company's policy governs, or what its stance is on.
 *
 * @param company resolved through merges
 * @param technology null for a named act, which may touch several
 * @param activity null for a stance, as is {@code audience}: they do not distinguish stances
 * @param target for stances the act's name as a slug ({@code act:ai-act}), else the type of what
 *     the company lobbies on ({@code any:REGULATION}); null for policies
 */
public record Subject(
    String company, Technology technology, Activity activity, Audience audience, String target) {
  /** "EU AI Act" and "AI Act" are one; the place is kept apart. */
  private static final Set<String> LEADING_PLACES = Set.of("the", "eu", "us", "uk", "european");

  public Subject {
    boolean policy = target == null;
    if (policy != (activity != null) || policy != (audience != null)) {
      throw new IllegalArgumentException("a policy has an activity and an audience, a stance none");
    }
    if (technology == null && (policy || !target.startsWith("act:"))) {
      throw new IllegalArgumentException("only a named act goes without a technology");
    }
  }

  /**
   * @param company the one that the claim counts for
   */
  public static Subject of(Claim claim, String company) {
    Target target = claim.target();
    if (target == null) {
      return new Subject(company, claim.technology(), claim.activity(), claim.audience(), null);
    }
    if (target.name() != null) {
      return new Subject(company, null, null, null, "act:" + slug(target.name()));
    }
    Technology technology = target.technology() != null ? target.technology() : claim.technology();
    return new Subject(company, technology, null, null, "any:" + target.type());
  }

  /** The same for the same subject, whatever version of the program made it. */
  public String key() {
    return String.join(
        "/",
        company,
        technology == null ? "-" : technology.slug(),
        activity == null ? "-" : activity.name(),
        audience == null ? "-" : audience.slug(),
        target == null ? "-" : target);
  }

  private static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    int dash = slug.indexOf('-');
    while (dash > 0 && LEADING_PLACES.contains(slug.substring(0, dash))) {
      slug = slug.substring(dash + 1);
      dash = slug.indexOf('-');
    }
    return slug.replace("-", "");
  }
}
