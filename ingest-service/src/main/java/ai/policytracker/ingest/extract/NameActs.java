package ai.policytracker.ingest.extract;

import java.util.Set;

/** What a name does in its sentence as the subject of a verb. */
final class NameActs {
  private static final Set<String> BETWEEN = Words.set("between subject and verb");
  private static final Set<String> NOT_BEFORE_SUBJECTS = Words.set("not before subjects");
  private static final Set<String> PERFECT = Set.of("has", "have", "had", "will", "would", "wo");
  private static final Set<String> NO_VERBS =
      Set.of("the", "its", "some", "any", "more", "nothing", "been", "for");
  private static final Set<String> OPENINGS =
      Set.of(
          "in", "on", "at", "last", "since", "by", "this", "the", "a", "earlier", "under", "for",
          "with");
  private static final int MAX_LIST = 14;
  private static final int MAX_BETWEEN = 4;
  private static final int MAX_OPENING = 6;

  private final Surroundings name;
  private final Set<Sign> signs;

  private NameActs(Surroundings name, Set<Sign> signs) {
    this.name = name;
    this.signs = signs;
  }

  static void collect(Surroundings name, Set<Sign> signs) {
    boolean object = NOT_BEFORE_SUBJECTS.contains(name.lower(name.from() - 1));
    if (name.from() == 0 || !object) {
      new NameActs(name, signs).collect();
    }
  }

  /** First in its sentence, but for a phrase of time or place or a word for its trade. */
  static boolean opens(Surroundings name) {
    int from = name.from();
    return from <= 1 || from < MAX_OPENING && OPENINGS.contains(name.lower(0));
  }

  private void collect() {
    int verb = afterApposition(afterList());
    boolean own = name.is(verb, "'s") && (name.isAuxiliary(verb + 1) || name.isSaid(verb + 1));
    verb += own ? 1 : 0;
    for (int steps = 0; steps < MAX_BETWEEN && isBetween(verb); steps++) {
      verb++;
    }
    String first = name.lower(verb);
    boolean auxiliary = name.isAuxiliary(verb);
    while (auxiliary
        && (name.isAuxiliary(verb) || isBetween(verb) || name.isAny(verb, "n't", "not"))) {
      verb++;
    }
    String word = name.lower(verb);
    boolean perfect =
        PERFECT.contains(first) && word.matches("[a-z]{3,40}") && !NO_VERBS.contains(word);
    boolean form = perfect || word.matches(".{3,40}ed|.{2,40}ing");
    boolean deed = name.isDeed(verb) || auxiliary && form;
    if (deed || auxiliary) {
      signs.add(deed ? Sign.DEED : Sign.AUX);
    }
    if (deed || auxiliary || name.isSaid(verb)) {
      pronouns(verb);
    }
  }

  /** "it" after the verb is the company, "she" a person. */
  private void pronouns(int verb) {
    for (int i = verb + 1; i < name.tokens().size(); i++) {
      boolean empty = name.isAny(i - 1, "make", "makes", "making", "made", "find", "found");
      if (name.is(i, "it") && !empty || name.isAny(i, "its", "itself")) {
        signs.add(Sign.IT);
        return;
      }
      if (name.isAny(i, "he", "she", "his", "her")) {
        signs.add(Sign.MAYBE_PERSON);
        return;
      }
      if (name.isCapitalised(i) && name.isVerb(i + 1)) {
        return;
      }
    }
  }

  /** Over the rest of a list: "Orvo, Nexatron and Velorum have". */
  private int afterList() {
    int at = name.to();
    int end = at;
    while (at + 1 < name.tokens().size() && at < name.to() + MAX_LIST && isListed(at)) {
      at++;
      end = name.isCapitalised(at - 1) ? at : end;
    }
    return end;
  }

  private boolean isListed(int i) {
    boolean after = name.isCapitalised(i - 1) || name.isAny(i - 1, ",", "and", "&");
    return name.isAny(i, ",", "and", "&") || name.isCapitalised(i) && after;
  }

  /** Over ", with nineteen hospitals,". */
  private int afterApposition(int at) {
    if (!name.is(at, ",")) {
      return at;
    }
    for (int i = at + 2; i < Math.min(name.tokens().size() - 1, at + MAX_LIST); i++) {
      if (name.is(i, ",")) {
        return name.isVerb(i + 1) ? i + 1 : at;
      }
    }
    return at;
  }

  /** What can stand between a subject and its verb: adverbs and days. */
  private boolean isBetween(int i) {
    return i < name.tokens().size()
        && (name.lower(i).endsWith("ly")
            || BETWEEN.contains(name.lower(i))
            || CalendarWords.weekdayOf(name.tokens().get(i)) != null);
  }
}
