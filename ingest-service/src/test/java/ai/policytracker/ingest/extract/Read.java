package ai.policytracker.ingest.extract;

import ai.policytracker.event.Claim;
import java.time.LocalDate;
import java.util.List;

/** Reads a text as an article of Friday 12 June 2020. */
final class Read {
  static final LocalDate FRIDAY = LocalDate.of(2020, 6, 12);
  private static final ClaimExtractor EXTRACTOR = new ClaimExtractor();

  private Read() {}

  static List<Claim> text(String text) {
    return text(text, FRIDAY);
  }

  static List<Claim> text(String text, LocalDate published) {
    return reading(null, text, published).claims();
  }

  static Reading reading(String title, String text, LocalDate published) {
    return EXTRACTOR.read(new ArticleText("The Test Post", published, title, text));
  }

  /** The only claim of the text. */
  static Claim only(String text) {
    List<Claim> claims = text(text);
    if (claims.size() != 1) {
      throw new AssertionError("one claim wanted in '" + text + "' but found " + claims);
    }
    return claims.getFirst();
  }
}
