package ai.policytracker.ingest.extract;

import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import java.util.List;

/** By whose word the sentence speaks. */
final class Source {
  private static final List<String> REPORTED = Words.phrases("reported");
  private static final List<String> OFFICIAL = Words.phrases("officials");

  private final Sentence sentence;
  private boolean company;
  private boolean outsider;

  Source(Sentence sentence) {
    this.sentence = sentence;
  }

  void hear(Verb verb, Actor actor) {
    if (verb.means(VerbClass.SAY, VerbClass.PLEDGE, VerbClass.DIRECT)) {
      company |= actor.isCompany();
      outsider |= actor.outsider() && !actor.person() && !verb.means(VerbClass.DIRECT);
    }
  }

  void attribute(Draft draft) {
    String words = sentence.words(0, sentence.size());
    if (Words.holdAny(words, REPORTED)) {
      draft.attribution = Attribution.REPORTED;
    } else if (outsider && !company || Words.holdAny(words, OFFICIAL)) {
      draft.attribution = Attribution.THIRD_PARTY;
    } else if (!company && draft.audience == Audience.EMPLOYEES) {
      draft.attribution = Attribution.REPORTED;
    }
  }
}
