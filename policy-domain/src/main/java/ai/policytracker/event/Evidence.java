package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

/**
 * The exact quote behind a claim.
 *
 * @param start UTF-16 offset into the stored text, inclusive
 * @param end UTF-16 offset, exclusive
 * @param quote the characters from start to end, at most {@value #MAX_QUOTE_CHARS}
 */
public record Evidence(int start, int end, String quote) {
  public static final int MAX_QUOTE_CHARS = 300;

  public Evidence {
    require(quote != null && !quote.isBlank(), "evidence.quote", "must not be blank");
    require(
        quote.length() <= MAX_QUOTE_CHARS,
        "evidence.quote",
        "must have at most " + MAX_QUOTE_CHARS + " characters");
    require(start >= 0, "evidence.start", "must not be negative");
    require(end - start == quote.length(), "evidence.end", "must be start + length of the quote");
  }
}
