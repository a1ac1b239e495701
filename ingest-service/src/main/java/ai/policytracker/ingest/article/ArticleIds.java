package ai.policytracker.ingest.article;

import ai.policytracker.event.Ids;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names an article by its content, so that posting it twice is one article.
 *
 * <p>Publisher and title are compared in Unicode's NFKC form, in lower case and with every run of
 * white space as one blank; the text likewise, but with its case. What is stored is what was
 * received first.
 */
final class ArticleIds {
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x{85}]+");
  private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-f]{32}");

  private ArticleIds() {}

  static String article(String publisher, String title, String text) {
    return Ids.of("article", nameKey(publisher), nameKey(title), wording(text));
  }

  /**
   * The page of a publisher: two texts under one address are versions of one article. Scheme, host
   * and fragment of the url make no difference in case, default port or at all.
   *
   * @return null where no url is given
   */
  static String address(String publisher, String url) {
    return url == null ? null : Ids.of("address", nameKey(publisher), urlKey(url));
  }

  static boolean isArticleId(String id) {
    return ARTICLE_ID.matcher(id).matches();
  }

  private static String nameKey(String name) {
    return name == null ? null : wording(name).toLowerCase(Locale.ROOT);
  }

  private static String wording(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return WHITE_SPACE.matcher(normal).replaceAll(" ").strip();
  }

  private static String urlKey(String url) {
    URI uri = URI.create(url);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int defaultPort = scheme.equals("https") ? 443 : 80;
    String port = uri.getPort() == -1 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
  }
}
