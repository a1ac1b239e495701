package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageTextTest {
  @Test
  void blocksAreParagraphsAndLineBreaksAreKept() {
    assertThat(
            PageText.of("<body><h1>Head</h1><p>One\n two&nbsp;<b>three</b>.<p>Four<br>five</body>"))
        .isEqualTo("Head\n\nOne two three.\n\nFour\nfive");
  }

  @Test
  void whatStandsAroundTheArticleIsLeftOut() {
    String page =
        """
        <html><head><title>t</title><style>p{}</style></head><body>
        <nav>menu</nav><p>teaser</p>
        <article>short</article>
        <article><p>The story.</p><aside>related</aside><form>mail me</form><script>x()</script></article>
        <footer>imprint</footer></body></html>""";

    assertThat(PageText.of(page)).isEqualTo("The story.");
  }

  @Test
  void aPageWithoutWordsGivesNone() {
    assertThat(PageText.of("<script>x()</script><nav>menu</nav>")).isEmpty();
  }

  @Test
  void bareTextIsTaken() {
    assertThat(PageText.of("no tags & <unclosed")).startsWith("no tags &");
  }

  @Test
  @Timeout(60)
  void hostilePagesTakeNoMoreThanTheirTime() {
    for (String tag :
        List.of("<article>a ", "<b>a", "<p>a", "<br>", "<table><tr><td>a ", "<ul><li>a")) {
      assertThat(PageText.of(tag.repeat(1_000_000 / tag.length()) + "end")).endsWith("end");
    }
  }
}
