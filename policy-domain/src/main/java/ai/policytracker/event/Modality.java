package ai.policytracker.event;

/** How firm a claim is. Only {@code DECIDED} moves a position. */
public enum Modality {
  /** In force or decided. */
  DECIDED,
  PLANNED,
  CONSIDERED,
  DENIED
}
