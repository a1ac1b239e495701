package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Nouns that name a limit, where a verb says what becomes of it: "lifted its ban", "extended the
 * pause".
 */
final class LimitNouns {
  private static final Set<String> LIMIT_NOUNS = Words.set("limit nouns");
  private static final Set<String> PAUSE_NOUNS = Words.set("pause nouns");
  private static final Set<String> BAN_NOUNS = Words.set("ban nouns");
  private static final Set<String> RESTRICTION_NOUNS = Words.set("restriction nouns");

  private static final Set<String> REFERRING = Set.of("the", "this", "that", "its", "their");

  private static final Pattern DUTY =
      Pattern.compile(
          "\\b(?:disclosure|labelling|labeling|transparency|verification|consent|approval|marking) (?:rules?|requirements?|dut(?:y|ies)|obligations?|polic(?:y|ies))\\b");

  private final Sentence sentence;
  private final List<Verb> verbs;

  LimitNouns(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** "its ban on police use will continue indefinitely". */
  boolean isStanding(Verb verb) {
    boolean stays =
        Set.of("stay", "remain", "continue", "last", "run").contains(verb.lemma()) && verb.finite();
    if (!stays
        || !sentence
            .words(verb.head(), verb.end() + 8)
            .matches(".*\\b(until|indefinitely|another|further)\\b.*")) {
      return false;
    }
    for (int i = Math.max(0, verb.first() - 16); i < verb.first(); i++) {
      if (PAUSE_NOUNS.contains(sentence.at(i).lower())
          || BAN_NOUNS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** The kind of the limit that is the verb's subject: "its ban takes effect"; or null. */
  Kind subjectKind(Verb verb) {
    int last = verb.first() - 1;
    if (last > 0 && sentence.at(last).is(",")) {
      last = before(last);
    }
    for (int i = last; i >= Math.max(0, verb.first() - 20); i--) {
      String word = sentence.at(i).lower();
      if (word.equals(";") || word.equals(":") || word.equals(",") && i < verb.first() - 1) {
        return null;
      }
      int at = i;
      boolean clause = verbs.stream().anyMatch(v -> v.finite() && v.head() == at);
      if (clause) {
        return null;
      }
      Kind kind = kind(word);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  /** Before the insertion that the comma closes: ", adopted in 2021,". */
  private int before(int comma) {
    for (int i = comma - 1; i > Math.max(0, comma - 8); i--) {
      if (sentence.at(i).is(",")) {
        return i - 1;
      }
    }
    return comma;
  }

  private static Kind kind(String noun) {
    if (PAUSE_NOUNS.contains(noun)) {
      return Kind.PAUSE;
    }
    if (BAN_NOUNS.contains(noun)) {
      return Kind.BAN;
    }
    return RESTRICTION_NOUNS.contains(noun) ? Kind.RESTRICTION : null;
  }

  /** "The ban on submissions written by AI was lifted". */
  boolean isSubject(Verb verb) {
    for (int i = verb.first() - 1; i >= Math.max(0, verb.first() - 24); i--) {
      if (sentence.at(i).is(";") || sentence.at(i).is(":")) {
        return false;
      }
      if (LIMIT_NOUNS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "The ban takes effect": no ban that is told of for the first time. */
  static boolean refers(Sentence sentence, Act act) {
    for (int i = act.verb().first() - 1; i > 0 && i > act.verb().first() - 4; i--) {
      if (LIMIT_NOUNS.contains(sentence.at(i).lower())) {
        return REFERRING.contains(sentence.at(i - 1).lower());
      }
    }
    return false;
  }

  boolean hasObject(Verb verb) {
    return nounIn(verb, LIMIT_NOUNS);
  }

  /** The kind that the verb's object names, or null. */
  Kind kind(Verb verb) {
    if (nounIn(verb, PAUSE_NOUNS)) {
      return Kind.PAUSE;
    }
    if (nounIn(verb, BAN_NOUNS)) {
      return Kind.BAN;
    }
    return nounIn(verb, RESTRICTION_NOUNS) ? Kind.RESTRICTION : null;
  }

  /** "introduce a disclosure rule": a duty on those who publish. */
  boolean isDuty(Verb verb) {
    return DUTY.matcher(sentence.words(verb.head() + 1, Math.min(verb.end(), verb.head() + 9)))
        .find();
  }

  /** A noun of the set among the first words after the verb, before another verb. */
  private boolean nounIn(Verb verb, Set<String> nouns) {
    int end = Math.min(verb.end(), verb.head() + 9);
    for (int i = verb.head() + 1; i < end; i++) {
      Token token = sentence.at(i);
      boolean trade = token.is("line") && i + 1 < sentence.size() && sentence.at(i + 1).is("of");
      if (nouns.contains(token.lower()) && !trade && !token.tag().equals("AUX")) {
        return true;
      }
      int at = i;
      boolean another = verbs.stream().anyMatch(v -> v.head() == at && v.finite());
      boolean of = token.is("of") && !sentence.at(i - 1).is("out");
      if (another || token.is("that") || of) {
        return false;
      }
    }
    return false;
  }
}
