package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/**
 * When a limit ends, as the words around it say: a day, a length of time, a condition, or not yet.
 */
final class Ends {
  private static final List<String> OPEN = Words.phrases("open ends");
  private static final Set<String> UNITS =
      Set.of("day", "days", "week", "weeks", "month", "months", "year", "years");
  private static final Set<String> WHILE_VERBS =
      Set.of("it", "they", "the", "we", "its", "regulators", "officials");
  private static final int MAX_CONDITION_TOKENS = 30;

  private Ends() {}

  /**
   * @param from first token of the limit's clause
   * @param to where its sentence part ends (exclusive)
   * @return null where no end is stated
   */
  static Until of(Sentence sentence, int from, int to) {
    Period duration = duration(sentence, from, to);
    for (int i = from; i < to; i++) {
      String word = sentence.at(i).lower();
      boolean until = word.equals("until") || word.equals("till") || word.equals("pending");
      boolean before = word.equals("before") && i + 2 < to && !sentence.isDate(i + 1);
      if (until && !sentence.words(i, i + 3).equals("until further notice")) {
        Until end = until(sentence, i + 1, to);
        if (end != null) {
          return end;
        }
      }
      if (word.equals("while") && i + 1 < to && WHILE_VERBS.contains(sentence.at(i + 1).lower())) {
        return Until.condition(text(sentence, i + 1, to));
      }
      if (before && isNegated(sentence, from, i)) {
        return Until.condition(text(sentence, i + 1, to));
      }
      Until day = word.equals("before") ? notBefore(sentence, from, i, to) : null;
      if (day != null) {
        return day;
      }
    }
    if (duration != null) {
      return Until.duration(duration);
    }
    String words = sentence.words(from, to);
    return Words.holdAny(words, OPEN) ? Until.furtherNotice() : null;
  }

  /** "will return once improvements have been made": null where no such words follow. */
  static Until once(Sentence sentence, int from) {
    for (int i = from + 1; i + 2 < sentence.size(); i++) {
      String words = sentence.words(i, i + 3);
      if (sentence.at(i).is("once") || words.equals("as soon as")) {
        int start = sentence.at(i).is("once") ? i + 1 : i + 3;
        return Until.condition(text(sentence, start, sentence.size()));
      }
      if (words.startsWith("only when ") || words.startsWith("only after ")) {
        return Until.condition(text(sentence, i + 2, sentence.size()));
      }
    }
    return null;
  }

  /** "will not use it before January 2026". */
  private static Until notBefore(Sentence sentence, int from, int before, int to) {
    String words = sentence.words(from, before);
    boolean ahead =
        Words.hold(words, "will") || Words.hold(words, "would") || words.contains("wo n't");
    boolean date = sentence.dates().stream().anyMatch(d -> d.from() == before + 1);
    return ahead && date && isNegated(sentence, from, before)
        ? until(sentence, before + 1, to)
        : null;
  }

  private static boolean isNegated(Sentence sentence, int from, int to) {
    String words = " " + sentence.words(from, to) + " ";
    return words.contains(" not ")
        || words.contains(" n't ")
        || words.contains(" no ")
        || words.contains(" never ")
        || words.contains(" none ");
  }

  private static Until until(Sentence sentence, int from, int to) {
    if (from >= to) {
      return null;
    }
    for (Dates.Found date : sentence.dates()) {
      if (date.from() - from <= 2 && date.from() >= from && date.to() <= to) {
        return date(date.on(), sentence, from, to);
      }
    }
    int year = CalendarWords.yearOf(sentence.at(from).lower());
    if (year > 0) {
      return Until.date(LocalDate.of(year, 1, 1));
    }
    return Until.condition(text(sentence, from, to));
  }

  private static Until date(AnnouncedOn on, Sentence sentence, int from, int to) {
    return on.precision() == Precision.UNKNOWN
        ? Until.condition(text(sentence, from, Math.min(to, from + 4)))
        : Until.date(on.date());
  }

  private static String text(Sentence sentence, int from, int to) {
    int end = Math.min(to, from + MAX_CONDITION_TOKENS);
    for (int i = from + 1; i < end; i++) {
      Token token = sentence.at(i);
      boolean comma = token.is(",") && i > from + 2 && Commas.end(sentence, i, end);
      if (comma || token.is(".") || token.is(";") || token.is("\"") && i > from + 3) {
        end = i;
        break;
      }
    }
    var words = new StringBuilder();
    for (int i = from; i < end; i++) {
      Token token = sentence.at(i);
      boolean gap = i > from && token.start() > sentence.at(i - 1).end();
      words.append(gap ? " " : "").append(token.text());
    }
    String text = words.toString().strip();
    return text.length() > Until.MAX_CONDITION_CHARS
        ? text.substring(0, Until.MAX_CONDITION_CHARS).strip()
        : text;
  }

  private static Period duration(Sentence sentence, int from, int to) {
    for (int i = Math.max(from, 0); i < to; i++) {
      String word = sentence.at(i).lower();
      if (word.equals("yearlong")) {
        return Period.ofYears(1);
      }
      int unit = unitAfter(sentence, i, to);
      Integer count = unit < 0 ? null : CalendarWords.count(word);
      if (count != null && count < 100 && isLength(sentence, i, unit)) {
        return period(count, sentence.at(unit).lower());
      }
    }
    return null;
  }

  private static int unitAfter(Sentence sentence, int i, int to) {
    for (int j = i + 1; j < Math.min(to, i + 4); j++) {
      String word = sentence.at(j).lower();
      if (UNITS.contains(word)) {
        return j;
      }
      if (!word.equals("-") && !word.equals("full") && !word.equals("more")) {
        return -1;
      }
    }
    return -1;
  }

  /** "for a year", "a further 12 months", "one-year": but not "a year ago", "two days after". */
  private static boolean isLength(Sentence sentence, int i, int unit) {
    String next = unit + 1 < sentence.size() ? sentence.at(unit + 1).lower() : "";
    if (Set.of("ago", "earlier", "before", "after", "later", "old", "following").contains(next)) {
      return false;
    }
    String article = sentence.at(i).lower();
    boolean hyphen = sentence.at(unit - 1).is("-");
    boolean bare = article.equals("a") || article.equals("an");
    int at = i - 1;
    while (at >= 0
        && Set.of(
                "at", "least", "another", "further", "about", "the", "next", "up", "to", "only",
                "just", "a")
            .contains(sentence.at(at).lower())) {
      at--;
    }
    boolean lasting =
        at >= 0 && Set.of("for", "during", "within", "by").contains(sentence.at(at).lower());
    boolean lasts =
        at > 0
            && sentence.at(at).is("last")
            && Set.of("to", "will", "would").contains(sentence.at(at - 1).lower());
    lasting |= lasts;
    boolean another = i > 0 && Set.of("another", "further").contains(sentence.at(i - 1).lower());
    return (hyphen && !bare) || lasting || another;
  }

  private static Period period(int count, String unit) {
    return switch (unit.charAt(0)) {
      case 'd' -> Period.ofDays(count);
      case 'w' -> Period.ofDays(7 * count);
      case 'm' -> count % 12 == 0 ? Period.ofYears(count / 12) : Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }

  /** What stands behind a semicolon is told of something else. */
  static int partEnd(Sentence sentence, int from) {
    int to = from;
    while (to < sentence.size() && !sentence.at(to).is(";")) {
      to++;
    }
    return to;
  }
}
