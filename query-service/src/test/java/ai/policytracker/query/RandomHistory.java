package ai.policytracker.query;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Events of one company on a few subjects: dates of all sorts, repeats, revisions, retractions. */
public final class RandomHistory {
  public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  public static final int DAYS = 120;

  private final Random random;
  private final String company;

  private RandomHistory(Random random, String company) {
    this.random = random;
    this.company = company;
  }

  public static List<PolicyEvent> of(Random random, String company) {
    return new RandomHistory(random, company).events();
  }

  public static LocalDate anyDay(Random random) {
    return FIRST_DAY.plusDays(random.nextInt(DAYS + 60) - 20L);
  }

  private List<PolicyEvent> events() {
    Set<String> claims = new LinkedHashSet<>();
    List<PolicyEvent> events = new ArrayList<>();
    int count = 6 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      Told told = told(company + "-article-" + random.nextInt(count));
      if (claims.add(told.claimId())) {
        events.add(told.event());
        switch (random.nextInt(6)) {
          case 0 -> events.add(told.retraction());
          case 1 -> events.add(told.on(date()).revision(2).event());
          default -> {}
        }
      }
    }
    Collections.shuffle(events, random);
    return events;
  }

  private Told told(String article) {
    Kind[] kinds = Kind.values();
    Audience[] audiences = {Audience.LAW_ENFORCEMENT, Audience.GENERAL};
    Technology[] technologies = {Technology.FACIAL_RECOGNITION, Technology.GENERATIVE_AI};
    return new Told(
        company,
        article,
        "Publisher " + random.nextInt(5),
        random.nextBoolean() ? anyDay(random).toString() : null,
        kinds[random.nextInt(kinds.length)],
        technologies[random.nextInt(technologies.length)],
        audiences[random.nextInt(audiences.length)],
        random.nextInt(4) == 0 ? "US" : null,
        random.nextInt(5) == 0 ? Modality.PLANNED : Modality.DECIDED,
        date(),
        until(),
        random.nextInt(8) == 0 ? 0.4 : 0.8,
        1);
  }

  private AnnouncedOn date() {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    return switch (random.nextInt(5)) {
      case 0 -> AnnouncedOn.UNKNOWN;
      case 1 -> AnnouncedOn.month(day.getYear(), day.getMonthValue());
      default -> AnnouncedOn.day(day);
    };
  }

  private Until until() {
    return switch (random.nextInt(4)) {
      case 0 -> Until.duration(Period.ofDays(1 + random.nextInt(40)));
      case 1 -> Until.condition("a law is in place");
      default -> null;
    };
  }
}
