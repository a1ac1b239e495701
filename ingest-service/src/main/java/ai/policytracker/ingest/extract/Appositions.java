package ai.policytracker.ingest.extract;

import java.util.Set;

/** What is set beside a name, after a comma: ", a charity in Bonn", ", who", ", 42,". */
final class Appositions {
  private static final Set<String> PERSONS = Words.set("persons");
  private static final Set<String> ALSO_FIRMS = Words.set("persons or firms");
  private static final Set<String> BODIES = Words.set("bodies");
  private static final Set<String> NON_PROFIT = Words.set("non-profit");
  private static final Set<String> PRODUCTS = Words.set("products");
  private static final Set<String> OWN = Words.set("company's own");
  private static final Set<String> COMPANY_WORDS = Words.set("company words");
  private static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "its", "one", "another", "their", "our");
  private static final Set<String> ENDS = Set.of(",", "of", "in", "at", "for", "that", "which");
  private static final Set<String> AFTER_HEADS =
      Set.of(
          "of", "in", "at", "for", "who", "that", "which", "and", "from", "with", "based", "behind",
          "on");
  private static final Set<String> CALLED = Set.of("called", "known");
  private static final String KIN =
      "parent|maker|makers|publisher|operator|subsidiary|provider|developer|manufacturer|unit|arm";
  private static final int REACH = 7;

  private final Surroundings name;
  private final Set<Sign> signs;
  private final int to;

  private Appositions(Surroundings name, Set<Sign> signs) {
    this.name = name;
    this.signs = signs;
    this.to = name.to();
  }

  static void collect(Surroundings name, Set<Sign> signs) {
    if (name.is(name.to(), ",") || name.is(name.to(), "(")) {
      new Appositions(name, signs).collect();
    }
  }

  private void collect() {
    String first = name.lower(to + 1);
    if (first.equals("who") || first.matches("\\d\\d") && name.is(to + 2, ",")) {
      signs.add(Sign.PERSON);
      return;
    }
    clauses(first);
    boolean town =
        name.isCapitalised(to + 1)
            && name.is(to + 2, ",")
            && name.is(name.from() - 1, "in")
            && Subjects.isPlace(name.tokens().get(to + 1).text());
    if (town) {
      signs.add(Sign.PLACE);
    }
    if (first.equals("of") && name.isCapitalised(to + 2) && !signs.contains(Sign.PERSON)) {
      signs.add(Sign.OF_PLACE);
    }
    boolean kin = first.matches(KIN) && name.is(to + 2, "of");
    if (kin || first.matches("based|headquartered|founded")) {
      signs.add(Sign.HOME);
    }
    boolean role = PERSONS.contains(first) && !ALSO_FIRMS.contains(first);
    if (role || DETERMINERS.contains(first) || name.is(to + 2, "'s")) {
      description();
    }
  }

  private void clauses(String first) {
    int size = name.tokens().size();
    if (first.equals("as") && name.is(to + 2, "the")) {
      signs.add(name.isNear(to + 8, CALLED) ? Sign.SURE : Sign.WHICH);
    }
    boolean own =
        OWN.contains(name.lower(to + 2))
            || OWN.contains(name.lower(to + 3))
            || COMPANY_WORDS.contains(name.lower(to + 3));
    if (first.equals("whose") && own) {
      signs.add(Sign.OWN);
    }
    boolean acts = false;
    for (int i = to + 2; i < Math.min(size, to + 6); i++) {
      acts |= name.isDeed(i) || i < to + 4 && name.isAuxiliary(i);
    }
    if (first.equals("which") && acts) {
      signs.add(Sign.WHICH);
    }
  }

  private void description() {
    int size = name.tokens().size();
    for (int i = to + 1; i < Math.min(size, to + 1 + REACH); i++) {
      String word = name.lower(i);
      if (i > to + 1 && ENDS.contains(word)) {
        return;
      }
      boolean head =
          i + 1 >= size
              || !Character.isLetter(name.tokens().get(i + 1).text().charAt(0))
              || AFTER_HEADS.contains(name.lower(i + 1));
      if (head) {
        head(word, i);
      }
    }
  }

  private void head(String word, int at) {
    if (PERSONS.contains(word) && !ALSO_FIRMS.contains(word)) {
      signs.add(Sign.PERSON);
    }
    boolean nonProfit = word.equals("group") && name.isNear(at, NON_PROFIT);
    boolean trade = CompanyClues.TRADES.contains(name.lower(at - 1));
    if (nonProfit || BODIES.contains(word) && !trade && !name.is(at + 1, "'s")) {
      signs.add(Sign.BODY);
    }
    if (PRODUCTS.contains(word)) {
      signs.add(Sign.PRODUCT);
    }
  }
}
