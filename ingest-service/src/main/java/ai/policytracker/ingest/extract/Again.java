package ai.policytracker.ingest.extract;

import java.util.Set;

/** Deeds that are taken up again. */
final class Again {
  private final Sentence sentence;

  Again(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "will use it again", "has begun to use it, months after shelving the plan". */
  boolean is(Chain chain) {
    Verb verb = chain.verb();
    String words = sentence.words(Math.max(0, verb.first() - 6), verb.end());
    String own = sentence.words(Math.max(0, verb.first() - 1), verb.end());
    return verb.form() != Verb.Form.PARTICIPLE
        && !new Deeds(sentence).denied(chain)
        && isOnceMore(chain, words, own)
        && !chain.governedBy(VerbClass.REFUSE, VerbClass.DENY);
  }

  /** "will use it again", "has begun to use it, ten months after shelving the plan". */
  private boolean isOnceMore(Chain chain, String words, String own) {
    if (Words.hold(own, "again") || Words.hold(own, "once more")) {
      return !Words.hold(words, "before");
    }
    boolean begins =
        chain.governors().stream().anyMatch(g -> Set.of("begin", "start").contains(g.lemma()));
    return begins
        && chain.all().stream()
            .anyMatch(
                v ->
                    v.head() > chain.verb().head()
                        && v.means(VerbClass.PAUSE, VerbClass.BAN, VerbClass.STOP)
                        && sentence.words(v.first() - 2, v.first() + 1).contains("after"));
  }
}
