package ai.policytracker.query.request;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * Conditions that a question adds to a statement, and its parameters. What is not asked for is not
 * in the statement, so that its plan is not made for everything that could have been.
 */
public final class Conditions {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters;

  private Conditions(List<Object> parameters) {
    this.parameters = parameters;
  }

  /** After the three parameters of the times. */
  public static Conditions at(Times times) {
    return new Conditions(times.list());
  }

  /**
   * @param column SQL of this program, no text of a caller
   * @param values null for any
   */
  public Conditions anyOf(String column, List<String> values) {
    return values == null
        ? this
        : and(column + " = ANY(?::text[])", (Object) values.toArray(String[]::new));
  }

  /**
   * @param condition SQL of this program with a {@code ?} for each value
   */
  public Conditions and(String condition, Object... values) {
    String numbered = condition;
    for (Object value : values) {
      parameters.add(value);
      numbered = numbered.replaceFirst("\\?", "\\$" + parameters.size());
    }
    sql.append("\n  AND ").append(numbered);
    return this;
  }

  /** The number of a parameter that is no condition, as {@code $7}. */
  public String parameter(Object value) {
    parameters.add(value);
    return "$" + parameters.size();
  }

  public String sql() {
    return sql.toString();
  }

  public Tuple parameters() {
    return Tuple.from(parameters);
  }
}
