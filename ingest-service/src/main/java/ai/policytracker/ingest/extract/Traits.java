package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be seen of a company in a sentence, as the traits that {@link LearnedWeights} knows.
 * Names, technologies, audiences, places, dates and numbers stand for their like: what is learned
 * of one company holds for others.
 */
final class Traits {
  private static final Set<String> REFERRING =
      Set.of(
          "it",
          "they",
          "we",
          "which",
          "who",
          "that",
          "company",
          "firm",
          "he",
          "she",
          "i",
          "group",
          "its",
          "our",
          "their",
          "spokesperson",
          "spokeswoman",
          "spokesman",
          "maker",
          "startup");
  private static final String COMPANY = "CO";
  private static final int REACH = 6;
  private static final int LAST_PLACE = 4;

  private final Sentence sentence;
  private final String company;
  private final Likes stems;
  private final List<String> likes;
  private final Set<String> found = new LinkedHashSet<>();

  private Traits(Candidates.Candidate candidate) {
    this.sentence = candidate.told().sentence();
    this.company = candidate.company();
    this.stems = candidate.likes();
    this.likes = likes(sentence, candidate.told().like());
  }

  static List<String> of(Candidates.Candidate candidate) {
    Candidates.Told told = candidate.told();
    var traits = new Traits(candidate);
    traits.words();
    told.verbs().forEach(verb -> traits.verb(verb, told.verbs()));
    traits.title(traits.likes(told.title(), told.titleLike()));
    traits.found.add(
        (candidate.named() ? "named" : "implicit") + (candidate.does() ? " does" : ""));
    traits.technologies("t:", told.sentence());
    traits.technologies("th:", told.title());
    traits.found.add("topic:" + told.topic());
    return List.copyOf(traits.found);
  }

  private void technologies(String where, Sentence of) {
    of.technologies().forEach(found -> this.found.add(where + found.value()));
  }

  private void words() {
    List<String> words = once(likes);
    words.addFirst("<s>");
    words.add("</s>");
    for (int i = 0; i < words.size(); i++) {
      found.add("u:" + words.get(i));
      if (i + 1 < words.size()) {
        found.add("b:" + words.get(i) + " " + words.get(i + 1));
      }
      if (i + 2 < words.size()) {
        found.add("k:" + words.get(i) + " " + words.get(i + 2));
      }
    }
    found.add("at" + Math.min(sentence.index(), LAST_PLACE));
    if (sentence.hasWord("\"")) {
      found.add("quoted");
    }
    if (sentence.at(sentence.size() - 1).is("?")) {
      found.add("asks");
    }
  }

  private void verb(Verb verb, List<Verb> verbs) {
    String lemma = stems.stem(verb.lemma());
    String denied = (verb.negated() ? "N" : "") + (verb.noLonger() ? "L" : "");
    String how = denied + (verb.passive() ? "P" : "") + "/" + verb.modal();
    found.add("v:" + lemma + "|" + how);
    if (verb.governor() >= 0) {
      found.add("g:" + stems.stem(verbs.get(verb.governor()).lemma()) + ">" + lemma);
    }
    int end = Math.min(Math.min(verb.end(), verb.head() + 1 + REACH), sentence.size());
    for (int i = verb.head() + 1; i < end; i++) {
      found.add("o:" + lemma + ">" + likes.get(i));
    }
    verb.meanings().forEach(meaning -> found.add("m:" + meaning + "|" + denied));
    String subject = subject(verb);
    found.add("s:" + subject + ">" + lemma);
    if (subject.equals(COMPANY)) {
      found.add("co>" + lemma + "|" + how);
    }
  }

  /** The nearest name or noun before the verb. */
  private String subject(Verb verb) {
    for (int i = verb.first() - 1; i >= 0; i--) {
      Token token = sentence.at(i);
      if (sentence.companyAt(i) != null
          || REFERRING.contains(token.lower())
          || token.tagged("NOUN", "PROPN")) {
        return likes.get(i);
      }
    }
    return "-";
  }

  private void title(List<String> title) {
    List<String> words = once(title);
    for (int i = 0; i < words.size(); i++) {
      found.add("h:" + words.get(i));
      if (i + 1 < words.size()) {
        found.add("hb:" + words.get(i) + " " + words.get(i + 1));
      }
    }
  }

  /** A name of several words counts once. */
  private static List<String> once(List<String> likes) {
    List<String> once = new ArrayList<>();
    for (String like : likes) {
      boolean again = !once.isEmpty() && once.getLast().equals(like);
      if (!again || !Character.isUpperCase(like.charAt(0))) {
        once.add(like);
      }
    }
    return once;
  }

  private List<String> likes(Sentence of, List<String> neutral) {
    List<String> all = new ArrayList<>(neutral);
    for (var found : of.companies()) {
      for (int i = found.from(); i < found.to(); i++) {
        all.set(i, name(found.value()));
      }
    }
    return all;
  }

  private String name(Companies.Name name) {
    if (name.company() == null) {
      return "OUT";
    }
    if (!name.company().equals(company)) {
      return "OCO";
    }
    return name.role() == Companies.Role.PRODUCT ? "COPROD" : COMPANY;
  }
}
