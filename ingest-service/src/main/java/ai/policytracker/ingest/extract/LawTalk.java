package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** What somebody says of a law: that it should be changed, or that there should be one. */
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
  private static final Set<String> DUTY = Set.of("should", "must", "ought", "need", "needs");

  private final Sentence sentence;
  private final List<Verb> verbs;

  LawTalk(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** "said the bill should be narrowed". */
  boolean needsChange(Verb saying) {
    for (Verb verb : verbs) {
      boolean needed =
          (Set.of("should", "must").contains(verb.modal()) || isNeed(verb)) && !verb.negated();
      boolean after = verb.number() > saying.number();
      if (!needed || !after && saying.head() < sentence.size() / 2) {
        continue;
      }
      int from = after ? saying.head() + 1 : 0;
      int law = Targets.lawAt(sentence, from, verb.first());
      if (verb.passive() && verb.means(VerbClass.WEAKEN) && law >= 0) {
        return true;
      }
      if (!verb.passive()
          && verb.means(VerbClass.WEAKEN)
          && isLawmaker(saying.head(), verb.first())) {
        return Targets.lawAt(sentence, verb.head(), verb.end()) >= 0;
      }
    }
    return false;
  }

  /** "ought to be amended", "needs to be rewritten". */
  private boolean isNeed(Verb verb) {
    return verb.governor() >= 0
        && Set.of("ought", "need").contains(verbs.get(verb.governor()).lemma());
  }

  private boolean isPlace(int token) {
    return sentence.places().stream().anyMatch(p -> p.from() <= token && token < p.to());
  }

  private boolean isLawmaker(int from, int to) {
    for (int i = from; i < to; i++) {
      if (LAWMAKERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "governments ought to set tougher rules", said by the company. */
  boolean isNeeded(Verb verb) {
    for (int i = verb.head() + 1; i < sentence.size(); i++) {
      if (!DUTY.contains(sentence.at(i).lower())) {
        continue;
      }
      boolean lawmaker = false;
      for (int j = Math.max(verb.head() + 1, i - 4); j < i; j++) {
        lawmaker |= LAWMAKERS.contains(sentence.at(j).lower()) || isPlace(j);
      }
      for (int j = i + 1; lawmaker && j < Math.min(sentence.size(), i + 4); j++) {
        if (LAWMAKING.contains(sentence.at(j).lower())) {
          return Targets.lawAt(sentence, i, Math.min(sentence.size(), i + 10)) >= 0
              || sentence.at(j).is("regulate")
              || FORBIDDING.contains(sentence.at(j).lower()) && isOnAi(j);
        }
      }
    }
    return false;
  }

  /** "said that its benefits outweigh its costs", of a law. */
  boolean isWorthIt(Verb saying) {
    return saying.means(VerbClass.SAY)
        && !saying.negated()
        && verbs.stream().anyMatch(v -> v.number() > saying.number() && isGain(v));
  }

  private boolean isGain(Verb verb) {
    if (!Set.of("outweigh", "exceed", "outstrip").contains(verb.lemma()) || verb.negated()) {
      return false;
    }
    String before = sentence.words(verb.first() - 5, verb.head());
    String after = sentence.words(verb.head() + 1, verb.head() + 5);
    return (before.contains("benefits") || before.contains("advantages"))
        && (after.contains("costs") || after.contains("risks") || after.contains("drawbacks"));
  }

  boolean isOnAi(int from) {
    return sentence.technologies().stream().anyMatch(t -> t.from() > from);
  }
}
