package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticleIdsTest {
  private static final String ID = ArticleIds.article("Example Wire", "A title", "Two words.");

  @Test
  void caseWidthAndWhiteSpaceOfNamesMakeNoDifference() {
    assertThat(ArticleIds.article(" example\u00A0 WIRE", "a  Title\n", "Two words.")).isEqualTo(ID);
    assertThat(ArticleIds.article("Ｅxample Wire", "A title", "Two words.")).isEqualTo(ID);
  }

  @Test
  void whiteSpaceOfTheTextMakesNoDifference() {
    assertThat(ArticleIds.article("Example Wire", "A title", "\r\n Two\u2003words.\u2028"))
        .isEqualTo(ID);
  }

  @Test
  void otherWordsOtherCaseOfTheTextAndMissingNamesAreOtherArticles() {
    assertThat(ArticleIds.article("Example Wire", "A title", "two words.")).isNotEqualTo(ID);
    assertThat(ArticleIds.article("Example Wire", null, "Two words.")).isNotEqualTo(ID);
    assertThat(ArticleIds.article(null, "A title", "Two words.")).isNotEqualTo(ID);
    assertThat(ArticleIds.article("Example", "Wire A title", "Two words.")).isNotEqualTo(ID);
  }

  @Test
  void anAddressIsThePageOfOnePublisher() {
    String address = ArticleIds.address("Example Wire", "https://example.org/a?b=C");

    assertThat(ArticleIds.address("EXAMPLE wire", "HTTPS://Example.org:443/a?b=C#top"))
        .isEqualTo(address);
    assertThat(ArticleIds.address("Example Wire", "https://example.org/A?b=C"))
        .isNotEqualTo(address);
    assertThat(ArticleIds.address("Other", "https://example.org/a?b=C")).isNotEqualTo(address);
    assertThat(ArticleIds.address("Example Wire", null)).isNull();
  }

  @Test
  void recognisesIds() {
    assertThat(ArticleIds.isArticleId(ID)).isTrue();
    assertThat(ArticleIds.isArticleId(ID.toUpperCase(java.util.Locale.ROOT))).isFalse();
    assertThat(ArticleIds.isArticleId("\0")).isFalse();
  }
}
