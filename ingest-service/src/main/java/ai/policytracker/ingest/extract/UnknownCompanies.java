package ai.policytracker.ingest.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Companies that no list holds, recognised in an article by the words around their names. Their id
 * is a slug of the name; a review can merge it with another.
 */
final class UnknownCompanies {
  private static final int MAX_NAMES = 40;
  private static final int MAX_NAME_TOKENS = 6;
  private static final int MAX_ID_CHARS = 60;
  private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]{1,200}");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}{1,20}");
  private static final Set<String> LEGAL = Words.set("legal forms");
  private static final Set<String> NO_COMPANY = Words.set("no company");
  private static final Set<String> NO_NAME = Words.set("no name");
  private static final Set<String> INSIDE = Set.of("of", "for", "the", "&", "-", "'");

  private final List<List<Token>> sentences;
  private final CompanyClues clues;
  private final Set<String> excluded = new HashSet<>();
  private final Map<String, String> idOfName = new LinkedHashMap<>();
  private final Set<String> runs = new HashSet<>();

  private UnknownCompanies(List<List<Token>> sentences, String publisher) {
    this.sentences = sentences;
    this.clues = new CompanyClues(sentences);
    if (publisher != null) {
      excluded.add(id(List.of(publisher.split(" "))));
    }
  }

  /**
   * Ids by name, the longest names first as the article has them.
   *
   * @param publisher whose name is no company here; may be null
   */
  static Map<String, String> in(List<List<Token>> sentences, String publisher) {
    var unknown = new UnknownCompanies(sentences, publisher);
    for (int s = 0; s < sentences.size() && unknown.idOfName.size() < MAX_NAMES; s++) {
      unknown.read(s);
    }
    return unknown.withShortForms();
  }

  private void read(int number) {
    List<Token> tokens = sentences.get(number);
    List<Phrases.Found<Companies.Name>> known = Companies.names().in(tokens);
    int i = 0;
    while (i < tokens.size()) {
      int to = end(tokens, i);
      if (to > i) {
        int from = start(tokens, i, to);
        int last = to;
        boolean taken =
            known.stream().anyMatch(found -> found.from() < last && from < found.to())
                || Subjects.PLACES.in(tokens.subList(from, to)).size() == to - from;
        if (from < to && !taken) {
          learn(number, from, to);
        }
      }
      i = Math.max(i + 1, to);
    }
  }

  private void learn(int sentence, int from, int to) {
    List<Token> tokens = sentences.get(sentence);
    List<String> words = tokens.subList(from, to).stream().map(Token::text).toList();
    runs.add(String.join(" ", words));
    boolean person = CompanyClues.ROLES.contains(words.getFirst().toLowerCase(Locale.ROOT));
    if (person || words.stream().anyMatch(w -> NO_COMPANY.contains(w.toLowerCase(Locale.ROOT)))) {
      return;
    }
    String owner = CompanyClues.owner(tokens, to);
    String id = owner == null ? id(words) : owner;
    if (id.length() < 2 || excluded.contains(id)) {
      return;
    }
    if (owner != null || clues.isCompany(sentence, from, to)) {
      idOfName.putIfAbsent(String.join(" ", words), id);
    }
  }

  /** "Brightmirror" for "Brightmirror Inc.", where the article has it. */
  private Map<String, String> withShortForms() {
    Map<String, String> all = new LinkedHashMap<>(idOfName);
    idOfName.forEach(
        (name, id) -> {
          String[] words = name.split(" ");
          List<String> bare = bare(List.of(words));
          all.putIfAbsent(String.join(" ", bare), id);
          boolean alone = words.length > 1 && runs.contains(words[0]) && words[0].length() > 3;
          if (alone && CompanyClues.isOrganisation(words[words.length - 1])) {
            all.putIfAbsent(words[0], id);
          }
        });
    return all;
  }

  /** Where the run of capitalised words ends that begins at the token; the token itself if none. */
  private static int end(List<Token> tokens, int from) {
    int at = from;
    int end = from;
    while (at < tokens.size() && at < from + MAX_NAME_TOKENS) {
      Token token = tokens.get(at);
      if (isNameWord(token)) {
        end = at + 1;
      } else if (at == from || !INSIDE.contains(token.lower()) || isGap(tokens, at)) {
        break;
      }
      at++;
    }
    return end;
  }

  /** "Wizards of the Coast", but not "Adobe of the United States": two short words at most. */
  private static boolean isGap(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.is("-") || token.is("'")) {
      return token.start() > tokens.get(at - 1).end();
    }
    if (token.is("the")) {
      return !tokens.get(at - 1).is("of");
    }
    int next =
        token.is("of") && at + 1 < tokens.size() && tokens.get(at + 1).is("the") ? at + 2 : at + 1;
    return next >= tokens.size() || !isNameWord(tokens.get(next));
  }

  private static boolean isNameWord(Token token) {
    return token.text().length() > 1
        && token.text().codePoints().anyMatch(Character::isUpperCase)
        && Character.isLetter(token.text().charAt(0))
        && CalendarWords.weekdayOf(token) == null
        && CalendarWords.monthOf(token) == 0;
  }

  /** Words that open a sentence or name a nation are no part of the name. */
  private static int start(List<Token> tokens, int from, int to) {
    int at = from;
    while (at < to
        && (NO_NAME.contains(tokens.get(at).lower())
            || !Character.isLetter(tokens.get(at).text().charAt(0))
            || INSIDE.contains(tokens.get(at).lower())
            || at + 1 < to && !Subjects.PLACES.in(tokens.subList(at, at + 1)).isEmpty())) {
      at++;
    }
    return at;
  }

  private static List<String> bare(List<String> words) {
    List<String> bare = new ArrayList<>(words);
    while (bare.size() > 1 && LEGAL.contains(bare.getLast().toLowerCase(Locale.ROOT))) {
      bare.removeLast();
    }
    return bare;
  }

  private static String id(List<String> words) {
    String name = String.join(" ", bare(words)).toLowerCase(Locale.ROOT);
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String slug = NO_SLUG.matcher(plain.replace("'", "")).replaceAll("-");
    slug = slug.startsWith("-") ? slug.substring(1) : slug;
    slug = slug.startsWith("the-") ? slug.substring("the-".length()) : slug;
    slug = slug.substring(0, Math.min(MAX_ID_CHARS, slug.length()));
    return slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
  }
}
