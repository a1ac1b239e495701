package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Verbs that stop or start something that is no product: a person, a sale of shares, a law. */
final class NoPolicy {
  private static final Set<String> PERSONS = Set.of("you", "he", "she", "who", "i");
  private static final Set<String> NO_POLICY = Words.set("no product");
  private static final List<String> OUTAGES = Words.phrases("outages");
  private static final Set<String> USERS = Words.set("users", "bound users");
  private static final Set<Audience> SERVED =
      Set.of(Audience.LAW_ENFORCEMENT, Audience.MILITARY, Audience.GOVERNMENT);
  private static final Set<String> MONEY = Words.set("money matters");
  private static final List<String> CURRENCY = List.of("$", "€", "£", "billion", "million");
  private static final List<String> OWNERS = List.of("her", "his", "him");
  private static final List<String> PLANS = List.of("plans for", "plan for", "bid for");
  private static final Set<String> CREWS =
      Set.of("team", "unit", "group", "division", "lab", "laboratory", "department");
  private static final Pattern BUILDING =
      Pattern.compile(
          "\\b(?:building|builds|built|developing|developed|worked|working|behind|for)\\b");
  private static final Set<String> PARTICLES = Set.of("off", "out", "down", "back", "up", "away");
  private static final Set<String> STATUTES = Words.set("statutes");

  private static final Set<String> PAPERS = Words.set("papers shown");
  private static final Set<String> INTENTS = Set.of("plan", "plans", "proposal", "proposals");

  private final Sentence sentence;

  NoPolicy(Sentence sentence) {
    this.sentence = sentence;
  }

  boolean is(Verb verb) {
    boolean person =
        verb.passive()
            && verb.first() > 0
            && PERSONS.contains(sentence.at(verb.first() - 1).lower());
    boolean thing = verb.means(VerbClass.PAUSE, VerbClass.STOP, VerbClass.RETIRE, VerbClass.RESUME);
    return person
        || thing
            && (isNoProduct(objectHead(verb)) && !isSupply(verb) && !isBuilt(verb)
                || isRepair(verb))
        || verb.means(VerbClass.PAUSE, VerbClass.BAN, VerbClass.RESTRICT) && isOnNoProduct(verb)
        || verb.means(VerbClass.RESTRICT) && (MONEY.contains(objectHead(verb)) || isOfPapers(verb))
        || verb.means(VerbClass.CONTINUE) && isOnNoProduct(verb)
        || verb.noLonger() && isNoProduct(objectHead(verb))
        || thing && Words.holdAny(sentence.words(verb.head() + 1, verb.head() + 2), OWNERS)
        || thing && isMoney(verb)
        || thing && verb.passive() && isMoneyFirst()
        || isSanction(verb)
        || isLaw(verb);
  }

