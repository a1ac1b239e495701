package ai.policytracker.event;

/** What a review said of the announcement that a claim belongs to. */
public enum Verdict {
  CONFIRMED("AnnouncementConfirmed"),
  REJECTED("AnnouncementRejected"),
  /** An earlier verdict is taken back: the sources speak for themselves again. */
  REOPENED("AnnouncementReopened");

  private final String eventType;

  Verdict(String eventType) {
    this.eventType = eventType;
  }

  /** The stable name on the wire of the event that carries the verdict. */
  public String eventType() {
    return eventType;
  }
}
