package ai.policytracker.benchmarks.fold;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.Random;

/** Made-up acts of companies, which articles then tell of. */
final class Acts {
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
  private static final int TEN_YEARS_DAYS = 3650;
  private static final String[] PLACES = {"US", "US-CA", "GB", "EU"};

  /** A kind stands here as often in a hundred as companies are reported to do it. */
  private static final Kind[] KINDS = {
    Kind.PAUSE,
    Kind.PAUSE,
    Kind.BAN,
    Kind.BAN,
    Kind.RESTRICTION,
    Kind.RESTRICTION,
    Kind.WITHDRAWAL,
    Kind.RESUMPTION,
    Kind.PERMISSION,
    Kind.COMMITMENT
  };

  private final Random random;

  Acts(Random random) {
    this.random = random;
  }

  /**
   * What happened.
   *
   * @param place that articles name where they name one
   * @param stance only for stances, as is {@code target}
   */
  record Act(
      String company,
      Kind kind,
      Technology technology,
      Activity activity,
      Audience audience,
      LocalDate day,
      String place,
      Until until,
      Stance stance,
      Target target) {

    /** The same act, said by another company. */
    Act of(String other) {
      return new Act(
          other, kind, technology, activity, audience, day, place, until, stance, target);
    }
  }

  /** On any day of ten years. */
  Act any(String company, Technology technology, Activity activity, Audience audience) {
    Kind kind = KINDS[random.nextInt(KINDS.length)];
    return new Act(
        company,
        kind,
        technology,
        activity,
        audience,
        FIRST_DAY.plusDays(random.nextInt(TEN_YEARS_DAYS)),
        PLACES[random.nextInt(PLACES.length)],
        until(kind),
        null,
        null);
  }

  Act stance(String company, int targets) {
    int target = random.nextInt(targets);
    return new Act(
        company,
        Kind.LOBBYING_STANCE,
        Technology.GENERAL_AI,
        Activity.PROVISION,
        Audience.GENERAL,
        FIRST_DAY.plusDays(random.nextInt(TEN_YEARS_DAYS)),
        "US",
        null,
        Stance.values()[random.nextInt(Stance.values().length)],
        new Target("Bill " + target, TargetType.BILL, "US", Technology.GENERAL_AI));
  }

  private Until until(Kind kind) {
    if (kind != Kind.PAUSE) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> Until.duration(Period.ofYears(1));
      case 1 -> Until.condition("a national law is in place");
      case 2 -> Until.furtherNotice();
      default -> Until.date(FIRST_DAY.plusDays(TEN_YEARS_DAYS));
    };
  }
}
