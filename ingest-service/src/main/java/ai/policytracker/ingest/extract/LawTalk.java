package ai.policytracker.ingest.extract;

import ai.policytracker.event.Stance;
import ai.policytracker.ingest.extract.LawWishes.Wish;
import java.util.List;
import java.util.Set;

/** What somebody says of a law: that it should be made, changed or dropped, or that it is good. */
final class LawTalk {
  static final Set<String> FORBIDDING =
      Set.of(
          "ban",
          "outlaw",
          "restrict",
          "limit",
          "require",
          "license",
          "mandate",
          "create",
          "establish");
  private static final Set<String> LAWMAKERS = Words.set("lawmakers");
  private static final Set<String> LAWMAKING = Words.set("lawmaking");
  private static final Set<String> RULED = Words.set("those who need laws");
  private static final Set<String> DUTY = Set.of("should", "must", "ought", "need", "needs");
  private static final List<String> NEEDED = Words.phrases("law is needed");
  private static final List<String> GAINS = Words.phrases("gain outweighs cost");
  private static final int SUBJECT = 12;

  private final Sentence sentence;

  LawTalk(Sentence sentence) {
    this.sentence = sentence;
  }

  /** The side that follows from what is said; null where none does. */
  Stance side(Verb saying) {
    boolean after = saying.head() < sentence.size() / 2;
    int from = after ? saying.head() + 1 : 0;
    int to = after ? sentence.size() : saying.first();
    for (int i = from; i < to; i++) {
      Stance side = DUTY.contains(sentence.at(i).lower()) ? ofDuty(from, i) : null;
      if (side != null) {
        return side;
      }
    }
    return Words.holdAny(sentence.words(saying.head(), sentence.size()), NEEDED)
        ? Stance.SUPPORTS
        : null;
  }

  private Stance ofDuty(int from, int duty) {
    int start = Math.max(from, duty - SUBJECT);
    if (LawWords.at(sentence, start, duty) >= 0) {
      Wish wish = LawWishes.after(sentence, duty - 1);
      if (wish != null) {
        return wish.stance();
      }
    }
    boolean needs = sentence.at(duty).lower().startsWith("need");
    boolean ruled = isAny(start, duty, RULED);
    if (!ruled && !isAny(Math.max(from, duty - 4), duty, LAWMAKERS)) {
      return null;
    }
    int law = LawWords.at(sentence, duty + 1, Math.min(sentence.size(), duty + 11));
    if (needs && law >= 0 && law < duty + 7 && !sentence.at(duty + 1).is("to")) {
      Wish wish = LawWishes.before(sentence, duty + 1, law);
      return wish == null ? Stance.SUPPORTS : wish.stance();
    }
    return ofLawmaker(duty, law);
  }

  /** "governments ought to set tougher rules", "Brussels must not water down the act". */
  private Stance ofLawmaker(int duty, int law) {
    Wish wish = law < 0 ? null : LawWishes.before(sentence, duty + 1, law);
    if (wish != null) {
      return wish.stance();
    }
    for (int i = duty + 1; i < Math.min(sentence.size(), duty + 4); i++) {
      String word = sentence.at(i).lower();
      if (LAWMAKING.contains(word)) {
        boolean on = word.equals("regulate") || FORBIDDING.contains(word) && isOnAi(i);
        return law >= 0 || on ? Stance.SUPPORTS : null;
      }
    }
    return null;
  }

  private boolean isAny(int from, int to, Set<String> words) {
    for (int i = from; i < to; i++) {
      int at = i;
      boolean place =
          words == LAWMAKERS
              && sentence.places().stream().anyMatch(p -> p.from() <= at && at < p.to());
      if (place || words.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "said that its benefits outweigh its costs", of a law. */
  boolean isWorthIt(Verb saying) {
    String words = sentence.words(saying.head() + 1, sentence.size());
    int gain = GAINS.stream().mapToInt(words::indexOf).filter(at -> at >= 0).min().orElse(-1);
    return gain >= 0
        && saying.means(VerbClass.SAY)
        && !saying.negated()
        && isAny(words.substring(0, gain), "benefit", "advantage", "upside", "merit")
        && isAny(words.substring(gain), "cost", "risk", "drawback", "disadvantage", "downside");
  }

  private static boolean isAny(String words, String... any) {
    for (String word : any) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isOnAi(int from) {
    return sentence.technologies().stream().anyMatch(t -> t.from() > from);
  }
}
