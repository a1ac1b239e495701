package ai.policytracker.ingest.extract;

import ai.policytracker.event.Technology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the words about an act show of its matter: works, people's likenesses, several technologies.
 */
final class Matters {
  private static final Set<String> WORKS = Words.set("works");
  private static final Set<String> DEPICTIONS =
      Set.of("images", "pictures", "videos", "video", "photos", "voice", "likeness", "clips");

  private static final Set<String> DEPICTING =
      Set.of(
          "of",
          "that",
          "which",
          "show",
          "showing",
          "depict",
          "depicting",
          "feature",
          "featuring",
          "the",
          "president",
          "rev.",
          "dr.",
          "mr.",
          "mrs.",
          "ms.",
          "sir",
          "singer",
          "actor");

  private Matters() {}

  /** "Its chatbot will not launch": what stands right before the verb is the product. */
  static boolean subjectIsThing(Sentence sentence, Act act) {
    int last = act.verb().first() - 1;
    while (last > 0 && sentence.at(last).tagged("ADV", "PUNCT")) {
      last--;
    }
    Companies.Name name = last < 0 ? null : sentence.companyAt(last);
    int at = last;
    boolean technology =
        sentence.technologies().stream().anyMatch(t -> t.from() <= at && at < t.to());
    return name == null ? technology : name.role() == Companies.Role.PRODUCT;
  }

  /** "weapons and surveillance": each is a subject of its own. */
  static List<Technology> together(Sentence sentence, Act act, int end, Technology first) {
    List<Technology> all = new ArrayList<>(List.of(first));
    int last = -1;
    for (var found : sentence.technologies()) {
      boolean specific = found.value() != Technology.GENERAL_AI;
      if (!specific || found.from() < act.from() || found.to() > end) {
        continue;
      }
      boolean more = last >= 0 && !all.contains(found.value());
      if (more
          && all.getLast() == Technology.GENERATIVE_AI
          && found.value() == Technology.SYNTHETIC_MEDIA) {
        all.set(all.size() - 1, found.value());
      } else if (more && isJoined(sentence, last, found.from())) {
        all.add(found.value());
      }
      last = found.to();
    }
    return all;
  }

  private static boolean isJoined(Sentence sentence, int from, int to) {
    boolean joined = false;
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      joined |= token.is("and") || token.is("or") || token.is(",");
      boolean again = i > from && (sentence.at(i - 1).is("and") || sentence.at(i - 1).is("or"));
      boolean apart = token.tagged("VERB", "AUX") || token.tagged("ADP") && !again;
      if (apart || token.is("that") || token.is("which")) {
        return false;
      }
    }
    return joined && to - from < 8;
  }

  /** "banned DeepSeek on work computers": the maker stands for its product. */
  static Technology ofMaker(Sentence sentence, Act act, String company) {
    for (var found : sentence.companies()) {
      boolean object = found.from() > act.verb().head() && found.from() < act.to();
      String maker = found.value().company();
      if (object && maker != null && !maker.equals(company)) {
        Set<Technology> made = Companies.technologiesOf(maker);
        return made.size() == 1 ? made.iterator().next() : null;
      }
    }
    return null;
  }

  static boolean hasWork(Sentence sentence, Act act) {
    int from = act.thing() ? About.start(sentence, act) : act.from();
    for (int i = from; i < Math.min(act.to(), sentence.size()); i++) {
      if (WORKS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "images of Joe Biden": a person's likeness is the point. */
  static boolean depictsPeople(Sentence sentence, Act act) {
    for (int i = act.from(); i + 3 < Math.min(act.to(), sentence.size()); i++) {
      if (DEPICTIONS.contains(sentence.at(i).lower())) {
        int at = i + 1;
        while (at < sentence.size() - 1 && DEPICTING.contains(sentence.at(at).lower())) {
          at++;
        }
        if (at > i + 1 && isPersonWord(sentence, at) && isPersonWord(sentence, at + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isPersonWord(Sentence sentence, int i) {
    Token token = sentence.at(i);
    return token.tagged("PROPN")
        && token.capitalised()
        && sentence.companyAt(i) == null
        && sentence.places().stream().noneMatch(p -> p.from() <= i && i < p.to());
  }
}
