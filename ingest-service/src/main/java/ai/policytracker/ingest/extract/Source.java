package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Attribution;
import java.util.List;

/** By whose word the sentence speaks. */
final class Source {
  private static final List<String> REPORTED =
      List.of(
          "people familiar",
          "person familiar",
          "people with knowledge",
          "people briefed",
          "memo",
          "according to people",
          "documents",
          "reportedly",
          "sources",
          "we hear",
          "internal document",
          "news agency reported",
          "newspaper reported",
          "reports",
          "people who were there",
          "two people",
          "three people",
          "court papers",
          "the report",
          "magazine",
          "leaked");
  private static final List<String> OFFICIAL =
      List.of(
          "the commission said",
          "commissioner said",
          "regulator said",
          "authority said",
          "administration said",
          "watchdog said",
          "according to the");

  private final Sentence sentence;
  private boolean company;
  private boolean outsider;

  Source(Sentence sentence) {
    this.sentence = sentence;
  }

  void hear(Verb verb, Actors.Actor actor) {
    if (verb.means(VerbClass.SAY, VerbClass.PLEDGE, VerbClass.DIRECT)) {
      company |= actor.isCompany();
      outsider |= actor.outsider();
    }
  }

  void attribute(Draft draft) {
    String words = sentence.words(0, sentence.size());
    if (REPORTED.stream().anyMatch(words::contains)) {
      draft.attribution = Attribution.REPORTED;
    } else if (outsider && !company || OFFICIAL.stream().anyMatch(words::contains)) {
      draft.attribution = Attribution.THIRD_PARTY;
    } else if (!company && draft.activity == Activity.INTERNAL_USE) {
      draft.attribution = Attribution.REPORTED;
    }
  }
}
