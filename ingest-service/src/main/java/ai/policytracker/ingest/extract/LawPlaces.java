package ai.policytracker.ingest.extract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the laws that an article speaks of are made. */
final class LawPlaces {
  private static final Map<String, String> SEATS = seats();
  private static final Set<String> WITH_LAWS =
      Set.of("KR", "JP", "BR", "IN", "VN", "KZ", "CA", "AU", "CN", "TW");
  private static final int SEAT_WEIGHT = 3;

  private final List<Sentence> sentences;

  LawPlaces(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  private static Map<String, String> seats() {
    Map<String, String> seats = new HashMap<>();
    for (String line : Words.phrases("seats of lawmakers")) {
      int blank = line.indexOf(' ');
      seats.put(line.substring(blank + 1), line.substring(0, blank));
    }
    return Map.copyOf(seats);
  }

  /** The place that the sentences with these mentions of a law name; null where none does. */
  String named(List<NamedLaws.Law> mentions) {
    for (NamedLaws.Law law : mentions) {
      for (Sentence sentence : sentences) {
        boolean inside = sentence.start() <= law.at() && law.at() < sentence.end();
        String place = inside ? Context.mostExact(sentence) : null;
        place = inside && place == null ? seat(sentence) : place;
        if (place != null) {
          return place;
        }
      }
    }
    return null;
  }

  /** The place that the article speaks of most, legislatures before all; null where none is. */
  String home() {
    return most("");
  }

  /** The place whose lawmakers the article speaks of first; null where it speaks of none. */
  String seat() {
    for (Sentence sentence : sentences) {
      String seat = seat(sentence);
      if (seat != null) {
        return seat;
      }
    }
    return null;
  }

  /** The American state that the article speaks of most; null where it speaks of none. */
  String state() {
    return most("US-");
  }

  private String most(String prefix) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Sentence sentence : sentences) {
      for (var place : sentence.places()) {
        counts.merge(place.value(), 1, Integer::sum);
      }
      String seat = seat(sentence);
      if (seat != null) {
        counts.merge(seat, SEAT_WEIGHT, Integer::sum);
      }
    }
    String most = null;
    for (var entry : counts.entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        continue;
      }
      most = most == null || entry.getValue() > counts.get(most) ? entry.getKey() : most;
    }
    return most;
  }

  /** Whether the article speaks most of a place that has a law on AI of its own. */
  boolean isElsewhere() {
    String home = home();
    return home != null && (home.startsWith("US-") || WITH_LAWS.contains(home));
  }

  /** Whether the article speaks of the lawmakers there. */
  boolean isMadeIn(String place) {
    return sentences.stream().anyMatch(sentence -> place.equals(seat(sentence)));
  }

  /** The country whose lawmakers are meant by "federal" and "national" in the article. */
  String nation() {
    boolean american =
        sentences.stream()
            .anyMatch(
                s -> s.places().stream().anyMatch(p -> isAmerican(s, p)) || "US".equals(seat(s)));
    String home = home();
    boolean other = home != null && !home.startsWith("US") && !home.equals("EU");
    return american || !other ? "US" : home;
  }

  private static boolean isAmerican(Sentence sentence, Phrases.Found<String> place) {
    String word = sentence.at(place.from()).lower();
    return place.value().startsWith("US") && !word.equals("federal");
  }

  private static String seat(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).capitalised()) {
        String seat = SEATS.get(sentence.at(i).lower());
        seat = seat == null ? SEATS.get(sentence.words(i, i + 2)) : seat;
        seat = seat == null ? SEATS.get(sentence.words(i, i + 3)) : seat;
        if (seat != null) {
          return seat;
        }
      }
    }
    return null;
  }
}
