package ai.policytracker.ingest.extract;

/** Who stands about a verb in the passive. */
final class Passives {
  private Passives() {}

  /** "were shown the door at the council": no company's doing. */
  static boolean isAtBody(Sentence sentence, Verb verb) {
    return sentence.companies().stream()
        .anyMatch(
            c ->
                c.value().company() == null
                    && c.from() > verb.head() + 1
                    && c.from() < verb.head() + 8
                    && sentence.at(c.from() - 1).is("at"));
  }

  /** "told users that it was stopped by the court": somebody else did it. */
  static boolean hasAgent(Sentence sentence, Verb verb) {
    return Words.hold(sentence.words(verb.head() + 1, verb.head() + 8), "by");
  }

  /** "Staff at Deutsche Telekom are barred from", "Verizon employees were told". */
  static boolean isNamedBefore(Sentence sentence, Verb verb) {
    return sentence.companies().stream()
        .anyMatch(
            c ->
                c.value().company() != null
                    && c.value().role() != Companies.Role.PRODUCT
                    && c.from() < verb.first()
                    && c.to() > verb.first() - 6);
  }
}
