package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * The day of an act: stated in its sentence, or where the sentences beside it tell of its
 * announcement.
 */
final class Days {
  private static final Set<String> NOT_THE_DAY =
      Set.of(
          "until",
          "by",
          "from",
          "before",
          "after",
          "since",
          "expire",
          "expires",
          "due",
          "starting",
          "end",
          "ends",
          "through",
          "effective");
  private static final Set<String> BETWEEN =
      Set.of(
          "the", "about", "at", "of", "on", "in", "late", "early", "mid", "-", "out", "to", "for",
          "lapse", "expire");
  private static final Set<String> CUES = Words.set("announcing");

  /** Named for the events that they hold and the news that they break. */
  private static final Set<String> HOSTS =
      Set.of(
          "washington-post",
          "new-york-times",
          "reuters",
          "associated-press",
          "bloomberg",
          "bbc",
          "guardian");

  private static final int[] NEIGHBOURS = {-1, 1, -2, 2, -3};
  private static final int NEWS_DAYS = 10;

  private final LocalDate published;
  private final List<Sentence> sentences;

  Days(LocalDate published, List<Sentence> sentences) {
    this.published = published;
    this.sentences = sentences;
  }

  static AnnouncedOn inSentence(Sentence sentence, int verb) {
    Dates.Found best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Dates.Found date : sentence.dates()) {
      int distance = Math.abs(date.from() - verb);
      if (isTheDay(sentence, date) && distance < bestDistance) {
        best = date;
        bestDistance = distance;
      }
    }
    return best == null ? AnnouncedOn.UNKNOWN : best.on();
  }

  private static boolean isTheDay(Sentence sentence, Dates.Found date) {
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - 4); i--) {
      String word = sentence.at(i).lower();
      boolean told =
          word.equals("since") && sentence.words(date.to(), date.to() + 2).equals(", when");
      if (NOT_THE_DAY.contains(word) && !told) {
        return false;
      }
      if (!BETWEEN.contains(word)) {
        break;
      }
    }
    return !isOfAnotherAct(sentence, date.from());
  }

  /** "after a similar move by a rival on Wednesday, it said". */
  private static boolean isOfAnotherAct(Sentence sentence, int date) {
    for (int i = date - 1; i >= Math.max(0, date - 12); i--) {
      Token token = sentence.at(i);
      if (token.is(",") || token.is(";")) {
        return false;
      }
      if (token.is("after") || token.is("following") || token.is("like")) {
        return true;
      }
    }
    return false;
  }

  /** For a claim whose own sentence states no day. */
  AnnouncedOn beside(Draft draft) {
    for (int step : NEIGHBOURS) {
      int index = draft.sentence + step;
      if (index < 0 || index >= sentences.size()) {
        continue;
      }
      Sentence sentence = sentences.get(index);
      AnnouncedOn on = announcement(sentence);
      if (on != null && isOf(draft.company, sentence, Math.abs(step) > 1)) {
        return on;
      }
    }
    return AnnouncedOn.UNKNOWN;
  }

  private AnnouncedOn announcement(Sentence sentence) {
    boolean cue = sentence.tokens().stream().anyMatch(token -> CUES.contains(token.lower()));
    for (Dates.Found date : sentence.dates()) {
      boolean day = date.on().precision() == Precision.DAY || date.on().weekday() != null;
      if (cue && day && isTheDay(sentence, date) && isNews(date.on())) {
        return date.on();
      }
    }
    return null;
  }

  private boolean isNews(AnnouncedOn on) {
    return published == null
        || on.date() == null
        || Math.abs(ChronoUnit.DAYS.between(on.date(), published)) <= NEWS_DAYS;
  }

  private static boolean isOf(String company, Sentence sentence, boolean mustName) {
    for (var found : sentence.companies()) {
      String other = found.value().company();
      if (other == null
          || found.value().role() == Companies.Role.PRODUCT
          || HOSTS.contains(other)) {
        continue;
      }
      return other.equals(company);
    }
    return !mustName;
  }
}
