package ai.policytracker.ingest.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on articles, and on the work done for them at a time. */
@ConfigMapping(prefix = "tracker.articles")
public interface ArticleSettings {
  /** Longest text, in UTF-16 characters; a longer one is refused with 413. */
  @WithDefault("1000000")
  int maxTextChars();

  /**
   * Longest html, in UTF-16 characters; its tree takes up to 60 bytes for each while it is read.
   */
  @WithDefault("1000000")
  int maxHtmlChars();

  /** Longest url, in characters. */
  @WithDefault("2048")
  int maxUrlChars();

  /** Longest publisher, in characters. */
  @WithDefault("300")
  int maxPublisherChars();

  /** Longest title, and longest reason of a retraction, in characters. */
  @WithDefault("1000")
  int maxTitleChars();

  /** Bytes of a refused body that are still read, so that its sender gets to see the answer. */
  @WithDefault("134217728")
  long drainBytes();

  /** Articles held in memory for extraction and storing at a time; further callers wait. */
  @WithDefault("8")
  int inWork();

  /** Longest wait for such a place; after it the answer is 503. */
  @WithDefault("30s")
  Duration longestWait();

  /** Threads that read articles for claims. */
  @WithDefault("2")
  int readers();

  /** Lines of one NDJSON upload that are in work, or answered and not yet sent, at a time. */
  @WithDefault("4")
  int uploadWindow();
}
