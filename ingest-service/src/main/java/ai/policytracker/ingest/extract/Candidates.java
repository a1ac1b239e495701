package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentence by sentence, the companies of whose doings it may tell, by name or by reference. */
final class Candidates {

  /**
   * @param actors who acts by each verb
   * @param traits what {@link LearnedWeights} knows
   */
  record Candidate(
      Sentence sentence,
      List<Verb> verbs,
      List<Actor> actors,
      String company,
      List<String> traits) {}

  private final Sentence title;
  private final List<Candidate> all = new ArrayList<>();

  Candidates(Sentence title) {
    this.title = title;
  }

  /**
   * @param actors who acts by each verb
   * @param spoken companies that were spoken of before
   */
  void add(
      Sentence sentence,
      List<Verb> verbs,
      List<Act> acts,
      List<Actor> actors,
      Collection<String> spoken) {
    Map<String, Boolean> named = new LinkedHashMap<>();
    for (var found : sentence.companies()) {
      if (found.value().company() != null) {
        named.put(found.value().company(), true);
      }
    }
    actors.stream()
        .filter(actor -> actor.companies().size() == 1)
        .forEach(actor -> named.putIfAbsent(actor.companies().getFirst(), false));
    spoken.forEach(company -> named.putIfAbsent(company, false));
    named.forEach(
        (company, byName) ->
            all.add(
                new Candidate(
                    sentence,
                    verbs,
                    actors,
                    company,
                    Traits.of(sentence, title, company, byName, verbs, acts))));
  }

  List<Candidate> all() {
    return all;
  }
}
