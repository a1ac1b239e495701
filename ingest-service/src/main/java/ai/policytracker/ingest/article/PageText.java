package ai.policytracker.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * An article's page as text: a paragraph for each block, without what stands around the article.
 */
final class PageText {
  private static final String FURNITURE =
      "script, style, noscript, template, iframe, svg, nav, footer, aside, form, head";
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\r\\x{A0}]+");
  private static final Pattern AROUND_BREAKS = Pattern.compile(" ?\\n ?");
  private static final Pattern MANY_BREAKS = Pattern.compile("\\n{3,}");

  private PageText() {}

  /**
   * One page at a time: the tree of a hostile one takes many times its length.
   *
   * @return empty where the page holds no text
   */
  static synchronized String of(String html) {
    Document page = Jsoup.parse(html);
    page.select(FURNITURE).remove();
    Paragraphs paragraphs = new Paragraphs();
    content(page).traverse(paragraphs);
    return paragraphs.text();
  }

  private static Element content(Document page) {
    Element content = page.body();
    int mostChars = 0;
    for (Element article : outermostArticles(page)) {
      int chars = article.text().length();
      if (chars > mostChars) {
        mostChars = chars;
        content = article;
      }
    }
    return content;
  }

  /** Only these: with thousands of articles inside each other, all would take quadratic time. */
  private static List<Element> outermostArticles(Document page) {
    List<Element> articles = new ArrayList<>();
    page.filter(
        (node, depth) -> {
          if (node instanceof Element element && element.normalName().equals("article")) {
            articles.add(element);
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          return NodeFilter.FilterResult.CONTINUE;
        });
    return articles;
  }

  private static final class Paragraphs implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replace('\n', ' '));
      } else if (node instanceof Element element) {
        if (element.normalName().equals("br")) {
          text.append('\n');
        } else if (element.isBlock()) {
          text.append("\n\n");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock()) {
        text.append("\n\n");
      }
    }

    String text() {
      String blanks = BLANKS.matcher(text).replaceAll(" ");
      String lines = AROUND_BREAKS.matcher(blanks).replaceAll("\n");
      return MANY_BREAKS.matcher(lines).replaceAll("\n\n").strip();
    }
  }
}
