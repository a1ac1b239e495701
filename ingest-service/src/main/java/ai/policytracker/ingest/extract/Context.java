package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the article as a whole is about. */
final class Context {
  private static final int TITLE_WEIGHT = 4;
  private static final int SPECIFIC_WEIGHT = 3;
  private static final int MAX_BACK = 12;
  private static final double FOCUS_SHARE = 0.75;
  private static final Pattern CODE =
      Pattern.compile(
          "\\bcodes? of (practices?|conduct)\\b"
              + "|\\bvoluntary (code|pledges?|commitments?|accord|pact|charter|agreement|principles)\\b"
              + "|\\b(ai|safety|ethics) (pact|pledges?|accord|charter|code|compact)\\b"
              + "|\\bsignator(y|ies)\\b"
              + "|\\bsign(ed|ing)? (the|a|an|up to the) ([\\w-]+ )?(pledge|pact|accord|charter|code|declaration|compact)\\b");

  private final List<Sentence> sentences;
  private final Sentence title;
  private final Set<Technology> named;
  private final Technology topic;
  private final boolean focused;
  private final boolean workplace;
  private final boolean european;
  private final boolean code;
  private final boolean practice;

  Context(Sentence title, List<Sentence> sentences) {
    this.sentences = sentences;
    this.title = title;
    Map<Technology, Integer> counts = new EnumMap<>(Technology.class);
    count(counts, title, TITLE_WEIGHT);
    for (Sentence sentence : sentences) {
      count(counts, sentence, sentence.index() < 3 ? 2 : 1);
    }
    this.named = Set.copyOf(counts.keySet());
    Technology best = null;
    for (var entry : counts.entrySet()) {
      best = best == null || entry.getValue() > counts.get(best) ? entry.getKey() : best;
    }
    this.topic = best;
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    this.focused =
        best != null && best != Technology.GENERAL_AI && counts.get(best) >= all * FOCUS_SHARE;
    long offices =
        sentences.stream()
            .filter(s -> s.audiences().stream().anyMatch(a -> a.value() == Audience.EMPLOYEES))
            .count();
    boolean inTitle = title.audiences().stream().anyMatch(a -> a.value() == Audience.EMPLOYEES);
    this.workplace = inTitle || offices > 1;
    this.practice = sentences.stream().anyMatch(s -> CODE.matcher(s.words(0, s.size())).find());
    this.code = practice || sentences.stream().anyMatch(SignedPapers::isSpokenOf);
    this.european =
        sentences.stream().anyMatch(s -> s.places().stream().anyMatch(p -> p.value().equals("EU")));
  }

  /** Whether the article names the technology, or a product that is of it. */
  boolean names(Technology technology) {
    return named.contains(technology);
  }

  /** Whether the article is about one technology alone. */
  boolean focused() {
    return focused;
  }

  /** Whether the article names more than "AI". */
  boolean specific() {
    return topic != null && topic != Technology.GENERAL_AI;
  }

  /** Whether the article is about what people may use at work. */
  boolean workplace() {
    return workplace;
  }

  /** Whether a code of practice is spoken of, which companies sign or not. */
  boolean code() {
    return code;
  }

  boolean european() {
    return european;
  }

  LawPlaces lawPlaces() {
    return new LawPlaces(sentences);
  }

  /** What a paper that companies sign is called where it has no name of its own. */
  String codeName() {
    return practice ? "code of practice" : "voluntary code";
  }

  /** The place of the law that was spoken of last: a state before the union, or null. */
  String lawPlace(Sentence sentence) {
    for (int i = sentence.index(); i >= Math.max(0, sentence.index() - MAX_BACK); i--) {
      Sentence told = sentences.get(i);
      boolean law = LawWords.at(told, 0, told.size()) >= 0;
      String place = law ? mostExact(told) : null;
      if (place != null) {
        return place;
      }
    }
    return mostExact(title);
  }

  static String mostExact(Sentence sentence) {
    String exact = null;
    for (var place : sentence.places()) {
      boolean state = place.value().indexOf('-') > 0;
      exact = exact == null || state ? place.value() : exact;
    }
    return exact;
  }

  /** Where "there" and "in the country" are, as the sentences before have it; or null. */
  String placeBefore(Sentence sentence) {
    for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - 4); i--) {
      if (!sentences.get(i).places().isEmpty()) {
        return sentences.get(i).places().getLast().value();
      }
    }
    return title.places().isEmpty() ? null : title.places().getFirst().value();
  }

  /** Whether the sentence before names a law, or the sentence itself does. */
  boolean lawBefore(Sentence sentence) {
    for (int i = sentence.index(); i >= Math.max(0, sentence.index() - 3); i--) {
      if (LawWords.at(sentences.get(i), 0, sentences.get(i).size()) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void count(Map<Technology, Integer> counts, Sentence sentence, int weight) {
    for (var found : sentence.technologies()) {
      int specific = found.value() == Technology.GENERAL_AI ? 1 : SPECIFIC_WEIGHT;
      counts.merge(found.value(), weight * specific, Integer::sum);
    }
    for (var found : sentence.companies()) {
      Set<Technology> made = Companies.technologiesOf(found.value().company());
      if (found.value().technology() != null) {
        counts.merge(found.value().technology(), weight, Integer::sum);
      } else if (made.size() == 1 && weight > 1) {
        counts.merge(made.iterator().next(), 1, Integer::sum);
      }
    }
  }

  /** The technology spoken of most; null where the article names none. */
  Technology topic() {
    return topic;
  }

  /** Whom the sentences before spoke of last, a few back at most; else everybody. */
  Audience audienceBefore(Sentence sentence) {
    for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - 3); i--) {
      if (!sentences.get(i).audiences().isEmpty()) {
        return sentences.get(i).audiences().getLast().value();
      }
    }
    return Audience.GENERAL;
  }

  /**
   * The technology named last before the sentence, a few sentences back at most; else the topic.
   */
  Technology before(Sentence sentence) {
    for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - 3); i--) {
      Technology best = About.firstSpecific(sentences.get(i), 0, sentences.get(i).size());
      if (best != null && best != Technology.GENERAL_AI) {
        return best;
      }
    }
    return topic;
  }
}
