package ai.policytracker.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is meant by a noun phrase. Reads an article from its start to its end and remembers whom it
 * spoke of last, for "the company", "it", "she".
 */
final class Actors {

  /**
   * @param companies canonical ids; empty where nobody is known
   * @param outsider a body or person that is no company's
   * @param named whether the phrase names a company, rather than refers to one
   */
  record Actor(List<String> companies, boolean outsider, boolean named, boolean person) {
    static final Actor NOBODY = new Actor(List.of(), false, false, false);
    static final Actor OUTSIDER = new Actor(List.of(), true, true, false);

    boolean isCompany() {
      return !companies.isEmpty();
    }
  }

  private static final Set<String> FIRMS =
      Set.of(
          "company",
          "firm",
          "giant",
          "maker",
          "startup",
          "start-up",
          "up",
          "group",
          "retailer",
          "platform",
          "bank",
          "lender",
          "lab",
          "owner",
          "unit",
          "division",
          "arm",
          "subsidiary",
          "parent",
          "business",
          "network",
          "chipmaker",
          "carmaker",
          "automaker",
          "developer",
          "vendor",
          "provider",
          "publisher",
          "agency",
          "service",
          "society",
          "enterprise",
          "conglomerate",
          "corporation",
          "manufacturer",
          "insurer",
          "airline",
          "studio",
          "label",
          "site",
          "website",
          "newspaper",
          "supplier",
          "operator",
          "team",
          "board",
          "behemoth",
          "chain",
          "broadcaster",
          "outlet",
          "store",
          "library",
          "marketplace");
  private static final Set<String> FIRMS_MANY =
      Set.of(
          "companies",
          "firms",
          "giants",
          "behemoths",
          "trio",
          "pair",
          "duo",
          "signatories",
          "seven",
          "three",
          "both");
  private static final Set<String> OTHERS =
      Set.of(
          "other",
          "several",
          "many",
          "some",
          "responsible",
          "deputy",
          "every",
          "most",
          "rival",
          "tech companies",
          "european");
  private static final Set<String> ROLES =
      Set.of(
          "president",
          "executive",
          "ceo",
          "chairman",
          "chair",
          "founder",
          "cofounder",
          "co-founder",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "representative",
          "official",
          "chief",
          "officer",
          "director",
          "head",
          "boss",
          "lawyer",
          "counsel",
          "executives",
          "spokespeople",
          "vp",
          "manager",
          "scientist",
          "officials",
          "lawyers",
          "lobbyist",
          "statement",
          "memo",
          "blog",
          "post",
          "letter",
          "policy",
          "policies",
          "terms",
          "leadership",
          "management",
          "cfo",
          "cto",
          "managers",
          "moderators",
          "software",
          "model",
          "chatbot");
  private static final Set<String> OUTSIDERS =
      Set.of(
          "police",
          "department",
          "departments",
          "city",
          "cities",
          "council",
          "court",
          "judge",
          "judges",
          "lawmakers",
          "lawmaker",
          "senator",
          "senators",
          "regulator",
          "regulators",
          "authority",
          "authorities",
          "watchdog",
          "watchdogs",
          "state",
          "states",
          "government",
          "governments",
          "commission",
          "commissioner",
          "university",
          "school",
          "schools",
          "campaigners",
          "activists",
          "advocates",
          "critics",
          "researchers",
          "employees",
          "workers",
          "shareholders",
          "artists",
          "users",
          "customers",
          "analysts",
          "agencies",
          "union",
          "coalition",
          "minister",
          "governor",
          "mayor",
          "sheriff",
          "officers",
          "teachers",
          "writers",
          "democrats",
          "republicans",
          "guild",
          "force",
          "forces",
          "officer",
          "plaintiffs",
          "you",
          "people",
          "groups",
          "staff",
          "spokesmen",
          "law",
          "bill",
          "parliament",
          "congress",
          "supervisors",
          "ministry",
          "administration",
          "president's",
          "rumour",
          "rumor",
          "screenshot",
          "tweet");
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "two", 2, "both", 2, "pair", 2, "duo", 2, "three", 3, "trio", 3, "four", 4, "five", 5,
          "six", 6, "seven", 7);
  private static final Set<String> PERSONS = Set.of("he", "she");
  private static final Set<String> SELVES = Set.of("we", "i", "our", "us");
  private static final Set<String> PLURALS = Set.of("they", "both", "all");

  private static final int SHORT_TOKENS = 8;

  private List<String> focus = List.of();
  private boolean outsiderFocus;
  private List<String> several = List.of();
  private List<String> lastNamed = List.of();
  private List<String> speaker = List.of();
  private boolean outsiderSpeaker;
  private List<String> inSentence = List.of();
  private final String main;

  /**
   * @param main company that the article is about; null where there is none
   */
  Actors(String main) {
    this.main = main;
  }

  String main() {
    return main;
  }

  List<String> focus() {
    return focus.isEmpty() && main != null ? List.of(main) : focus;
  }

  /** A new sentence begins: who is told of in it counts before who was told of earlier. */
  void begin(Sentence sentence) {
    inSentence = List.of();
    Companies.Name only = null;
    Set<String> named = new LinkedHashSet<>();
    for (var found : sentence.companies()) {
      if (found.value().company() != null && found.value().role() != Companies.Role.PRODUCT) {
        named.add(found.value().company());
        only = found.value();
      }
    }
    if (sentence.size() <= SHORT_TOKENS && named.size() == 1 && only != null) {
      remember(named(only));
      inSentence = List.of();
    }
    lastNamed = named.size() > 1 ? List.copyOf(named) : lastNamed;
    several = named.size() > 2 ? lastNamed : several;
    if (heads(sentence)) {
      remember(named(sentence.companies().getFirst().value()));
      inSentence = List.of();
    }
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
      inSentence = actor.companies;
      outsiderFocus = false;
      if (actor.companies.size() > 1) {
        several = actor.companies;
        focus = focus.isEmpty() || !actor.named ? focus : List.of();
      } else {
        focus = actor.companies;
      }
      if (actor.person) {
        speaker = actor.companies;
        outsiderSpeaker = false;
      }
    } else if (actor.outsider) {
      outsiderFocus = true;
      speaker = List.of();
      outsiderSpeaker = true;
    }
  }

  Actor of(Sentence sentence, List<SubjectFinder.Phrase> phrases) {
    Set<String> companies = new LinkedHashSet<>();
    boolean outsider = false;
    boolean named = false;
    boolean person = false;
    for (SubjectFinder.Phrase phrase : phrases) {
      Actor actor = of(sentence, phrase);
      companies.addAll(actor.companies);
      outsider |= actor.outsider;
      named |= actor.named;
      person |= actor.person;
    }
    return new Actor(List.copyOf(companies), outsider && companies.isEmpty(), named, person);
  }

  private Actor of(Sentence sentence, SubjectFinder.Phrase phrase) {
    Companies.Name head = sentence.companyAt(phrase.head());
    if (head != null && !sentence.at(phrase.head()).is("'s")) {
      return named(head);
    }
    String word = sentence.at(phrase.head()).lower();
    if (sentence.at(phrase.head()).tagged("PRON", "DET", "NUM")
        || FIRMS_MANY.contains(word)
        || SELVES.contains(word)) {
      boolean others =
          OTHERS.stream().anyMatch(sentence.words(phrase.from(), phrase.to())::contains);
      return others ? Actor.NOBODY : pronoun(sentence, phrase.from(), word);
    }
    if (OUTSIDERS.contains(word)) {
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

  private static Actor named(Companies.Name name) {
    if (name.company() == null) {
      return Actor.OUTSIDER;
    }
    return new Actor(List.of(name.company()), false, true, name.role() == Companies.Role.PERSON);
  }

  /** A person whom the article has not tied to a company speaks for nobody. */
  private Actor properName(Sentence sentence, SubjectFinder.Phrase phrase) {
    for (int i = phrase.from(); i < phrase.head(); i++) {
      boolean role = ROLES.contains(sentence.at(i).lower());
      if (role && !focus().isEmpty()) {
        Companies.Name name = nameIn(sentence, phrase);
        return new Actor(
            name == null || name.company() == null ? focus() : List.of(name.company()),
            false,
            false,
            true);
      }
    }
    return Actor.OUTSIDER;
  }

  private Actor pronoun(Sentence sentence, int at, String word) {
    if (PERSONS.contains(word)) {
      for (var found : sentence.companies().reversed()) {
        if (found.to() <= at && found.value().role() == Companies.Role.PERSON) {
          return named(found.value());
        }
      }
    }
    if (PERSONS.contains(word) || SELVES.contains(word)) {
      if (outsiderSpeaker) {
        return Actor.OUTSIDER;
      }
      return new Actor(speaker.isEmpty() ? focus() : speaker, false, false, true);
    }
    if (word.equals("they") && !inSentence.isEmpty()) {
      return new Actor(inSentence, false, false, false);
    }
    if (PLURALS.contains(word) || FIRMS_MANY.contains(word)) {
      List<String> meant = several(sentence.words(at, at + 4));
      if (meant.size() > 1) {
        return new Actor(meant, false, false, false);
      }
    }
    if (!word.equals("it") && !word.equals("they")) {
      return Actor.NOBODY;
    }
    return outsiderFocus ? Actor.OUTSIDER : new Actor(focus(), false, false, false);
  }

  /** A number must fit: "both companies" are the two named last. */
  private List<String> several(String words) {
    for (var number : NUMBERS.entrySet()) {
      if ((" " + words + " ").contains(" " + number.getKey() + " ")) {
        List<String> fitting = several.size() == number.getValue() ? several : lastNamed;
        return fitting.size() == number.getValue() ? fitting : List.of();
      }
    }
    return several;
  }

  private Actor described(Sentence sentence, SubjectFinder.Phrase phrase, boolean firm) {
    Companies.Name name = nameIn(sentence, phrase);
    if (name != null) {
      return name.company() == null
          ? Actor.OUTSIDER
          : new Actor(List.of(name.company()), false, true, !firm);
    }
    List<String> after = new ArrayList<>();
    if (phrase.to() + 1 < sentence.size()
        && Set.of("of", "at", "for", "from", "behind").contains(sentence.at(phrase.to()).lower())) {
      Companies.Name next = sentence.companyAt(phrase.to() + 1);
      if (next != null && next.company() == null) {
        return Actor.OUTSIDER;
      }
      if (next != null) {
        after.add(next.company());
      }
    }
    if (!after.isEmpty()) {
      return new Actor(List.copyOf(after), false, true, !firm);
    }
    String first = sentence.at(phrase.from()).lower();
    boolean definite =
        Set.of("the", "this", "its", "his", "their", "that", "a", "an", "chief").contains(first)
            || !firm;
    boolean indefinite =
        firm && Set.of("a", "an", "another", "some", "many", "other").contains(first);
    boolean another =
        OTHERS.stream().anyMatch(sentence.words(phrase.from(), phrase.to())::contains);
    List<String> companies = focus();
    return definite && !indefinite && !another && !companies.isEmpty()
        ? new Actor(companies, false, false, !firm)
        : Actor.NOBODY;
  }

  /** Who does what is told in the passive: the agent, else the owner of what is acted on. */
  Actor behindPassive(Sentence sentence, Verb verb, List<SubjectFinder.Phrase> acted) {
    for (int i = verb.head() + 1; i + 1 < Math.min(verb.end(), verb.head() + 10); i++) {
      if (sentence.at(i).is("by")) {
        Companies.Name agent = sentence.companyAt(i + 1);
        return agent == null ? Actor.NOBODY : named(agent);
      }
    }
    for (SubjectFinder.Phrase phrase : acted) {
      Companies.Name owner = nameIn(sentence, phrase);
      if (owner != null && owner.company() != null && owner.role() != Companies.Role.PERSON) {
        boolean foreign =
            owner.role() == Companies.Role.PRODUCT && main != null && !owner.company().equals(main);
        return foreign ? Actor.NOBODY : named(owner);
      }
    }
    boolean thing =
        !acted.isEmpty()
            && sentence.at(acted.getLast().head()).tagged("NOUN", "PROPN")
            && !of(sentence, acted).outsider;
    return focus().isEmpty() || !thing || outsiderFocus
        ? Actor.NOBODY
        : new Actor(focus(), false, false, false);
  }

  /** Whose rule binds others: the company that the sentence names or that was spoken of last. */
  Actor behindRule(Sentence sentence) {
    if (!inSentence.isEmpty()) {
      return new Actor(inSentence, false, false, false);
    }
    for (var found : sentence.companies()) {
      if (found.value().company() != null
          && (main == null
              || found.value().company().equals(main)
              || found.value().role() != Companies.Role.PRODUCT)) {
        return named(found.value());
      }
    }
    return focus().isEmpty() || outsiderFocus
        ? Actor.NOBODY
        : new Actor(focus(), false, false, false);
  }

  private static Companies.Name nameIn(Sentence sentence, SubjectFinder.Phrase phrase) {
    Companies.Name last = null;
    for (int i = phrase.from(); i < phrase.to(); i++) {
      Companies.Name name = sentence.companyAt(i);
      last = name == null ? last : name;
    }
    return last;
  }
}
