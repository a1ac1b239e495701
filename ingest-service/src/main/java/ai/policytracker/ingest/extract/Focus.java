package ai.policytracker.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom an article spoke of last, sentence by sentence: what "it", "she" and "both" can mean. */
final class Focus {
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "two", 2, "both", 2, "pair", 2, "duo", 2, "three", 3, "trio", 3, "four", 4, "five", 5,
          "six", 6, "seven", 7);
  private static final int SHORT_TOKENS = 8;

  private static final int AHEAD = 2;
  private final String main;
  private final int mainAt;
  private int now;
  private Sentence before;
  private List<String> last = List.of();
  private boolean outsider;
  private List<String> several = List.of();
  private List<String> lastNamed = List.of();
  private List<String> speaker = List.of();
  private boolean outsiderSpeaker;
  private List<String> inSentence = List.of();

  /**
   * @param main company that the article is about; null where there is none
   * @param mainAt number of the sentence that names it first; below nought where the title does
   */
  Focus(String main, int mainAt) {
    this.main = main;
    this.mainAt = mainAt;
  }

  /** The company that the title names first, else the text. */
  static Focus of(Sentence title, List<Sentence> sentences) {
    String first = firstCompany(title);
    int at = -1;
    while (first == null && at + 1 < sentences.size()) {
      at++;
      first = firstCompany(sentences.get(at));
    }
    return new Focus(first, at);
  }

  private static String firstCompany(Sentence sentence) {
    return sentence.companies().stream()
        .filter(
            found ->
                found.value().company() != null && found.value().role() != Companies.Role.PRODUCT)
        .map(found -> found.value().company())
        .findFirst()
        .orElse(null);
  }

  String main() {
    return main;
  }

  /** The company spoken of last, else the article's. */
  List<String> company() {
    boolean named = main != null && mainAt <= now + AHEAD;
    return last.isEmpty() && named ? List.of(main) : last;
  }

  /** The companies spoken of last, and the article's. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(company());
    if (main != null) {
      all.add(main);
    }
    return all;
  }

  /** Whether a body that is no company was spoken of since. */
  boolean isOutsider() {
    return outsider;
  }

  /** The companies that act in this sentence so far. */
  List<String> inSentence() {
    return inSentence;
  }

  Actor speaker() {
    if (outsiderSpeaker) {
      return Actor.OUTSIDER;
    }
    return new Actor(speaker.isEmpty() ? company() : speaker, false, false, true);
  }

  /** A new sentence begins: who is told of in it counts before who was told of earlier. */
  void begin(Sentence sentence) {
    now = sentence.index();
    inSentence = List.of();
    String introduced = before == null ? null : introducedLast(before);
    if (introduced != null && before.block() == sentence.block()) {
      last = List.of(introduced);
      outsider = false;
    }
    before = sentence;
    Companies.Name only = null;
    Set<String> named = new LinkedHashSet<>();
    for (var found : sentence.companies()) {
      if (found.value().company() != null && found.value().role() != Companies.Role.PRODUCT) {
        named.add(found.value().company());
        only = found.value();
      }
    }
    if (sentence.size() <= SHORT_TOKENS && named.size() == 1 && only != null) {
      remember(Actor.of(only));
      inSentence = List.of();
    }
    lastNamed = named.size() > 1 ? List.copyOf(named) : lastNamed;
    several = named.size() > 2 ? lastNamed : several;
    if (heads(sentence)) {
      remember(Actor.of(sentence.companies().getFirst().value()));
      inSentence = List.of();
    }
  }

  /** "One of the two was a robot by Alpha": who is named only at the end is spoken of next. */
  private static String introducedLast(Sentence sentence) {
    String only = null;
    for (var found : sentence.companies()) {
      String company = found.value().company();
      if (company == null || only != null && !only.equals(company)) {
        return null;
      }
      boolean ends = found.to() >= sentence.size() - 1;
      only = ends && found.value().role() == Companies.Role.NAME ? company : null;
      if (only == null) {
        return null;
      }
    }
    return sentence.hasWord("was") || sentence.hasWord("is") ? only : null;
  }

  /** "Amazon - no ban, but", "META: opposed": an entry of a list, about the company at its head. */
  private static boolean heads(Sentence sentence) {
    if (sentence.companies().isEmpty()
        || sentence.companies().getFirst().value().company() == null) {
      return false;
    }
    var first = sentence.companies().getFirst();
    boolean mark =
        first.to() < sentence.size()
            && Set.of("-", "–", "—", ":").contains(sentence.at(first.to()).lower());
    return first.from() <= 1 && mark;
  }

  /** What later references point to. */
  void remember(Actor actor) {
    if (actor.isCompany()) {
      inSentence = actor.companies();
      outsider = false;
      if (actor.companies().size() > 1) {
        several = actor.companies();
        last = last.isEmpty() || !actor.named() ? last : List.of();
      } else {
        last = actor.companies();
      }
      if (actor.person()) {
        speaker = actor.companies();
        outsiderSpeaker = false;
      }
    } else if (actor.outsider() && actor.named()) {
      outsider = true;
      speaker = List.of();
      outsiderSpeaker = true;
    }
  }

  /** Several companies that the words mean; a number must fit: "both" are the two named last. */
  List<String> several(String words) {
    for (String word : words.split(" ")) {
      Integer number = NUMBERS.get(word);
      if (number != null) {
        List<String> fitting = several.size() == number ? several : lastNamed;
        return fitting.size() == number ? fitting : List.of();
      }
    }
    return several;
  }
}
