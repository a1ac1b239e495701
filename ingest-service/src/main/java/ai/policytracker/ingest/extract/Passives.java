package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import java.util.List;

/** Who stands about a verb in the passive. */
final class Passives {
  private static final List<String> PEOPLE = Words.phrases("users");

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

  /** "ChatGPT is not available on its computers": whose computers they are is told elsewhere. */
  static boolean isProduct(Sentence sentence, List<SubjectFinder.Phrase> subject) {
    return subject.stream()
        .map(phrase -> sentence.companyAt(phrase.head()))
        .anyMatch(name -> name != null && name.role() == Companies.Role.PRODUCT);
  }

  /** "Users under 18 will be limited to two hours": by whoever runs the product. */
  static boolean isRuled(Sentence sentence, Act act) {
    boolean people = Words.holdAny(sentence.words(0, act.verb().first()), PEOPLE);
    return people
        && act.kind() == Kind.RESTRICTION
        && act.verb().modal().equals("will")
        && !hasAgent(sentence, act.verb());
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
