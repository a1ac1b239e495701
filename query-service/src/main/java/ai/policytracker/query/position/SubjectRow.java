package ai.policytracker.query.position;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Subject;
import io.vertx.mutiny.sqlclient.Row;

/**
 * The columns of a subject as a query puts them together.
 *
 * @param target null for policies
 */
public record SubjectRow(
    Technology technology, Activity activity, Audience audience, String target) {

  /** SQL of the JSON object that this is read from, of a table that has all four columns. */
  public static final String COLUMNS =
      """
      json_build_object('technology', nullif(technology, ''), 'activity', nullif(activity, ''),
        'audience', nullif(audience, ''), 'target', nullif(target, ''))""";

  /** From columns of these names; '' where one does not apply. */
  static SubjectRow of(Row row) {
    String technology = row.getString("technology");
    String activity = row.getString("activity");
    String audience = row.getString("audience");
    String target = row.getString("target");
    return new SubjectRow(
        technology.isEmpty() ? null : Technology.fromSlug(technology),
        activity.isEmpty() ? null : Activity.valueOf(activity),
        audience.isEmpty() ? null : Audience.fromSlug(audience),
        target.isEmpty() ? null : target);
  }

  public Subject of(String company) {
    return new Subject(company, technology, activity, audience, target);
  }

  boolean isOn(String technologySlug) {
    return technology != null && technology.slug().equals(technologySlug);
  }

  /** Of the policies beside a stance. */
  SubjectRow withoutTarget() {
    return target == null ? this : new SubjectRow(technology, activity, audience, null);
  }

  boolean isOfStance() {
    return target != null;
  }
}
