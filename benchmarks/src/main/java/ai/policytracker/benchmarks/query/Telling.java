package ai.policytracker.benchmarks.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * How announcements are told: as measured on the labelled articles in {@code corpus/shared}, 421
 * claims on 205 announcements, which are the only ones whose announcements are known.
 */
final class Telling {
  static final String IN_WORDS =
      "each version is caused by a claim; claims of an announcement as in corpus/shared (421 on 205:"
          + " mean 2.05, 56 % of them told once, the most often told one 14 times), a further"
          + " one a day or two after the first (median; a tenth after a month), 1.15 quotes of about"
          + " 105 characters a claim";

  /** Announcements that one claim tells of, that two tell of, and so on. */
  private static final int[] ANNOUNCEMENTS_BY_CLAIMS = {
    114, 39, 18, 16, 13, 1, 1, 1, 0, 0, 1, 0, 0, 1
  };

  private static final int ANNOUNCEMENTS = Arrays.stream(ANNOUNCEMENTS_BY_CLAIMS).sum();

  /** Of the corpus's 211 further tellings half came within a day, three quarters in a week. */
  private static final double MEDIAN_DELAY_HOURS = 36;

  private static final double DELAY_SPREAD = 2.3;

  private static final double SECOND_QUOTES = 0.15;

  private Telling() {}

  /** Of the next announcement. */
  static int claims(Random random) {
    int place = random.nextInt(ANNOUNCEMENTS);
    int claims = 0;
    while (place >= 0) {
      place -= ANNOUNCEMENTS_BY_CLAIMS[claims++];
    }
    return claims;
  }

  /**
   * From the first telling of an announcement to a further one.
   *
   * @param longest what would come later comes at any time before
   */
  static Duration delay(Random random, Duration longest) {
    double hours = MEDIAN_DELAY_HOURS * Math.exp(DELAY_SPREAD * random.nextGaussian());
    double most = longest.toSeconds() / 3_600.0;
    return Duration.ofMillis(
        (long) (3_600_000 * (hours < most ? hours : most * random.nextDouble())));
  }

  static int quotes(Random random) {
    return random.nextDouble() < SECOND_QUOTES ? 2 : 1;
  }
}
