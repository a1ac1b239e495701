package ai.policytracker.query.change;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A filter as conditions on change_log. Only what is asked for stands in the statement: PostgreSQL
 * plans each form by itself.
 */
final class ChangeConditions {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /**
   * @param first the parameters that the statement has before these
   */
  static ChangeConditions of(ChangeFilter filter, Object... first) {
    ChangeConditions conditions = new ChangeConditions();
    conditions.parameters.addAll(List.of(first));
    conditions.anyOf("company = ANY(%s::text[])", filter.company());
    conditions.anyOf(
        "technology = ANY(%s::text[])",
        filter.technology().stream().map(Technology::slug).toList());
    conditions.anyOf(
        "audience = ANY(%s::text[])", filter.audience().stream().map(Audience::slug).toList());
    conditions.anyOf("type = ANY(%s::text[])", filter.type());
    conditions.anyOf("jurisdictions ?| %s::text[]", filter.jurisdiction());
    conditions.anyOf("statuses ?| %s::text[]", filter.status());
    conditions.anyOf("standings ?| %s::text[]", filter.standing());
    if (filter.minConfidence() != null) {
      conditions.and(
          "jsonb_path_exists(confidences, '$[*] ? (@ >= $least)',"
              + " jsonb_build_object('least', %s::float8))",
          filter.minConfidence());
    }
    return conditions;
  }

  private void anyOf(String condition, Collection<?> values) {
    if (!values.isEmpty()) {
      and(condition, values.stream().map(Object::toString).toArray(String[]::new));
    }
  }

  private void and(String condition, Object value) {
    parameters.add(value);
    sql.append(" AND ").append(condition.formatted("$" + parameters.size()));
  }

  String sql() {
    return sql.toString();
  }

  Tuple parameters() {
    return Tuple.from(parameters);
  }
}
