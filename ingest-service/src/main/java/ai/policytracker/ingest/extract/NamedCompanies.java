package ai.policytracker.ingest.extract;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The companies that a text names, by any of the names that are known, or by the id's own words.
 */
public final class NamedCompanies {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

  private final Set<String> ids = new HashSet<>();
  private final String words;

  public NamedCompanies(ArticleText article) {
    String text =
        article.title() == null ? article.text() : article.title() + "\n" + article.text();
    Companies.names().in(tokens(text)).stream()
        .map(Phrases.Found::value)
        .filter(name -> name.company() != null && name.role() != Companies.Role.DESCRIPTION)
        .forEach(name -> ids.add(name.company()));
    words = "-" + slug(text) + "-";
  }

  /** The canonical id of a company that is named so; null where the text names no such company. */
  public String idOf(String name) {
    String listed = Companies.idOf(name);
    String id = listed == null ? slug(name) : listed;
    return ids.contains(id) || words.contains("-" + id + "-") ? id : null;
  }

  private static List<Token> tokens(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    return Tokens.plain(
        new Tokens.Split(
            words.stream().map(MatchResult::group).toArray(String[]::new),
            words.stream().mapToInt(MatchResult::start).toArray()));
  }

  private static String slug(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NO_LETTERS
        .matcher(plain.toLowerCase(Locale.ROOT))
        .replaceAll("-")
        .replaceAll("^-|-$", "");
  }
}
