package ai.policytracker.ingest.extract;

import java.util.Set;

/** What the words right after a name tell of it. */
final class SignsAfter {
  private static final Set<String> PERSONS = Words.set("persons");
  private static final Set<String> ALSO_FIRMS = Words.set("persons or firms");
  private static final Set<String> PLACES_OWN = Words.set("places' own");
  private static final Set<String> EVENTS = Words.set("events");
  private static final Set<String> OWN = Words.set("company's own");
  private static final Set<String> ANYBODY_OWN = Words.set("anybody's own");
  private static final Set<String> OWNERS = Words.set("owned or made");
  private static final Set<String> EXCHANGES = Words.set("exchanges");
  private static final Set<String> CUSTOMERS = Words.set("customers told");
  private static final String PERSONAL = "lives|covers|writes|teaches|tweeted|chairs|sits";
  private static final int BELONGING = 3;
  private static final int TECHNOLOGY = 5;

  private final Surroundings name;
  private final Set<Sign> signs;
  private final int to;
  private final String next;

  private SignsAfter(Surroundings name, Set<Sign> signs) {
    this.name = name;
    this.signs = signs;
    this.to = name.to();
    this.next = name.lower(name.to());
  }

  static void collect(Surroundings name, Set<Sign> signs) {
    var after = new SignsAfter(name, signs);
    after.belongings();
    after.others();
    after.saying();
  }

  private void belongings() {
    boolean owner = next.equals("'s") || next.equals("'") && name.lower(to - 1).endsWith("s");
    int at = owner ? to + 1 : to;
    for (int i = at; i < Math.min(name.tokens().size(), at + (owner ? BELONGING : 1)); i++) {
      if (OWN.contains(name.lower(i))) {
        signs.add(Sign.OWN);
      }
      if (ANYBODY_OWN.contains(name.lower(i)) && (owner || !name.isVerb(i))) {
        signs.add(Sign.ANYBODY_OWN);
      }
      if (name.isCapitalised(i)) {
        break;
      }
    }
    int end = Math.min(name.tokens().size(), at + TECHNOLOGY);
    if (owner && !Subjects.TECHNOLOGIES.in(name.tokens().subList(at, end)).isEmpty()) {
      signs.add(Sign.OWN);
    }
  }

  private void others() {
    if (next.matches(PERSONAL) || next.matches("is|was") && isPersonNear(to + 1)) {
      signs.add(Sign.PERSON);
    }
    if (EVENTS.contains(next)) {
      signs.add(Sign.BODY);
    }
    boolean based = next.equals("-") && name.is(to + 1, "based");
    if (based || PLACES_OWN.contains(next)) {
      signs.add(Sign.PLACE);
    }
    if (next.equals("-") && OWNERS.contains(name.lower(to + 1))) {
      signs.add(Sign.HOME);
    }
    if (next.equals("(") && EXCHANGES.contains(name.lower(to + 1).replace(":", ""))) {
      signs.add(Sign.SURE);
    }
  }

  private void saying() {
    boolean person = name.hasSeveralWords() && !signs.contains(Sign.COMPANY_WORD);
    if (name.isSaid(to)) {
      signs.add(person ? Sign.MAYBE_PERSON : Sign.SAYING);
    }
    int hearer = next.equals("wrote") ? to + 2 : to + 1;
    if (next.matches("said|told|tells|informed|assured|wrote")
        && CUSTOMERS.contains(name.lower(hearer))) {
      signs.add(Sign.WORKPLACE);
    }
  }

  /** "is a contributing editor". */
  private boolean isPersonNear(int at) {
    boolean article = name.isAny(at, "a", "an", "the", "our");
    for (int i = at + 1; article && i < Math.min(name.tokens().size(), at + 5); i++) {
      if (PERSONS.contains(name.lower(i)) && !name.is(i + 1, "-")) {
        return !ALSO_FIRMS.contains(name.lower(i));
      }
    }
    return false;
  }
}
