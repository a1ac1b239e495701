package ai.policytracker.ingest.extract;

import ai.policytracker.event.Claim;
import java.util.List;

/**
 * Reads the claims out of an article, by rules and by what was learned, the same claims on every
 * run. The steps:
 *
 * <ol>
 *   <li>{@link Furniture} parts the article from what the page puts around it;
 *   <li>{@link Sentences}, {@link Tokens}: sentences, words and their parts of speech, by OpenNLP;
 *   <li>{@link Names}, {@link Subjects}, {@link Dates}: companies, technologies, audiences, places
 *       and dates among the words;
 *   <li>{@link Clauses}, {@link SubjectFinder}, {@link Actors}: who does what;
 *   <li>{@link KindRules}, {@link StanceRules}: which verbs tell of which kind of claim;
 *   <li>{@link Slots}: technology, audience, place, day, end and source of each;
 *   <li>{@link SecondReading}: what was learned from labelled articles drops, mends and adds;
 *   <li>{@link Merging}: one claim for each company, kind, subject and announcement.
 * </ol>
 */
public final class ClaimExtractor implements ClaimReader {

  /** Changes whenever the same article may yield other claims. */
  public static final String VERSION = "rules-9";

  /** Titles are looked at by their first characters only. */
  private static final int MAX_TITLE_CHARS = 500;

  /** What lies beyond is no news article; bounds the time. */
  private static final int MAX_READ_CHARS = 250_000;

  private static final ThreadLocal<Language> LANGUAGE = ThreadLocal.withInitial(Language::new);

  /** Never fails, whatever the text. */
  @Override
  public Reading read(ArticleText article) {
    ArticleText readable = readable(article);
    List<Draft> drafts = new ArticleReader(LANGUAGE.get(), readable).read();
    return Reading.of(readable, claims(drafts), VERSION);
  }

  /** The claims of a statement out of an article, by rules alone. */
  static List<Claim> ofStatement(ArticleText statement) {
    return claims(new ArticleReader(LANGUAGE.get(), readable(statement)).readByRules());
  }

  private static List<Claim> claims(List<Draft> drafts) {
    return Merging.merged(drafts).stream().map(Draft::claim).toList();
  }

  private static ArticleText readable(ArticleText article) {
    String title = article.title() == null ? "" : article.title();
    title = title.substring(0, Math.min(title.length(), MAX_TITLE_CHARS));
    return new ArticleText(
        article.publisher(), article.publishedOn(), title, bounded(article.text()));
  }

  private static String bounded(String text) {
    return text.length() <= MAX_READ_CHARS ? text : text.substring(0, MAX_READ_CHARS);
  }
}
