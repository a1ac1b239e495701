package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences that only make sense with the claim before them: "So did Meta and Apple", "it was
 * joined by Unitree", "The measure is temporary and stays until there is a safe way".
 */
final class Echoes {
  private static final Set<String> LIMITS = Words.set("limits told of again");
  private static final Set<String> LASTING =
      Set.of("remain", "stay", "last", "apply", "continue", "stick", "hold", "stand", "be");
  private static final Set<String> AUXILIARIES =
      Set.of("did", "has", "have", "will", "do", "does", "had", "is", "are");
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
  private static final Set<String> IMPOSING =
      Set.of(
          "imposed",
          "introduced",
          "announced",
          "adopted",
          "took",
          "taken",
          "issued",
          "has",
          "have",
          "set",
          "imposes",
          "adopts");
  private static final Set<String> SIMILAR =
      Set.of(
          "similar", "corresponding", "comparable", "equivalent", "matching", "identical", "like");
  private static final List<String> SAME = Words.phrases("doing the same");
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
  private static final int REACH = 5;

  private final ArticleText article;

  Echoes(ArticleText article) {
    this.article = article;
  }

  /** Claims of further companies that a sentence adds to those of the sentence before it. */
  List<Draft> added(Sentence sentence, List<Draft> drafts) {
    int from = listStart(sentence);
    List<Draft> added = new ArrayList<>();
    if (from < 0 || drafts.isEmpty()) {
      return added;
    }
    int last = drafts.getLast().sentence;
    if (sentence.index() - last > 2) {
      return added;
    }
    boolean similar = from == 0 && isSimilar(sentence);
    for (String company : companies(sentence, from)) {
      for (Draft draft : drafts) {
        boolean told =
            draft.sentence == last
                && !draft.company.equals(company)
                && draft.company.equals(drafts.getLast().company);
        if (told) {
          Draft copy = copy(draft, company, sentence);
          if (similar) {
            copy.announcedOn = Days.inSentence(sentence, 0, article.publishedOn());
            copy.until = null;
            copy.kind = kind(sentence, draft.kind);
          }
          added.add(copy);
        }
      }
    }
    return added;
  }

  private static int listStart(Sentence sentence) {
    for (int i = 1; i < Math.min(7, sentence.size() - 1) && sentence.at(0).is("so"); i++) {
      if (AUXILIARIES.contains(sentence.at(i).lower())) {
        return i == 1 || sentence.at(1).is(",") ? i + 1 : -1;
      }
    }
    if (sentence.hasWord("signatories") && sentence.companies().size() > 1) {
      return 0;
    }
    if (isSimilar(sentence) && !sentence.companies().isEmpty()) {
      return 0;
    }
    for (int i = 3; i + 2 < sentence.size(); i++) {
      boolean alike = sentence.at(i).is("as") && AUXILIARIES.contains(sentence.at(i + 1).lower());
      if (alike && sentence.companyAt(i + 2) != null) {
        return i + 2;
      }
    }
    for (int i = 1; i + 2 < sentence.size(); i++) {
      boolean joined = sentence.at(i).is("joined") && sentence.at(i + 1).is("by");
      if (joined && Set.of("was", "were", "is", "been").contains(sentence.at(i - 1).lower())) {
        return i + 2;
      }
    }
    return -1;
  }

  /** What the noun says, as far as it does. */
  private static Kind kind(Sentence sentence, Kind told) {
    if (sentence.hasWord("curbs")
        || sentence.hasWord("restrictions")
        || sentence.hasWord("limits")) {
      return Kind.RESTRICTION;
    }
    return sentence.hasWord("ban") ? Kind.BAN : told;
  }

  /** "JPMorgan imposed similar curbs", "Citigroup followed suit". */
  private static boolean isSimilar(Sentence sentence) {
    String words = sentence.words(0, Math.min(sentence.size(), 30));
    if (Words.holdAny(words, SAME)) {
      return true;
    }
    for (int i = 1; i + 1 < sentence.size(); i++) {
      boolean like =
          SIMILAR.contains(sentence.at(i).lower())
              || sentence.at(i).is("same") && sentence.at(i - 1).is("the");
      boolean limit = LIMITS.contains(sentence.at(i + 1).lower()) && !sentence.at(i + 1).is("it");
      boolean own =
          IMPOSING.contains(sentence.at(Math.max(0, i - 1)).lower())
              || IMPOSING.contains(sentence.at(Math.max(0, i - 2)).lower());
      boolean not =
          sentence.words(i - 5, i).contains("not ") || sentence.words(i - 5, i).contains("n't ");
      if (like && limit && own && !not) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> companies(Sentence sentence, int from) {
    Set<String> companies = new LinkedHashSet<>();
    for (var found : sentence.companies()) {
      if (found.from() >= from
          && found.value().company() != null
          && found.value().role() != Companies.Role.PRODUCT) {
        companies.add(found.value().company());
      }
    }
    return companies;
  }

  private Draft copy(Draft told, String company, Sentence sentence) {
    Draft draft = told.copy();
    draft.company = company;
    draft.evidence.clear();
    draft.strength = told.strength - 0.1;
    draft.sentence = sentence.index();
    int end = Math.min(sentence.end(), sentence.start() + Evidence.MAX_QUOTE_CHARS);
    draft.evidence.add(
        new Evidence(sentence.start(), end, article.text().substring(sentence.start(), end)));
    return draft;
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
            ? Starts.after(sentence, verb.head(), article.publishedOn())
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
    return subject.stream().anyMatch(phrase -> LIMITS.contains(sentence.at(phrase.head()).lower()));
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
