package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** When a limit starts and ends, told in a sentence after its own: "The pause will last until". */
final class LaterEnds {
  private static final Set<String> LIMITS = Words.set("limits told of again");
  private static final Set<String> LASTING =
      Set.of("remain", "stay", "last", "apply", "continue", "stick", "hold", "stand", "be");
  private static final Set<String> OFF =
      Set.of(
          "offline",
          "off",
          "suspended",
          "paused",
          "closed",
          "disabled",
          "unavailable",
          "parked",
          "grounded",
          "frozen",
          "shut",
          "blocked");
  private static final Set<String> STARTING =
      Set.of("take", "apply", "enter", "come", "start", "begin", "go", "kick");
  private static final Set<String> RETURNING =
      Set.of(
          "return",
          "resume",
          "reinstate",
          "restore",
          "reissue",
          "relaunch",
          "reopen",
          "restart",
          "bring",
          "come",
          "be",
          "switch",
          "turn",
          "reactivate");
  private static final List<String> ONCE = List.of("once", "as soon as", "only when", "only after");
  private static final Set<String> EARLIER =
      Set.of("first", "original", "initial", "earlier", "previous", "former", "old", "last");
  private static final int REACH = 5;

  private final LocalDate published;

  /**
   * @param published null where unknown
   */
  LaterEnds(LocalDate published) {
    this.published = published;
  }

  /** An end that is stated after the limit itself makes it a pause. */
  void end(Sentence sentence, List<Verb> verbs, SubjectFinder finder, List<Draft> drafts) {
    if (drafts.isEmpty() || sentence.index() - drafts.getLast().sentence > REACH) {
      return;
    }
    for (Verb verb : verbs) {
      boolean back = RETURNING.contains(verb.lemma()) && isAfterwards(sentence, verb);
      if (back && ends(Ends.once(sentence, verb.head()), drafts)) {
        return;
      }
      start(sentence, verb, finder, drafts);
      if (!verb.finite()
          || !LASTING.contains(verb.lemma())
          || !isLimit(sentence, finder.subject(verb)) && !staysOff(sentence, verb)) {
        continue;
      }
      Until until = Ends.of(sentence, verb.first(), Ends.partEnd(sentence, verb.first()));
      Draft draft = lastLimit(drafts, staysOff(sentence, verb));
      if (until != null && draft != null && isOpen(draft.until)) {
        draft.until = until;
        draft.kind = Kind.PAUSE;
        return;
      }
    }
  }

  /** "The ban takes effect on 1 July": when the limit starts that was told before. */
  private void start(Sentence sentence, Verb verb, SubjectFinder finder, List<Draft> drafts) {
    boolean starts = verb.finite() && !verb.negated() && STARTING.contains(verb.lemma());
    LocalDate day =
        starts && isLimit(sentence, finder.subject(verb))
            ? Starts.after(sentence, verb.head(), published)
            : null;
    if (day == null) {
      return;
    }
    for (Draft draft : drafts.reversed()) {
      boolean open = draft.effectiveFrom == null && draft.kind != Kind.LOBBYING_STANCE;
      if (open && draft.mention == Mention.NEWS) {
        draft.effectiveFrom = day;
        return;
      }
    }
  }

  /** "It will return once", "would be restored when". */
  private static boolean isAfterwards(Sentence sentence, Verb verb) {
    boolean will = Set.of("will", "would").contains(verb.modal()) && !verb.negated();
    return will && Words.holdAny(sentence.words(verb.head(), sentence.size()), ONCE);
  }

  /** Whether the end is one of a limit that was told. */
  private static boolean ends(Until until, List<Draft> drafts) {
    Draft draft = lastLimit(drafts, true);
    if (until == null || draft == null || !isOpen(draft.until)) {
      return false;
    }
    draft.until = until;
    draft.kind = Kind.PAUSE;
    return true;
  }

  private static boolean isOpen(Until until) {
    return until == null
        || until.date() == null && until.duration() == null && until.condition() == null;
  }

  private static boolean isLimit(Sentence sentence, List<SubjectFinder.Phrase> subject) {
    return subject.stream()
        .anyMatch(
            phrase ->
                LIMITS.contains(sentence.at(phrase.head()).lower())
                    && !isOfEarlier(sentence, phrase));
  }

  /** "The first moratorium was to last one year": not the one that is told of. */
  private static boolean isOfEarlier(Sentence sentence, SubjectFinder.Phrase phrase) {
    for (int i = phrase.from(); i < phrase.head(); i++) {
      if (EARLIER.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "The chatbot will stay offline until". */
  private static boolean staysOff(Sentence sentence, Verb verb) {
    boolean stays = Set.of("remain", "stay", "be").contains(verb.lemma()) && !verb.negated();
    return stays && OFF.contains(sentence.words(verb.head() + 1, verb.head() + 2));
  }

  private static Draft lastLimit(List<Draft> drafts, boolean off) {
    for (Draft draft : drafts.reversed()) {
      boolean old = draft.announcedOn != AnnouncedOn.UNKNOWN && draft.mention == Mention.BACKGROUND;
      boolean limit = Set.of(Kind.PAUSE, Kind.BAN, Kind.RESTRICTION).contains(draft.kind);
      if ((limit || off && draft.kind == Kind.WITHDRAWAL) && !old) {
        return draft;
      }
    }
    return null;
  }
}
