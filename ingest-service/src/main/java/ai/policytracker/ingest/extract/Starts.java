package ai.policytracker.ingest.extract;

import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.Set;

/** Days that lie ahead of the article: when a policy starts to hold, and when it ends. */
final class Starts {
  private static final Set<String> STARTING =
      Set.of("from", "starting", "beginning", "effective", "of", "on", "by", "in");
  private static final Set<String> SURE = Set.of("starting", "beginning", "effective", "from");
  private static final int REACH = 4;

  private Starts() {}

  /** "From 1 July", "starting on Monday": null where the words of the act name no such day. */
  static LocalDate of(Sentence sentence, Act act, LocalDate published) {
    if (published == null) {
      return null;
    }
    boolean will = act.verb().modal().equals("will") || act.verb().modal().equals("would");
    for (Dates.Found date : sentence.dates()) {
      boolean exact = date.on().precision() == Precision.DAY || isMonth(sentence, date);
      if (exact && date.on().date() != null && opens(sentence, date, will)) {
        LocalDate day = ahead(date.on().date(), sentence, date.from(), date.to(), published);
        return day.isAfter(published) ? day : null;
      }
    }
    return null;
  }

  /** The day ahead that is named after the verb: "takes effect on 1 July"; null where none is. */
  static LocalDate after(Sentence sentence, int verb, LocalDate published) {
    if (published == null) {
      return null;
    }
    for (Dates.Found date : sentence.dates()) {
      boolean exact = date.on().precision() == Precision.DAY && date.on().date() != null;
      if (exact && date.from() > verb && date.from() - verb <= 8) {
        LocalDate day = ahead(date.on().date(), sentence, date.from(), date.to(), published);
        return day.isAfter(published) ? day : null;
      }
    }
    return null;
  }

  /** By its name: "this week" is told by its month too. */
  private static boolean isMonth(Sentence sentence, Dates.Found date) {
    for (int i = date.from(); i < date.to(); i++) {
      if (CalendarWords.monthOf(sentence.at(i)) > 0) {
        return date.on().precision() == Precision.MONTH && !sentence.at(date.from()).is("last");
      }
    }
    return false;
  }

  private static boolean opens(Sentence sentence, Dates.Found date, boolean will) {
    for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
      String word = sentence.at(i).lower();
      if (word.equals("until") || word.equals("since")) {
        return false;
      }
      boolean noun = i + 1 < sentence.size() && sentence.at(i + 1).is("of");
      if (SURE.contains(word) && !noun
          || word.equals("of") && i > 0 && sentence.at(i - 1).is("as")) {
        return true;
      }
      if (will && STARTING.contains(word) && (word.equals("on") || word.equals("in"))) {
        return isYearStated(sentence, date.from(), date.to());
      }
    }
    return false;
  }

  private static LocalDate ahead(
      LocalDate day, Sentence sentence, int from, int to, LocalDate published) {
    boolean past = day.isBefore(published) && !isYearStated(sentence, from, to);
    return past && CalendarWords.weekdayOf(sentence.at(from)) == null ? day.plusYears(1) : day;
  }

  private static boolean isYearStated(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (CalendarWords.yearOf(sentence.at(i).lower()) > 0) {
        return true;
      }
    }
    return false;
  }

  /** "until March" is the next one: dates are resolved towards the past, ends lie ahead. */
  static Until ahead(Until until, Sentence sentence, LocalDate published) {
    if (until != null && until.condition() != null && published != null) {
      LocalDate day = NextDays.of(until.condition(), published);
      return day == null ? until : Until.date(day);
    }
    boolean open = until == null || until.date() == null || published == null;
    if (open || !until.date().isBefore(published)) {
      return until;
    }
    boolean told =
        isYearStated(sentence, 0, sentence.size()) || until.date().plusYears(1).isBefore(published);
    return told ? until : Until.date(until.date().plusYears(1));
  }
}
