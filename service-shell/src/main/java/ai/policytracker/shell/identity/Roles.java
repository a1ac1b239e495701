package ai.policytracker.shell.identity;

import java.util.Set;

/**
 * The roles as a token's {@code groups} name them; a token may carry several. None includes
 * another.
 */
public final class Roles {
  /** Reads, which today needs no token. */
  public static final String READER = "reader";

  /** Decides about claims, companies and reviews, and posts articles. */
  public static final String ANALYST = "analyst";

  /** Keeps subscriptions of its own. */
  public static final String SUBSCRIBER = "subscriber";

  /** Runs the services, and posts articles. */
  public static final String OPERATOR = "operator";

  public static final Set<String> ALL = Set.of(READER, ANALYST, SUBSCRIBER, OPERATOR);

  private Roles() {}
}
