package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import java.util.Set;

/** Whom an act covers. */
final class Covered {
  private static final Set<String> LIMITS =
      Set.of("moratorium", "ban", "halt", "pause", "suspension", "prohibition");
  private static final Set<String> EXCEPTING =
      Set.of("except", "outside", "than", "besides", "like", "only", "without");

  private static final Set<String> TELLING = Set.of("told", "telling", "informed", "assured");

  private final Context context;

  Covered(Context context) {
    this.context = context;
  }

  /**
   * Whom the act covers; where it only names a limit ("renewed the ban"), whom that was said to
   * cover.
   */
  Audience by(Sentence sentence, Act act, Technology technology) {
    Audience stated = stated(sentence, act);
    if (stated != Audience.GENERAL) {
      return stated;
    }
    String words = sentence.words(act.from() - 8, act.to());
    boolean contract = Words.hold(words, "contract") || Words.hold(words, "deal");
    if (technology == Technology.AUTONOMOUS_WEAPONS && contract) {
      return Audience.MILITARY;
    }
    boolean use = sentence.at(0).is("use") || sentence.at(0).is("usage");
    boolean limit =
        About.firstSpecific(sentence, act.from(), act.to()) == null
            && (use || namesLimit(sentence, act));
    return limit ? context.audienceBefore(sentence) : stated;
  }

  /** Whom the words about the act name; everybody where they name none. */
  static Audience stated(Sentence sentence, Act act) {
    int end = About.end(sentence, act);
    int from = act.thing() ? About.start(sentence, act) : act.from();
    for (var found : sentence.audiences()) {
      if (found.from() >= from
          && found.from() < end
          && !isExcepted(sentence, found.from())
          && !isTold(sentence, act, found.from(), found.to())) {
        return found.value();
      }
    }
    return Audience.GENERAL;
  }

  /** "is closing its taxi service, its founder told staff on Monday": they only heard of it. */
  private static boolean isTold(Sentence sentence, Act act, int from, int to) {
    boolean ruled =
        to < sentence.size()
            && Set.of("to", "not", "that", "they", "never").contains(sentence.at(to).lower());
    return from > act.verb().head() + 1
        && TELLING.contains(sentence.at(from - 1).lower())
        && !ruled;
  }

  /** Whom a pledge protects: "to keep its tools from making pictures of children". */
  static Audience protectedBy(Sentence sentence, Act act) {
    for (var found : sentence.audiences()) {
      boolean depicted =
          found.value() == Audience.MINORS || found.value() == Audience.POLITICAL_CAMPAIGNS;
      if (depicted && found.from() > act.verb().head()) {
        return found.value();
      }
    }
    return Audience.GENERAL;
  }

  private static boolean isExcepted(Sentence sentence, int at) {
    for (int i = Math.max(0, at - 9); i < at; i++) {
      if (EXCEPTING.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "renewed the moratorium": whom it covers was said before. */
  private static boolean namesLimit(Sentence sentence, Act act) {
    for (int i = act.from(); i < act.to(); i++) {
      if (LIMITS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
