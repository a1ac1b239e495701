package ai.policytracker.ingest.extract;

import ai.policytracker.event.Technology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns an article into sentences with all that the gazetteers recognise in them. */
final class Annotator {
  private final Language language;
  private final ArticleText article;
  private final Names names = new Names();
  private final Set<String> named = new HashSet<>();

  Annotator(Language language, ArticleText article) {
    this.language = language;
    this.article = article;
  }

  List<Sentence> sentences() {
    String text = article.text();
    List<Sentences.Piece> pieces =
        Sentences.of(language, text, Furniture.blocks(text, article.title()));
    List<Tokens.Split> splits = new ArrayList<>();
    List<List<Token>> plain = new ArrayList<>();
    for (Sentences.Piece piece : pieces) {
      Tokens.Split split = Tokens.split(language, piece.text(), piece.start());
      splits.add(split);
      plain.add(Tokens.plain(split));
    }
    if (!isRelevant(plain)) {
      return List.of();
    }
    List<List<Token>> all = new ArrayList<>();
    all.add(titleTokens());
    all.addAll(plain);
    names.learnUnknown(
        all,
        article.publisher(),
        (sentence, token) ->
            sentence == 0 || isName(splits.get(sentence - 1), plain.get(sentence - 1), token));
    List<List<Token>> tokens = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      List<Token> words = Tokens.tagged(language, splits.get(i), plain.get(i), names::in);
      names.learn(words);
      tokens.add(words);
    }
    named.addAll(named(tokens));
    named.addAll(named(List.of(titleTokens())));
    List<Sentence> sentences = new ArrayList<>();
    var dates = new Dates(article.publishedOn());
    for (int i = 0; i < pieces.size(); i++) {
      sentences.add(sentence(i, pieces.get(i), tokens.get(i), dates));
    }
    return sentences;
  }

  private boolean isName(Tokens.Split split, List<Token> plain, int token) {
    return Tokens.tagged(language, split, plain, unused -> List.of())
        .get(token)
        .tagged("PROPN", "X");
  }

  /** An article that names no technology, nor a company known for one, has no claims. */
  private boolean isRelevant(List<List<Token>> plain) {
    List<List<Token>> all = new ArrayList<>(plain);
    all.add(titleTokens());
    return all.stream()
        .anyMatch(
            tokens ->
                !technologies(tokens).isEmpty()
                    || Companies.names().in(tokens).stream()
                        .anyMatch(
                            found ->
                                found.value().technology() != null
                                    || Companies.technologiesOf(found.value().company()).size()
                                        == 1));
  }

  private static List<Phrases.Found<Technology>> technologies(List<Token> tokens) {
    return Workings.with(Subjects.TECHNOLOGIES.in(tokens), tokens);
  }

  private List<Token> titleTokens() {
    return Tokens.plain(Tokens.split(language, Sentences.plain(article.title()), 0));
  }

  /** The title as a sentence of its own; its offsets mean nothing. */
  Sentence title() {
    String plain = Sentences.plain(article.title());
    var piece = new Sentences.Piece(0, plain.length(), -1, true, plain);
    List<Token> tokens = titleTokens();
    return sentence(-1, piece, tokens, new Dates(article.publishedOn()));
  }

  /** "The drone maker" is not the best known one where the article does not name that. */
  private static List<Phrases.Found<Companies.Name>> named(
      List<Phrases.Found<Companies.Name>> found, Set<String> named) {
    return found.stream()
        .filter(
            f ->
                f.value().role() != Companies.Role.DESCRIPTION
                    || named.contains(f.value().company()))
        .toList();
  }

  private Set<String> named(List<List<Token>> sentences) {
    Set<String> named = new HashSet<>();
    for (List<Token> tokens : sentences) {
      for (var found : names.in(tokens)) {
        if (found.value().company() != null && found.value().role() != Companies.Role.DESCRIPTION) {
          named.add(found.value().company());
        }
      }
    }
    return named;
  }

  private Sentence sentence(int index, Sentences.Piece piece, List<Token> tokens, Dates dates) {
    return new Sentence(
        index,
        piece.block(),
        piece.start(),
        piece.end(),
        piece.heading(),
        tokens,
        named(names.in(tokens), named),
        technologies(tokens),
        OwnPeople.with(Ages.with(Subjects.AUDIENCES.in(tokens), tokens), tokens),
        Subjects.PLACES.in(tokens),
        dates.in(tokens));
  }
}
