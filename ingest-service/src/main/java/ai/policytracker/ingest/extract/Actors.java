package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is meant by a noun phrase, with what the {@link Focus} knows for "the company", "it", "she".
 */
final class Actors {

  private static final Set<String> FIRMS = Words.set("firm", "businesses");
  private static final Set<String> FIRMS_MANY = Words.set("firms");
  private static final List<String> OTHERS = Words.phrases("other firms");
  private static final Set<String> ROLES = Words.set("company voices");
  private static final Set<String> OUTSIDERS = Words.set("outsiders");
  private static final Set<String> PEOPLE = Words.set("users", "own people");

  /** What bodies have or are as well as firms. */
  private static final Set<String> BOARDS = Set.of("board", "agency", "team", "service", "society");

  /** Of whom, where no company is near, is another matter than where one is. */
  private static final Set<String> OFFICIALS = Set.of("officials", "lawyers", "lobbyists");

  private static final Set<String> PUBLIC = Words.set("public offices");

  private static final Set<String> PERSONS = Set.of("he", "she");
  private static final Set<String> SELVES = Set.of("we", "i", "our", "us");
  private static final Set<String> PLURALS = Set.of("they", "both", "all");

  private final Focus focus;

  Actors(Focus focus) {
    this.focus = focus;
  }

  Actor of(Sentence sentence, List<SubjectFinder.Phrase> phrases) {
    Set<String> companies = new LinkedHashSet<>();
    boolean outsider = false;
    boolean named = false;
    boolean person = false;
    for (SubjectFinder.Phrase phrase : phrases) {
      Actor actor = of(sentence, phrase);
      companies.addAll(actor.companies());
      outsider |= actor.outsider();
      named |= actor.named();
      person |= actor.person();
    }
    return new Actor(List.copyOf(companies), outsider && companies.isEmpty(), named, person);
  }

  /** "we", "our": whoever is quoted. */
  static boolean isSelf(Sentence sentence, List<SubjectFinder.Phrase> phrases) {
    return phrases.size() == 1 && SELVES.contains(sentence.at(phrases.getFirst().head()).lower());
  }

  private Actor of(Sentence sentence, SubjectFinder.Phrase phrase) {
    Companies.Name head = sentence.companyAt(phrase.head());
    if (head != null) {
      return Actor.of(head);
    }
    String word = sentence.at(phrase.head()).lower();
    if (sentence.at(phrase.head()).tagged("PRON", "DET", "NUM")
        || FIRMS_MANY.contains(word)
        || SELVES.contains(word)) {
      List<String> listed = PhraseNames.listed(sentence, phrase.to());
      if (!listed.isEmpty()) {
        return new Actor(listed, false, true, false);
      }
      boolean ofKind = FIRMS_MANY.contains(word) && PhraseNames.isFollowedByOf(sentence, phrase);
      boolean others = ofKind || Words.holdAny(sentence.words(phrase.from(), phrase.to()), OTHERS);
      return others ? Actor.NOBODY : pronoun(sentence, phrase.from(), word);
    }
    Companies.Name owner = PhraseNames.nameIn(sentence, phrase);
    if (ROLES.contains(word) && owner != null && owner.company() != null) {
      return described(sentence, phrase, false);
    }
    if (OUTSIDERS.contains(word)) {
      return PEOPLE.contains(word) ? Actor.PEOPLE : Actor.OUTSIDER;
    }
    if (Decisions.NOUNS.contains(word)) {
      return decider(sentence, phrase);
    }
    boolean bare = phrase.to() - phrase.from() == 1 && OFFICIALS.contains(word);
    if (bare && sentence.companies().isEmpty()) {
      return Actor.OUTSIDER;
    }
    boolean firm = FIRMS.contains(word);
    if (firm || ROLES.contains(word)) {
      return described(sentence, phrase, firm);
    }
    boolean proper =
        sentence.at(phrase.head()).tagged("PROPN") && sentence.at(phrase.head()).capitalised();
    return proper ? properName(sentence, phrase) : Actor.NOBODY;
  }

  /** A person whom the article has not tied to a company speaks for nobody. */
  private Actor properName(Sentence sentence, SubjectFinder.Phrase phrase) {
    for (int i = phrase.from(); i < phrase.head(); i++) {
      if (PUBLIC.contains(sentence.at(i).lower())) {
        return Actor.OUTSIDER;
      }
      boolean role = ROLES.contains(sentence.at(i).lower());
      if (role && !focus.company().isEmpty()) {
        Companies.Name name = PhraseNames.nameIn(sentence, phrase);
        return new Actor(
            name == null || name.company() == null ? focus.company() : List.of(name.company()),
            false,
            false,
            true);
      }
    }
    return Actor.STRANGER;
  }

