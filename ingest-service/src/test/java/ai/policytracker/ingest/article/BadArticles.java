package ai.policytracker.ingest.article;

import java.util.List;

/** Bodies that must be refused, with the field that the refusal names. */
record BadArticles(String why, String body, int status, String pointer) {
  static final List<BadArticles> ALL =
      List.of(
          bad("no text", "{\"title\":\"t\"}", "/text"),
          bad("null text", "{\"text\":null}", "/text"),
          bad("empty text", "{\"text\":\"\"}", "/text"),
          bad("blank text", "{\"text\":\" \\n\\t\"}", "/text"),
          bad("text and html", "{\"text\":\"a\",\"html\":\"<p>b\"}", "/html"),
          bad("html without words", "{\"html\":\"<script>a</script>\"}", "/html"),
          tooLong("long text", "{\"text\":\"" + "a".repeat(1_000_001) + "\"}", "/text"),
          tooLong("long html", "{\"html\":\"" + "a".repeat(1_000_001) + "\"}", "/html"),
          bad("escaped NUL", "{\"text\":\"a\\u0000b\"}", "/text"),
          bad("raw NUL", "{\"text\":\"a\0b\"}", "/text"),
          bad("NUL in the title", "{\"text\":\"a\",\"title\":\"\\u0000\"}", "/title"),
          bad("high surrogate alone", "{\"text\":\"a\\ud83d\"}", "/text"),
          bad("low surrogate alone", "{\"text\":\"\\ude00a\"}", "/text"),
          bad("surrogates in the wrong order", "{\"text\":\"\\ude00\\ud83d\"}", "/text"),
          date("9999-01-01"),
          date("1899-12-31"),
          date("2020-02-30"),
          date("2020-06-11T09:30:00"),
          date("11.06.2020"),
          date("2020-06"),
          date(""),
          url("/relative"),
          url("ftp://example.org/a"),
          url("https:///path"),
          url("https://example.org/with blank"),
          url("https://example.org/" + "a".repeat(2048)),
          bad(
              "long publisher",
              "{\"text\":\"a\",\"publisher\":\"" + "p".repeat(301) + "\"}",
              "/publisher"),
          bad("long title", "{\"text\":\"a\",\"title\":\"" + "t".repeat(1001) + "\"}", "/title"),
          language("xx"),
          language("english"),
          language("en_GB"),
          language(""),
          bad("unknown field", "{\"text\":\"a\",\"author/name\":\"b\"}", "/author~1name"),
          bad("number for a string", "{\"text\":1}", "/text"),
          bad("object for a string", "{\"text\":\"a\",\"url\":{\"text\":\"b\"}}", "/url"),
          bad("array for a string", "{\"text\":[\"a\"]}", "/text"),
          bad("field given twice", "{\"text\":\"a\",\"text\":\"a\"}", "/text"),
          bad("broken in a field", "{\"text\":\"a", "/text"),
          bad("broken between fields", "{\"text\":\"a\",}", ""),
          bad("no JSON", "text=a", ""),
          bad("empty body", "", ""),
          bad("array", "[{\"text\":\"a\"}]", ""),
          bad("two objects", "{\"text\":\"a\"} {\"text\":\"b\"}", ""),
          bad("null", "null", ""),
          tooLong("deep nesting", "{\"x\":" + "[".repeat(5_000), "/x"));

  private static BadArticles bad(String why, String body, String pointer) {
    return new BadArticles(why, body, 400, pointer);
  }

  private static BadArticles tooLong(String why, String body, String pointer) {
    return new BadArticles(why, body, 413, pointer);
  }

  private static BadArticles date(String date) {
    String body = "{\"text\":\"a\",\"publishedAt\":\"" + date + "\"}";
    return bad("date '" + date + "'", body, "/publishedAt");
  }

  private static BadArticles url(String url) {
    return bad("url", "{\"text\":\"a\",\"url\":\"" + url + "\"}", "/url");
  }

  private static BadArticles language(String tag) {
    String body = "{\"text\":\"a\",\"language\":\"" + tag + "\"}";
    return bad("language '" + tag + "'", body, "/language");
  }

  @Override
  public String toString() {
    return why;
  }
}
