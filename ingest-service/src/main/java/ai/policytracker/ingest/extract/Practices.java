package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Practices that a company takes up: "will label", "has begun to watermark". */
final class Practices {
  private static final List<String> PRACTICES = Words.phrases("practices");

  private final Sentence sentence;

  Practices(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "will label every picture", "has begun to watermark its output". */
  boolean is(Chain chain) {
    Verb verb = chain.verb();
    boolean will = Set.of("will", "would").contains(chain.modal());
    boolean begun =
        chain.governedBy(VerbClass.PLEDGE)
            || chain.governors().stream().anyMatch(g -> g.lemma().equals("begin"));
    return (will || begun)
        && !verb.passive()
        && !chain.governedBy(VerbClass.REQUIRE, VerbClass.DIRECT, VerbClass.ALLOW, VerbClass.STOP)
        && PRACTICES.stream().anyMatch(p -> isPhrase(verb, p))
        && !Words.hold(sentence.words(verb.head(), verb.end()), "users to");
  }

  private boolean isPhrase(Verb verb, String practice) {
    String[] words = practice.split(" ");
    return words[0].equals(verb.lemma())
        && (words.length == 1
            || Words.hold(
                sentence.words(verb.head(), Math.min(verb.end(), verb.head() + 6)), words[1]));
  }
}
