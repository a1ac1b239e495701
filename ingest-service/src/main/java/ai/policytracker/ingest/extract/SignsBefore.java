package ai.policytracker.ingest.extract;

import java.util.Set;

/** What the words before a name tell of it. */
final class SignsBefore {
  private static final Set<String> TITLES = Words.set("titles");
  private static final Set<String> PERSONS = Words.set("persons");
  private static final Set<String> ALSO_FIRMS = Words.set("persons or firms");
  private static final Set<String> BODIES = Words.set("bodies");
  private static final Set<String> PRODUCTS = Words.set("products");
  private static final Set<String> PEOPLE_AT = Words.set("people at");
  private static final Set<String> NON_PROFIT = Words.set("non-profit");
  private static final Set<String> COMPANY_WORDS = Words.set("company words");
  private static final Set<String> COMPANIES_LIKE = Words.set("companies like");
  private static final Set<String> STAKES = Words.set("stakes");
  private static final Set<String> OWNERS = Words.set("owned or made");
  private static final Set<String> SEATS =
      Set.of(
          "city",
          "town",
          "state",
          "county",
          "village",
          "republic",
          "university",
          "province",
          "kingdom");
  private static final Set<String> MANAGED =
      Set.of("asset", "fund", "money", "pension", "wealth", "hedge");
  private static final Set<String> NEAR = Set.of("in", "near", "across", "throughout", "outside");

  private final Surroundings name;
  private final Set<Sign> signs;
  private final String one;
  private final String two;

  private SignsBefore(Surroundings name, Set<Sign> signs) {
    this.name = name;
    this.signs = signs;
    this.one = name.lower(name.from() - 1);
    this.two = name.lower(name.from() - 2);
  }

  static void collect(Surroundings name, Set<Sign> signs) {
    var before = new SignsBefore(name, signs);
    before.personsAndBodies();
    before.places();
    before.products();
    before.companies();
  }

  private void personsAndBodies() {
    boolean trade = CompanyClues.TRADES.contains(two);
    boolean role = PERSONS.contains(one) && !ALSO_FIRMS.contains(one) && !isHouse();
    boolean joined = one.equals("-") && (TITLES.contains(two) || PERSONS.contains(two));
    boolean placed = TITLES.contains(two) && name.from() > 0 && name.isCapitalised(name.from() - 1);
    boolean given =
        ALSO_FIRMS.contains(one)
            && name.hasSeveralWords()
            && NameForms.isGivenName(name.lower(name.from()));
    if (joined
        || placed && NameKinds.isPlace(one, name.tokens().get(name.from() - 1))
        || given
        || TITLES.contains(one)
        || role && (name.hasSeveralWords() || !one.equals("customer"))) {
      signs.add(Sign.PERSON);
    }
    boolean body = BODIES.contains(one) && !trade && !name.isCapitalised(name.from() - 1);
    boolean group = one.matches("group|organisation|organization|body|network|lobby");
    boolean nonProfit = group && name.isNear(name.from() - 1, NON_PROFIT);
    if (body || nonProfit || one.equals("of") && SEATS.contains(two)) {
      signs.add(Sign.BODY);
    }
  }

  /** "Chip designer", "pension manager": a firm, for all that its trade sounds like a person's. */
  private boolean isHouse() {
    return one.equals("designer") && two.equals("chip")
        || one.equals("manager") && MANAGED.contains(two);
  }

  private void places() {
    if (NEAR.contains(one) && !STAKES.contains(two)) {
      signs.add(Sign.MAYBE_PLACE);
    }
    int to = name.to();
    boolean small =
        to < name.tokens().size()
            && Character.isLowerCase(name.tokens().get(to).text().charAt(0))
            && !name.isVerb(to);
    boolean company = COMPANY_WORDS.contains(name.lower(to - 1)) || name.is(to, "'s");
    if (one.equals("the") && !small && !company) {
      signs.add(Sign.THE);
    }
  }

  /** "Orvo's Lumo", "its chatbot Lumo", "a chatbot called Lumo"; but "France's Orvo". */
  private void products() {
    boolean home =
        one.equals("'s")
            && name.from() > 1
            && NameKinds.isPlace(two, name.tokens().get(name.from() - 2));
    if (home) {
      signs.add(Sign.HOME);
    }
    boolean owned = one.equals("'s") && !home || one.matches("its|their|our|his|her");
    boolean called = one.matches("called|named|dubbed") && name.isNear(name.from() - 1, PRODUCTS);
    boolean product =
        PRODUCTS.contains(one)
            && !COMPANIES_LIKE.contains(one)
            && !one.equals("platform")
            && !one.equals("app");
    if (owned || called || product) {
      signs.add(Sign.PRODUCT);
    }
  }

  private void companies() {
    if (isHouse()) {
      signs.add(Sign.SURE);
    }
    if (one.matches("at|from|by|of|for") && PEOPLE_AT.contains(two)) {
      signs.add(one.equals("at") ? Sign.WORKPLACE : Sign.ANYBODY_OWN);
    }
    boolean owned = one.matches("by|of") && OWNERS.contains(two);
    boolean stake = one.equals("in") && STAKES.contains(two) && !two.equals("used");
    boolean joined = two.equals("-") && (OWNERS.contains(one) || one.equals("based"));
    if (owned || stake || joined) {
      signs.add(Sign.HOME);
    }
    if (one.equals("by") && two.matches(".{2,30}ed|made|built|sold|run|given")) {
      signs.add(Sign.DEED);
    }
    boolean like =
        one.matches("like|including|among")
            || one.equals("from") && two.equals(",")
            || one.equals("as") && two.equals("such");
    int head = two.equals("such") ? name.from() - 3 : name.from() - 2;
    head = name.is(head, ",") ? head - 1 : head;
    if (like && COMPANIES_LIKE.contains(name.lower(head))) {
      signs.add(Sign.LIKE);
    }
  }
}
