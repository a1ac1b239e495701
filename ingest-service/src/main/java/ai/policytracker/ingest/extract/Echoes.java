package ai.policytracker.ingest.extract;

import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
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
  private static final Set<String> AUXILIARIES =
      Set.of("did", "has", "have", "will", "do", "does", "had", "is", "are");
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
}
