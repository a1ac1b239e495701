package ai.policytracker.event;

/** A company's side on a law, bill, ban or regulation. */
public enum Stance {
  /** Backs it, calls for it. */
  SUPPORTS,
  OPPOSES,
  /** Wants it amended, weakened, delayed. */
  SEEKS_CHANGES
}
