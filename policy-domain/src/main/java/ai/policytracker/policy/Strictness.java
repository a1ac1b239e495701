package ai.policytracker.policy;

import ai.policytracker.event.Kind;
import java.util.Comparator;

/** Which kind leads where claims of one announcement are equally well supported. */
final class Strictness {
  static final Comparator<Kind> STRICTEST_FIRST = Comparator.comparingInt(Strictness::rank);

  private Strictness() {}

  private static int rank(Kind kind) {
    return switch (kind) {
      case WITHDRAWAL -> 0;
      case BAN -> 1;
      case PAUSE -> 2;
      case RESTRICTION -> 3;
      case RESUMPTION -> 4;
      case PERMISSION -> 5;
      case COMMITMENT -> 6;
      case LOBBYING_STANCE -> 7;
    };
  }
}
