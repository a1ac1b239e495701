package ai.policytracker.policy;

import ai.policytracker.event.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How much a verdict on a claim's announcement would change a subject's positions. */
public final class Impact {
  /** Positions without an end count up to here: what is asked about is mostly near today. */
  static final int HORIZON_DAYS = 365;

  private Impact() {}

  /**
   * @param today the day of asking
   * @return days of valid time, up to {@value #HORIZON_DAYS} from today, on which another answer
   *     would hold; the subject is as it was afterwards
   */
  public static long days(SubjectFold subject, ClaimEntry claim, Verdict verdict, LocalDate today) {
    ClaimEntry judged = claim.judgedAs(verdict);
    Difference difference = subject.apply(List.of(claim), List.of(judged)).difference();
    subject.apply(List.of(judged), List.of(claim));
    return Math.max(days(difference.before(), today), days(difference.after(), today));
  }

  /**
   * @return days of valid time that the segments cover, up to {@value #HORIZON_DAYS} from today
   */
  public static long days(List<Segment> segments, LocalDate today) {
    LocalDate horizon = today.plusDays(HORIZON_DAYS);
    return segments.stream()
        .mapToLong(
            s -> {
              LocalDate end =
                  s.validTo() == null || s.validTo().isAfter(horizon) ? horizon : s.validTo();
              return Math.max(0, ChronoUnit.DAYS.between(s.validFrom(), end));
            })
        .sum();
  }
}