  /** "restricted access to the document". */
  private boolean isOfPapers(Verb verb) {
    String after = sentence.words(verb.head() + 1, verb.head() + 3);
    for (int i = verb.head() + 1; Words.hold(after, "access"); i++) {
      if (i >= Math.min(verb.end(), verb.head() + 8) || sentence.at(i).tagged("VERB", "PUNCT")) {
        return false;
      }
      if (PAPERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "ended a contract with the police for its cameras": what it sold them, and to whom. */
  private boolean isSupply(Verb verb) {
    return Set.of("contract", "contracts", "deal", "agreement", "deals", "agreements")
            .contains(objectHead(verb))
        && sentence.audiences().stream()
            .anyMatch(a -> a.from() > verb.head() && SERVED.contains(a.value()))
        && sentence.technologies().stream().anyMatch(t -> t.from() > verb.head());
  }

  /** "The papers may go on with their lawsuit". */
  boolean isOfCase(Verb verb) {
    return verb.means(VerbClass.CONTINUE) && isOnNoProduct(verb);
  }

  /** "put a freeze on hiring", "may go on with their lawsuit". */
  private boolean isOnNoProduct(Verb verb) {
    int to = Math.min(verb.end(), verb.head() + 12);
    boolean prepositional = false;
    for (int i = verb.head() + 1; i < to; i++) {
      Token token = sentence.at(i);
      if (prepositional && (isNoProduct(token.lower()) || token.is("hiring"))) {
        return true;
      }
      prepositional |= token.is("on") || token.is("with");
      if (token.tagged("VERB") && !token.is("hiring") || token.is(",") || token.is("in")) {
        return false;
      }
    }
    return false;
  }

  /** "disbanded a team that was building software to pick applicants": what it was building. */
  private boolean isBuilt(Verb verb) {
    return CREWS.contains(objectHead(verb))
        && sentence.technologies().stream()
            .anyMatch(
                t ->
                    t.from() > verb.head()
                        && t.from() < verb.end()
                        && BUILDING.matcher(sentence.words(verb.head(), t.from())).find());
  }

  /** "Orders for its kits have been postponed". */
  private boolean isMoneyFirst() {
    return sentence.at(0).is("contracts") || MONEY.contains(sentence.at(0).lower());
  }

  private static boolean isNoProduct(String noun) {
    return NO_POLICY.contains(noun) || MONEY.contains(noun);
  }

  /** "suspended hiring with automated tools". */
  private boolean isTechnologyNear(Verb verb) {
    return sentence.technologies().stream()
        .anyMatch(t -> t.from() > verb.head() && t.from() <= verb.head() + 5);
  }

  /** "gave up $2.5 billion of sales", "withdrew plans for generators". */
  private boolean isMoney(Verb verb) {
    String after = sentence.words(verb.head() + 1, verb.head() + 4);
    boolean money = CURRENCY.stream().anyMatch(after::contains);
    boolean plans = PLANS.stream().anyMatch(p -> Words.hold(after + " ", p));
    return money && !isTechnologyNear(verb) || plans && !isTechnologyAfter(verb);
  }

  private boolean isTechnologyAfter(Verb verb) {
    return sentence.technologies().stream().anyMatch(t -> t.from() > verb.head());
  }

  /** "promised to cut off any customer that uses them in drones". */
  private boolean isSanction(Verb verb) {
    if (verb.means(VerbClass.PAUSE) && !verb.passive() && USERS.contains(objectHead(verb))) {
      return true;
    }
    if (!verb.means(VerbClass.BAN)) {
      return false;
    }
    String after = sentence.words(verb.head() + 1, verb.head() + 7);
    String head = objectHead(verb);
    return USERS.contains(head)
        && !Words.hold(sentence.words(verb.head(), verb.end()), "from")
        && Set.of("that", "who", "which").stream().anyMatch(w -> Words.hold(after, head + " " + w));
  }

  /**
   * The noun that the verb acts on, "engineer" of "suspended a senior engineer who", "campus" of
   * "paused a plan to open a campus"; else blank.
   */
  private String objectHead(Verb verb) {
    String head = objectHead(verb, verb.head());
    boolean intent = INTENTS.contains(head);
    for (int i = verb.head() + 2; intent && i + 1 < Math.min(verb.end(), verb.head() + 6); i++) {
      if (sentence.at(i).is("to") && INTENTS.contains(sentence.at(i - 1).lower())) {
        return objectHead(verb, i + 1);
      }
    }
    return head;
  }

  private String objectHead(Verb verb, int from) {
    String head = "";
    for (int i = from + 1; i < Math.min(sentence.size(), from + 9); i++) {
      Token token = sentence.at(i);
      if (i == from + 1 && PARTICLES.contains(token.lower())) {
        continue;
      }
      if (MONEY.contains(token.lower()) && !isTechnologyNear(verb)) {
        return token.lower();
      }
      if (token.tagged("NOUN", "PROPN")) {
        head = token.lower();
      } else if (!token.tagged("DET", "ADJ", "PRON", "NUM", "ADV", "SYM")
          && !token.is("'s")
          && !token.is("'")
          && !token.is("-")) {
        break;
      } else if (token.tagged("PRON") && !head.isEmpty()) {
        break;
      }
    }
    return head;
  }

  /** "restored the service after an outage". */
  private boolean isRepair(Verb verb) {
    return verb.means(VerbClass.RESUME)
        && Words.holdAny(sentence.words(verb.head(), sentence.size()), OUTAGES);
  }

  /** "delay the AI Act" takes a side, it is no policy. */
  private boolean isLaw(Verb verb) {
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 6); i++) {
      Token token = sentence.at(i);
      if (token.tagged("ADP", "VERB") || token.is(",")) {
        return false;
      }
      if (STATUTES.contains(token.lower()) && (!token.is("act") || token.capitalised())) {
        return true;
      }
    }
    return false;
  }
}
