package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.RESTRICTION;
import static ai.policytracker.event.Kind.RESUMPTION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import java.util.List;
import java.util.Set;

/** Verbs that say by themselves what happens to their object, or to their subject. */
final class PlainVerbs {
  private static final Set<String> LIMITS = Words.set("limit nouns");
  private static final Set<String> STATES = Words.set("verbs of state");

  private static final List<String> USES = List.of("use", "usage", "access");
  private static final List<String> FREE_ACCESS =
      List.of("general access", "open access", "free access", "unrestricted access");
  private static final Set<String> PASSING = Words.set("passing times");
  private static final int MAX_SUBJECT = 60;

  private final Sentence sentence;

  PlainVerbs(Sentence sentence) {
    this.sentence = sentence;
  }

  /** A verb that says by itself what happens to its object. */
  Act act(Chain chain) {
    Act act = plainly(chain);
    if (act == null || !STATES.contains(chain.verb().lemma())) {
      return act;
    }
    return isRelative(chain.verb()) || hasObject(chain.verb()) ? null : act.ofThing();
  }

  /** "returned unread any paper": what comes back is not the product. */
  private boolean hasObject(Verb verb) {
    int next = verb.head() + 1;
    return verb.lemma().equals("return")
        && !verb.passive()
        && next < sentence.size()
        && sentence.at(next).tagged("DET", "NOUN", "ADJ", "PRON", "PROPN", "NUM");
  }

  /** "keeps looking at ways to take bias out". */
  private boolean isKeepDoing(Verb verb) {
    int next = Math.min(verb.head() + 1, sentence.size() - 1);
    return verb.lemma().equals("keep") && sentence.at(next).lower().endsWith("ing");
  }

  private Act plainly(Chain chain) {
    Verb verb = chain.verb();
    if (verb.means(VerbClass.PAUSE)) {
      return act(PAUSE, chain, 0.85);
    }
    if (verb.means(VerbClass.BAN) && !isKeepDoing(verb)) {
      return act(isOfFreeAccess(verb) ? RESTRICTION : BAN, chain, 0.85);
    }
    if (verb.means(VerbClass.STOP) && isStopFrom(verb)) {
      boolean own = Words.hold(sentence.words(verb.head(), sentence.size()), "using its");
      return Act.of(BAN, own ? Activity.PROVISION : null, chain, 0.8);
    }
    if (verb.means(VerbClass.RETIRE)
        && verb.passive()
        && Set.of("remove", "delete", "drop", "pull", "take").contains(verb.lemma())
        && !isTechnologyBefore(verb)) {
      return null;
    }
    if (verb.means(VerbClass.RETIRE, VerbClass.STOP) && isOfLimit(verb)) {
      return null;
    }
    boolean stops = verb.means(VerbClass.RETIRE, VerbClass.STOP);
    if (stops && isForAWhile(verb)) {
      return act(PAUSE, chain, 0.75);
    }
    if (verb.means(VerbClass.RETIRE)) {
      return act(WITHDRAWAL, chain, 0.75);
    }
    if (verb.means(VerbClass.STOP)) {
      return act(WITHDRAWAL, chain, 0.7);
    }
    if (verb.means(VerbClass.RESTRICT)
        && !(verb.passive()
            && chain.modal().isEmpty()
            && !verb.perfect()
            && !isRecent(verb)
            && !isOfUse(verb))) {
      return act(RESTRICTION, chain, 0.8);
    }
    if (verb.means(VerbClass.RESUME)) {
      return act(RESUMPTION, chain, 0.75);
    }
    return null;
  }

  /** "Use is limited to one product", "access is restricted to doctors". */
  private boolean isOfUse(Verb verb) {
    String before = sentence.words(0, verb.first());
    return before.length() < MAX_SUBJECT
        && USES.stream().anyMatch(use -> before.startsWith(use) || before.startsWith("the " + use))
        && Words.hold(sentence.words(verb.head() + 1, verb.head() + 2), "to");
  }

  /** "cut off general access": some access is left. */
  private boolean isOfFreeAccess(Verb verb) {
    String after = sentence.words(verb.head() + 1, Math.min(sentence.size(), verb.head() + 5));
    return FREE_ACCESS.stream().anyMatch(words -> Words.hold(after, words));
  }

  /** "have switched off the function during exam hours". */
  private boolean isForAWhile(Verb verb) {
    for (int i = verb.head() + 1; i < Math.min(sentence.size(), verb.head() + 12); i++) {
      if (sentence.at(i).is("during")) {
        for (int j = i + 1; j < Math.min(sentence.size(), i + 6); j++) {
          if (PASSING.contains(sentence.at(j).lower())) {
            return true;
          }
        }
      }
      if (sentence.at(i).is(",")) {
        return false;
      }
    }
    return false;
  }

  /** "stopped makers of models from reading its pages". */
  private boolean isStopFrom(Verb verb) {
    if (!verb.lemma().equals("stop") || verb.passive()) {
      return false;
    }
    for (int i = verb.head() + 2; i + 1 < Math.min(sentence.size(), verb.head() + 14); i++) {
      Token token = sentence.at(i);
      if (token.is("from")) {
        return sentence.at(i + 1).lower().endsWith("ing");
      }
      if (token.tagged("VERB", "AUX") || token.is(",")) {
        return false;
      }
    }
    return false;
  }

  /** "The ban ended in 2020". */
  private boolean isOfLimit(Verb verb) {
    return verb.first() > 0
        && !verb.passive()
        && LIMITS.contains(sentence.at(verb.first() - 1).lower())
        && !sentence.at(verb.first() - 1).tagged("VERB");
  }

  /** "is now limited to", "is being restricted": a change, not a trait. */
  private boolean isRecent(Verb verb) {
    String words = sentence.words(verb.first(), verb.head());
    return Words.hold(words, "now") || Words.hold(words, "being");
  }

  /** "Facial recognition has been removed". */
  private boolean isTechnologyBefore(Verb verb) {
    return sentence.technologies().stream()
        .anyMatch(t -> t.to() <= verb.first() && t.to() >= verb.first() - 3);
  }

  /** "The functions that are off": told of the subject of another verb. */
  private boolean isRelative(Verb verb) {
    return verb.first() > 0
        && (sentence.at(verb.first() - 1).is("that") || sentence.at(verb.first() - 1).is("which"));
  }

  private static Act act(Kind kind, Chain chain, double strength) {
    return Act.of(kind, null, chain, strength);
  }
}
