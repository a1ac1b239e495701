package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.Companies.Name;
import ai.policytracker.ingest.extract.Companies.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The company names of one article: those known, and what the article itself tells of people. */
final class Names {
  private static final Set<String> ROLE_WORDS = Words.set("person roles");
  private final Phrases<Name> local = new Phrases<>(true);
  private String last;

  /** Learns companies that no list holds from the whole article. */
  void learnUnknown(List<List<Token>> sentences, String publisher, UnknownCompanies.Tagger tagger) {
    UnknownCompanies.in(sentences, publisher, tagger)
        .forEach((name, id) -> local.add(name, new Name(id, Role.NAME, null)));
  }

  /** Learns names from a sentence; they count from the next look on. */
  void learn(List<Token> tokens) {
    for (Phrases.Found<Name> found : in(tokens)) {
      Name name = found.value();
      if (name.company() != null && name.role() != Role.PRODUCT) {
        last = name.company();
      }
      if (name.role() == Role.PERSON && found.to() - found.from() > 1) {
        local.add(tokens.get(found.to() - 1).text(), name);
      }
    }
    learnPeople(tokens);
  }

  /**
   * "Chief executive Craig Peters", "Kevin Parker, the chief executive": of the company named last.
   */
  private void learnPeople(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (last == null || !isPersonName(tokens, i)) {
        continue;
      }
      boolean before =
          i > 0 && ROLE_WORDS.contains(tokens.get(i - 1).lower())
              || i > 1
                  && tokens.get(i - 1).is(",")
                  && ROLE_WORDS.contains(tokens.get(i - 2).lower());
      boolean after = after(tokens, i + 2);
      if (before || after) {
        add(tokens, i, new Name(last, Role.PERSON, null));
      }
    }
  }

  private static boolean after(List<Token> tokens, int i) {
    if (i + 2 >= tokens.size() || !tokens.get(i).is(",")) {
      return false;
    }
    int end = Math.min(tokens.size(), i + 9);
    for (int j = i + 1; j < end; j++) {
      Token token = tokens.get(j);
      if (token.is(",") || token.is(".")) {
        return false;
      }
      if (token.is("of") || token.is("at")) {
        return false;
      }
      if (ROLE_WORDS.contains(token.lower())) {
        return isOwn(tokens, j + 1, end);
      }
    }
    return false;
  }

  /** "the founder of another firm" is no executive of the company named last. */
  private static boolean isOwn(List<Token> tokens, int from, int end) {
    return from >= end
        || !(tokens.get(from).is("of") || tokens.get(from).is("at"))
        || from + 1 < end && tokens.get(from + 1).is("the");
  }

  private static boolean isPersonName(List<Token> tokens, int i) {
    return isName(tokens.get(i))
        && isName(tokens.get(i + 1))
        && (i == 0 || !isName(tokens.get(i - 1)) || ROLE_WORDS.contains(tokens.get(i - 1).lower()))
        && (i + 2 >= tokens.size() || !isName(tokens.get(i + 2)));
  }

  private static boolean isName(Token token) {
    return token.capitalised()
        && token.text().length() > 1
        && token.tagged("PROPN", "NOUN", "ADJ", "X")
        && !token.text().equals(token.text().toUpperCase(java.util.Locale.ROOT))
        && !ROLE_WORDS.contains(token.lower());
  }

  private void add(List<Token> tokens, int i, Name name) {
    if (Companies.names().in(tokens.subList(i, i + 2)).isEmpty()) {
      local.add(tokens.get(i).text() + " " + tokens.get(i + 1).text(), name);
      local.add(tokens.get(i + 1).text(), name);
    }
  }

  /** "Denso" in "Tsurumi Denso", "Orion" in "Orion Systems". */
  private static boolean isWithin(Phrases.Found<Name> known, Phrases.Found<Name> more) {
    return known.from() >= more.from()
        && known.to() <= more.to()
        && known.to() - known.from() < more.to() - more.from();
  }

  List<Phrases.Found<Name>> in(List<Token> tokens) {
    List<Phrases.Found<Name>> found = new ArrayList<>(Companies.names().in(tokens));
    for (Phrases.Found<Name> more : local.in(tokens)) {
      found.removeIf(f -> isWithin(f, more));
      if (found.stream().noneMatch(f -> f.from() < more.to() && more.from() < f.to())) {
        found.add(more);
      }
    }
    return found;
  }
}
