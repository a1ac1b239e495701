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
  private static final Set<String> TELLING =
      Set.of("said", "says", "told", "wrote", "announced", "confirmed", "statement", "according");
  private static final Set<String> CUES = Words.set("announcing");
  private static final Set<String> ABOUT = Words.set("what was told before");

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

  private static final int[] NEIGHBOURS = {-1, 1, -2, 2, -3, 3};
  private static final int NEWS_DAYS = 10;

  private final LocalDate published;
  private final List<Sentence> sentences;

  Days(LocalDate published, List<Sentence> sentences) {
    this.published = published;
    this.sentences = sentences;
  }

  /**
   * What the sentence says of the day, beside the verb first.
   *
   * @param published null where unknown; what lies ahead of it was not announced then
   */
  static AnnouncedOn inSentence(Sentence sentence, Verb act, LocalDate published) {
    boolean will = Set.of("will", "would").contains(act.modal());
    return inSentence(sentence, act.head(), published, will);
  }

  static AnnouncedOn inSentence(Sentence sentence, int verb, LocalDate published) {
    return inSentence(sentence, verb, published, false);
  }

  private static AnnouncedOn inSentence(
      Sentence sentence, int verb, LocalDate published, boolean will) {
    Dates.Found best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Dates.Found date : sentence.dates()) {
      int distance = Math.abs(date.from() - verb);
      boolean ofOther = date.following() && verb < date.to();
      boolean later = will && isAfterDeed(sentence, verb, date);
      if (!ofOther
          && !later
          && !isAhead(date.on(), published)
          && isTheDay(sentence, date)
          && distance < bestDistance) {
        best = date;
        bestDistance = distance;
      }
    }
    return best == null ? AnnouncedOn.UNKNOWN : best.on();
  }

  /**
   * "will end on September 30": no day of the past, unless somebody says so then, "back in March".
   */
  private static boolean isAfterDeed(Sentence sentence, int verb, Dates.Found date) {
    if ((" " + sentence.words(date.from() - 2, date.from() + 1) + " ").contains(" back ")) {
      return false;
    }
    boolean byName = false;
    for (int i = date.from(); i < date.to(); i++) {
      byName |= CalendarWords.monthOf(sentence.at(i)) > 0;
    }
    if (!byName || date.from() < verb || date.from() - verb > 14) {
      return false;
    }
    for (int i = verb + 1; i < date.from(); i++) {
      if (TELLING.contains(sentence.at(i).lower())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAhead(AnnouncedOn on, LocalDate published) {
    return published != null && on.date() != null && on.date().isAfter(published.plusDays(1));
  }

  private static boolean isTheDay(Sentence sentence, Dates.Found date) {
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - 4); i--) {
      String word = sentence.at(i).lower();
      boolean told =
          word.equals("since") && sentence.words(date.to(), date.to() + 2).equals(", when");
      boolean atTheEnd = word.equals("end") && sentence.words(i - 2, i).equals("at the");
      if (atTheEnd) {
        break;
      }
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
      if (on != null && isOf(draft.company, sentence, Math.abs(step) > 1 && !isAboutIt(sentence))) {
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

  /** "The ban sits in new wording": of what was told before. */
  private static boolean isAboutIt(Sentence sentence) {
    return sentence.size() > 1
        && sentence.at(0).is("the")
        && ABOUT.contains(sentence.at(1).lower());
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
