package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.List;
import java.util.Set;

/**
 * What is said not to be: "There will be no AI art in the game", "no pictures made by AI will be
 * sold", "No AI-made faces, the label vowed", "there is no such ban".
 */
final class Absences {
  private static final Set<String> NONE = Set.of("no", "none", "neither", "nothing");
  private static final Set<String> SURE = Set.of("will", "would", "may", "can", "shall");
  private static final Set<String> LIMITS = Words.set("ban nouns", "pause nouns");
  private static final Set<String> PAUSES = Words.set("pause nouns");
  private static final List<String> WORKPLACES = Words.phrases("workplaces");
  private static final int NEAR = 6;

  private final Sentence sentence;
  private final SubjectFinder finder;

  Absences(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.finder = new SubjectFinder(sentence, verbs);
  }

  /** Null where the verb tells of nothing that is shut out. */
  Act act(Chain chain) {
    Verb verb = chain.verb();
    if (isThere(verb)) {
      return there(chain);
    }
    if (isVerdict(verb)) {
      return Act.from(0, Kind.BAN, null, chain, 0.65);
    }
    boolean lacks =
        verb.lemma().equals("have")
            && verb.negated()
            && Set.of("will", "would").contains(verb.modal())
            && technologyIn(verb.head() + 1, verb.head() + NEAR);
    if (lacks) {
      return Act.of(Kind.BAN, null, chain, 0.65);
    }
    if (isOutOfReach(verb)) {
      return Act.from(0, Kind.BAN, Activity.INTERNAL_USE, chain, 0.65);
    }
    if (isKeptFrom(verb)) {
      return Act.from(0, Kind.BAN, Activity.PROVISION, chain, 0.65);
    }
    if (isLeftToPeople(chain)) {
      return Act.from(verb.first() - 10, Kind.BAN, null, chain, 0.65).ofThing();
    }
    return isNone(chain) ? Act.from(verb.first() - 12, Kind.BAN, null, chain, 0.7).ofThing() : null;
  }

  /** "No AI images will be sold", "no generated models will appear in the catalogue". */
  private boolean isNone(Chain chain) {
    Verb verb = chain.verb();
    boolean sure = SURE.contains(chain.modal()) && !chain.negated() && chain.governors().isEmpty();
    boolean used = verb.passive() && (verb.means(Deeds.CLASSES) || verb.means(VerbClass.ALLOW));
    return sure
        && finder.subject(verb).stream()
            .anyMatch(
                p ->
                    NONE.contains(sentence.at(p.from()).lower())
                        && (used || technologyIn(p.from(), p.to())));
  }

  /** "is not accessible from its corporate network", "cannot be opened on work computers". */
  private boolean isOutOfReach(Verb verb) {
    String after = sentence.words(verb.head(), Math.min(verb.end(), verb.head() + 12));
    boolean shut =
        verb.negated() && Words.holdAny(after, List.of("accessible", "available", "reachable"))
            || verb.negated() && Set.of("open", "load", "access", "reach").contains(verb.lemma())
            || verb.lemma().equals("be")
                && Words.holdAny(after, List.of("inaccessible", "unreachable"));
    return shut
        && verb.finite()
        && Set.of("", "can", "will").contains(verb.modal())
        && Words.holdAny(after, WORKPLACES);
  }

  /** "Police forces will get no such software from it". */
  private boolean isKeptFrom(Verb verb) {
    String after = sentence.words(verb.head() + 1, sentence.size());
    boolean no = after.startsWith("no ") || after.startsWith("none of ");
    return no
        && Set.of("get", "receive", "obtain").contains(verb.lemma())
        && Set.of("will", "would").contains(verb.modal())
        && (Words.hold(after, "from it") || Words.hold(after, "from us"))
        && technologyIn(verb.head() + 1, verb.head() + NEAR);
  }

  /** "can no longer be dismissed by an algorithm". */
  private boolean isLeftToPeople(Chain chain) {
    Verb verb = chain.verb();
    int by = verb.head() + 1;
    return verb.passive()
        && (chain.negated() || chain.noLonger())
        && SURE.contains(chain.modal())
        && by < sentence.size()
        && sentence.at(by).is("by")
        && technologyIn(by, by + NEAR);
  }

  private boolean isThere(Verb verb) {
    return verb.lemma().equals("be")
        && verb.first() > 0
        && sentence.at(verb.first() - 1).is("there")
        && verb.head() + 1 < sentence.size()
        && sentence.at(verb.head() + 1).is("no");
  }

  private Act there(Chain chain) {
    Verb verb = chain.verb();
    int at = verb.head() + 2;
    boolean such = sentence.words(at, at + 1).equals("such");
    if (such && LIMITS.contains(sentence.words(at + 1, at + 2))) {
      boolean pause = PAUSES.contains(sentence.words(at + 1, at + 2));
      Kind kind = pause ? Kind.PAUSE : Kind.BAN;
      return Act.of(kind, null, chain, 0.6).withModality(Modality.DENIED);
    }
    boolean will = verb.modal().equals("will") && technologyIn(at, at + NEAR);
    return will ? Act.from(verb.first() - 1, Kind.BAN, null, chain, 0.65) : null;
  }

  /** "No AI-generated bodies, the label vowed": told without a verb of its own. */
  private boolean isVerdict(Verb verb) {
    return sentence.at(0).is("no")
        && verb.finite()
        && !verb.negated()
        && verb.means(VerbClass.PLEDGE, VerbClass.SAY)
        && verb.number() == 0
        && technologyIn(0, NEAR)
        && !sentence.hasWord("plans");
  }

  private boolean technologyIn(int from, int to) {
    return sentence.technologies().stream().anyMatch(t -> t.from() >= from && t.from() < to);
  }
}
