package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Deeds that are not the policy of who is told of: what others may do, what a thing is for. */
final class OthersDeeds {
  private static final Set<String> MEANS = Words.set("means");

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final NoPolicy noPolicy;

  OthersDeeds(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.noPolicy = new NoPolicy(sentence);
  }

  boolean is(Chain chain) {
    return isOthers(chain) || isPurpose(chain.verb());
  }

  private static boolean isRelative(Sentence sentence, Verb verb) {
    return Deeds.isOfLaw(sentence, verb);
  }

  private boolean isOthers(Chain chain) {
    boolean forbidden =
        chain.governors().stream().anyMatch(g -> g.means(VerbClass.ALLOW) && g.negated());
    Verb director = Orders.director(chain);
    boolean others = director != null && !Orders.isToOwnPeople(sentence, director, chain.verb());
    int before = chain.top().first() - 1;
    boolean who = before >= 0 && sentence.at(before).is("who");
    boolean letDo =
        verbLetsOthers(chain)
            && !chain.verb().means(Deeds.CLASSES)
            && chain
                .verb()
                .means(VerbClass.BAN, VerbClass.RETIRE, VerbClass.PAUSE, VerbClass.RESTRICT);
    return forbidden
        || letDo
        || others
        || who
        || isOfMeans(chain.top())
        || noPolicy.is(chain.verb());
  }

  /** "will let users turn off all AI features": what others may do. */
  private static boolean verbLetsOthers(Chain chain) {
    return chain.governors().stream().anyMatch(g -> g.means(VerbClass.ALLOW) && !g.passive());
  }

  /** "uses it to keep out gamblers": what the tool is for. */
  private boolean isPurpose(Verb verb) {
    if (verb.form() != Verb.Form.INFINITIVE || verb.number() == 0) {
      return false;
    }
    Verb before = verbs.get(verb.number() - 1);
    return before.means(VerbClass.USE)
        && Set.of("use", "deploy", "employ", "apply", "operate").contains(before.lemma())
        && !before.negated()
        && verb.means(VerbClass.BAN, VerbClass.RETIRE, VerbClass.RESTRICT, VerbClass.PAUSE)
        && sentence.words(verb.first() - 1, verb.first() + 1).contains("to")
        && !Words.hold(sentence.words(before.head(), verb.first()), "and");
  }

  /** "a setting that keeps chats out": what a thing does. */
  private boolean isOfMeans(Verb top) {
    return isRelative(sentence, top)
        && top.first() > 1
        && MEANS.contains(sentence.at(top.first() - 2).lower());
  }
}
