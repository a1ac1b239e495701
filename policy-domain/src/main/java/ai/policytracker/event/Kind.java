package ai.policytracker.event;

/** What a claim says that a company does; decides the type of the event that carries the claim. */
public enum Kind {
  PAUSE("PauseAnnounced"),
  BAN("BanAnnounced"),
  WITHDRAWAL("WithdrawalAnnounced"),
  RESTRICTION("RestrictionAnnounced"),
  RESUMPTION("ResumptionAnnounced"),
  PERMISSION("PermissionStated"),
  COMMITMENT("CommitmentMade"),
  LOBBYING_STANCE("LobbyingStanceTaken");

  private final String eventType;

  Kind(String eventType) {
    this.eventType = eventType;
  }

  /** The stable name on the wire of the event that carries a claim of this kind. */
  public String eventType() {
    return eventType;
  }
}
