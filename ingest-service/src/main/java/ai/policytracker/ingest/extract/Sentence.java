package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import java.util.List;

/**
 * A sentence with what was recognised in it. All positions are token numbers but {@code start} and
 * {@code end}, which are offsets into the text.
 *
 * @param block number of its paragraph
 */
record Sentence(
    int index,
    int block,
    int start,
    int end,
    boolean heading,
    List<Token> tokens,
    List<Phrases.Found<Companies.Name>> companies,
    List<Phrases.Found<Technology>> technologies,
    List<Phrases.Found<Audience>> audiences,
    List<Phrases.Found<String>> places,
    List<Dates.Found> dates) {

  Token at(int token) {
    return tokens.get(token);
  }

  int size() {
    return tokens.size();
  }

  boolean hasWord(String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }

  /** Lower-case words from {@code from} to {@code to} (exclusive), a blank between any two. */
  String words(int from, int to) {
    var text = new StringBuilder();
    for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
      text.append(text.isEmpty() ? "" : " ").append(tokens.get(i).lower());
    }
    return text.toString();
  }

  /** The first company whose name covers the token, or null. */
  Companies.Name companyAt(int token) {
    for (var found : companies) {
      if (found.from() <= token && token < found.to()) {
        return found.value();
      }
    }
    return null;
  }

  boolean namesCompany() {
    return companies.stream().anyMatch(found -> found.value().company() != null);
  }

  boolean isDate(int token) {
    return dates.stream().anyMatch(date -> date.from() <= token && token < date.to());
  }
}
