package ai.policytracker.query.project;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Subject;
import io.vertx.mutiny.sqlclient.Row;

/** A subject as columns; '' where one does not apply, so that equality finds it. */
final class SubjectColumns {
  private SubjectColumns() {}

  static String technology(Subject subject) {
    return subject.technology() == null ? "" : subject.technology().slug();
  }

  static String activity(Subject subject) {
    return subject.activity() == null ? "" : subject.activity().name();
  }

  static String audience(Subject subject) {
    return subject.audience() == null ? "" : subject.audience().slug();
  }

  static String target(Subject subject) {
    return subject.target() == null ? "" : subject.target();
  }

  static Subject read(Row row) {
    String technology = row.getString("technology");
    String activity = row.getString("activity");
    String audience = row.getString("audience");
    String target = row.getString("target");
    return new Subject(
        row.getString("company"),
        technology.isEmpty() ? null : Technology.fromSlug(technology),
        activity.isEmpty() ? null : Activity.valueOf(activity),
        audience.isEmpty() ? null : Audience.fromSlug(audience),
        target.isEmpty() ? null : target);
  }
}
