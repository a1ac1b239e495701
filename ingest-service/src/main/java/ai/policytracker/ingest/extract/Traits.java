package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;

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
  private final PorterStemmer stemmer = new PorterStemmer();
  private final List<String> likes;
  private final Set<String> found = new LinkedHashSet<>();

  private Traits(Sentence sentence, String company) {
    this.sentence = sentence;
    this.company = company;
    this.likes = likes(sentence);
  }

  static List<String> of(Candidates.Told told, String company, boolean named) {
    var traits = new Traits(told.sentence(), company);
    traits.words();
    told.verbs().forEach(verb -> traits.verb(verb, told.verbs()));
    traits.title(told.title());
    traits.found.add(named ? "named" : "implicit");
    told.acts().forEach(act -> traits.found.add("a:" + act.kind()));
    traits.found.add(told.acts().isEmpty() ? "a:none" : "a:some");
    return List.copyOf(traits.found);
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
    String lemma = stemmer.stem(verb.lemma());
    String denied = (verb.negated() ? "N" : "") + (verb.noLonger() ? "L" : "");
    String how = denied + (verb.passive() ? "P" : "") + "/" + verb.modal();
    found.add("v:" + lemma + "|" + how);
    if (verb.governor() >= 0) {
      found.add("g:" + stemmer.stem(verbs.get(verb.governor()).lemma()) + ">" + lemma);
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

  private void title(Sentence title) {
    List<String> words = once(likes(title));
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

  private List<String> likes(Sentence of) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      all.add(like(of, i));
    }
    return all;
  }

  /** The stem of a word; of what has a name of its own, what it is. */
  private String like(Sentence of, int token) {
    Companies.Name name = of.companyAt(token);
    if (name != null) {
      return name(name);
    }
    if (covers(of.technologies(), token) != null) {
      return "TECH";
    }
    if (covers(of.audiences(), token) != null) {
      return "AUD_" + covers(of.audiences(), token);
    }
    if (covers(of.places(), token) != null) {
      return "PLACE";
    }
    if (of.isDate(token)) {
      return "DATE";
    }
    return of.at(token).tagged("NUM") ? "NUM" : stemmer.stem(of.at(token).lower());
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

  private static <T> T covers(List<Phrases.Found<T>> found, int token) {
    for (Phrases.Found<T> phrase : found) {
      if (phrase.from() <= token && token < phrase.to()) {
        return phrase.value();
      }
    }
    return null;
  }
}
