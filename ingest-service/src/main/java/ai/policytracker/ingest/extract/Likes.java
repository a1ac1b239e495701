package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What the words of an article are like: their stems, or what they are where they have a name of
 * their own, as a place or a date has.
 */
final class Likes {
  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, String> stems = new HashMap<>();

  /** Of each token; null for those of a company's name, which depend on whom one asks for. */
  List<String> of(Sentence sentence) {
    List<String> likes = new ArrayList<>(sentence.size());
    for (Token token : sentence.tokens()) {
      likes.add(token.tagged("NUM") ? "NUM" : stem(token.lower()));
    }
    sentence.dates().forEach(date -> fill(likes, date.from(), date.to(), "DATE"));
    sentence.places().forEach(place -> fill(likes, place.from(), place.to(), "PLACE"));
    sentence.audiences().forEach(a -> fill(likes, a.from(), a.to(), "AUD_" + a.value()));
    sentence.technologies().forEach(t -> fill(likes, t.from(), t.to(), "TECH"));
    sentence.companies().forEach(c -> fill(likes, c.from(), c.to(), null));
    return likes;
  }

  String stem(String word) {
    return stems.computeIfAbsent(word, stemmer::stem);
  }

  private static void fill(List<String> likes, int from, int to, String like) {
    for (int i = from; i < to; i++) {
      likes.set(i, like);
    }
  }
}