  private Actor pronoun(Sentence sentence, int at, String word) {
    if (PERSONS.contains(word)) {
      for (var found : sentence.companies().reversed()) {
        if (found.to() <= at && found.value().role() == Companies.Role.PERSON) {
          return Actor.of(found.value());
        }
      }
    }
    if (PERSONS.contains(word) || SELVES.contains(word)) {
      return focus.speaker();
    }
    if (word.equals("they") && !focus.inSentence().isEmpty()) {
      return Actor.meant(focus.inSentence());
    }
    // "It announced that they would": one company, and still the same one.
    if (word.equals("they") && at > 0 && sentence.at(0).is("it")) {
      return Actor.meant(focus.company());
    }
    if (word.equals("they") && focus.isOutsider()) {
      return Actor.OUTSIDER;
    }
    if (PLURALS.contains(word) || FIRMS_MANY.contains(word)) {
      List<String> meant = focus.several(sentence.words(at, at + 4));
      if (meant.size() > 1) {
        return Actor.meant(meant);
      }
    }
    if (!word.equals("it") && !word.equals("they")) {
      return Actor.NOBODY;
    }
    boolean closing =
        at > 1
            && sentence.at(at - 1).tagged("PUNCT")
            && Set.of("said", "says", "added").contains(sentence.words(at + 1, at + 2));
    if (closing && !focus.inSentence().isEmpty()) {
      return Actor.meant(focus.inSentence());
    }
    return focus.isOutsider() ? Actor.OUTSIDER : Actor.meant(focus.company());
  }

  private Actor described(Sentence sentence, SubjectFinder.Phrase phrase, boolean firm) {
    Companies.Name name = PhraseNames.nameIn(sentence, phrase);
    if (name != null && (name.company() != null || !PhraseNames.isPlaced(sentence, phrase))) {
      return name.company() == null
          ? Actor.OUTSIDER
          : new Actor(List.of(name.company()), false, true, !firm);
    }
    List<String> after = new ArrayList<>();
    if (phrase.to() + 1 < sentence.size()
        && Set.of("of", "at", "for", "from", "behind").contains(sentence.at(phrase.to()).lower())) {
      Companies.Name next = PhraseNames.afterTrade(sentence, phrase.to() + 1);
      if (next != null && next.company() == null) {
        return Actor.OUTSIDER;
      }
      if (next != null) {
        after.addAll(PhraseNames.listedAfterTrade(sentence, phrase.to() + 1));
      }
    }
    if (!after.isEmpty()) {
      return new Actor(List.copyOf(after), false, true, !firm);
    }
    if (!firm && PhraseNames.isOfOutsider(sentence, phrase.to())) {
      return Actor.OUTSIDER;
    }
    if (firm && BOARDS.contains(sentence.at(phrase.head()).lower()) && focus.isOutsider()) {
      return Actor.OUTSIDER;
    }
    String first = sentence.at(phrase.from()).lower();
    boolean definite =
        Set.of("the", "this", "its", "his", "their", "that", "a", "an", "chief").contains(first)
            || !firm;
    boolean indefinite =
        firm && Set.of("a", "an", "another", "some", "many", "other").contains(first);
    boolean another = Words.holdAny(sentence.words(phrase.from(), phrase.to()), OTHERS);
    List<String> companies = focus.company();
    return definite && !indefinite && !another && !companies.isEmpty()
        ? new Actor(companies, false, false, !firm)
        : Actor.NOBODY;
  }

  /** "Reddit's decision", "its decision". */
  private Actor decider(Sentence sentence, SubjectFinder.Phrase phrase) {
    Companies.Name owner = PhraseNames.nameIn(sentence, phrase);
    if (owner != null) {
      return Actor.of(owner);
    }
    String first = sentence.at(phrase.from()).lower();
    boolean own = Set.of("its", "their").contains(first);
    if (own && !focus.inSentence().isEmpty()) {
      return Actor.meant(focus.inSentence());
    }
    boolean meant = own || Words.hold(sentence.words(phrase.from(), phrase.to()), "company 's");
    return meant && !focus.isOutsider() ? Actor.meant(focus.company()) : Actor.NOBODY;
  }

  /** Who does what is told in the passive: the agent, else the owner of what is acted on. */
  Actor behindPassive(Sentence sentence, Verb verb, List<SubjectFinder.Phrase> acted) {
    for (int i = verb.head() + 1; i + 1 < Math.min(verb.end(), verb.head() + 10); i++) {
      if (sentence.at(i).is("by")) {
        Companies.Name agent = sentence.companyAt(i + 1);
        return agent == null ? Actor.NOBODY : Actor.of(agent);
      }
    }
    for (int i = verb.head() + 1; i + 1 < Math.min(verb.end(), verb.head() + 10); i++) {
      Companies.Name at = sentence.companyAt(i + 1);
      boolean place = Set.of("at", "inside").contains(sentence.at(i).lower());
      if (place && at != null && at.role() == Companies.Role.NAME) {
        return Actor.of(at);
      }
    }
    for (SubjectFinder.Phrase phrase : acted) {
      Companies.Name owner = PhraseNames.nameIn(sentence, phrase);
      if (owner != null && owner.company() != null && owner.role() != Companies.Role.PERSON) {
        boolean foreign =
            owner.role() == Companies.Role.PRODUCT
                && focus.main() != null
                && !owner.company().equals(focus.main());
        return foreign ? Actor.NOBODY : Actor.of(owner);
      }
    }
    boolean thing =
        !acted.isEmpty()
            && !PhraseNames.isAnother(sentence, verb, acted.getLast())
            && acted.stream().noneMatch(p -> sentence.at(p.head()).is("you"))
            && sentence.at(acted.getLast().head()).tagged("NOUN", "PROPN")
            && !of(sentence, acted).outsider();
    return !thing || focus.isOutsider() ? Actor.NOBODY : Actor.meant(focus.company());
  }
}
