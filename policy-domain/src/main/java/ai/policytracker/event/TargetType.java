package ai.policytracker.event;

/** What a company lobbies on. */
public enum TargetType {
  REGULATION,
  BILL,
  BAN
}
