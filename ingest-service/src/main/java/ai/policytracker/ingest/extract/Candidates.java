package ai.policytracker.ingest.extract;

import ai.policytracker.event.Technology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentence by sentence, the companies of whose doings it may tell, by name or by reference. */
final class Candidates {
  /** A longer list of names tells little of each; bounds the time. */
  private static final int MAX_COMPANIES = 12;

  private final Likes likes = new Likes();
  private final WordPieces pieces = new WordPieces();
  private final Sentence title;
  private final Technology topic;
  private final List<String> titleLikes;
  private final List<Candidate> all = new ArrayList<>();
  private Sentence last;

  /**
   * What is told by a sentence.
   *
   * @param before the sentence before it; null at the beginning and after a heading
   * @param like what its words are like
   * @param titleLike what those of the title are like
   * @param acts what the rules take it to tell of, whoever does it
   * @param actors who acts by each verb
   * @param topic of the article; may be null
   */
  record Told(
      Sentence sentence,
      Sentence before,
      List<String> like,
      Sentence title,
      List<String> titleLike,
      List<Verb> verbs,
      List<Act> acts,
      List<Actor> actors,
      Technology topic) {}

  /**
   * @param named whether the sentence names the company, rather than refers to it
   */
  record Candidate(Told told, String company, boolean named, Likes likes, WordPieces pieces) {
    /** Whether the company is taken to act by one of the verbs. */
    boolean does() {
      return told.actors().stream().anyMatch(actor -> actor.companies().contains(company));
    }

    /** Whether the draft was read in its sentence, of its company. */
    boolean isOf(Draft draft) {
      return draft.sentence == told.sentence().index() && draft.company.equals(company);
    }

    /** Those that {@link LearnedWeights} knows. */
    List<String> traits() {
      return Traits.of(this);
    }
  }

  Candidates(Sentence title, Technology topic) {
    this.title = title;
    this.topic = topic;
    this.titleLikes = likes.of(title);
  }

  /**
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
    Sentence before = last != null && last.index() == sentence.index() - 1 ? last : null;
    last = sentence;
    var told =
        new Told(
            sentence, before, likes.of(sentence), title, titleLikes, verbs, acts, actors, topic);
    named.entrySet().stream()
        .limit(MAX_COMPANIES)
        .forEach(
            entry -> all.add(new Candidate(told, entry.getKey(), entry.getValue(), likes, pieces)));
  }

  List<Candidate> all() {
    return all;
  }
}
