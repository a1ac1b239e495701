package ai.policytracker.query;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Audience;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.DateReached.Boundary;
import ai.policytracker.event.Decision;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.event.Verdict;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Events of three companies on a few subjects and targets: dates of all sorts, revisions,
 * retractions, corrections, reviews, merges and dates that have come.
 */
public final class RandomHistory {
  public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  public static final int DAYS = 60;

  private final Random random;
  private final String[] companies;
  private final List<PolicyEvent> events = new ArrayList<>();

  private RandomHistory(Random random, String prefix) {
    this.random = random;
    this.companies = new String[] {prefix + "-acme", prefix + "-bolt", prefix + "-cove"};
  }

  /**
   * @param prefix of the company ids
   */
  public static List<PolicyEvent> of(Random random, String prefix) {
    return new RandomHistory(random, prefix).make(prefix);
  }

  public static LocalDate anyDay(Random random) {
    return FIRST_DAY.plusDays(random.nextInt(DAYS + 60) - 20L);
  }

  private List<PolicyEvent> make(String prefix) {
    Set<String> claims = new LinkedHashSet<>();
    int count = 6 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      Told told = told(prefix + "-article-" + random.nextInt(count));
      if (claims.add(told.claimId())) {
        events.add(told.event());
        follow(told);
      }
    }
    identities();
    Collections.shuffle(events, random);
    return events;
  }

  private void follow(Told told) {
    switch (random.nextInt(10)) {
      case 0 -> events.add(told.retraction());
      case 1 -> events.add(told.on(date()).revision(2).event());
      case 2 -> {
        String company = companies[random.nextInt(3)];
        events.add(told.corrected(1, f -> f.put("company", company)));
      }
      case 3 -> {
        events.add(told.corrected(1, f -> f.put("audience", "general")));
        events.add(told.corrected(2, f -> {}));
      }
      case 4 ->
          events.add(
              told.corrected(
                  1, f -> f.set("announcedOn", Json.MAPPER.valueToTree(AnnouncedOn.day(day())))));
      case 5 -> {
        events.add(told.reviewed(1, Verdict.values()[random.nextInt(3)]));
        events.add(told.reviewed(2, Verdict.values()[random.nextInt(3)]));
      }
      case 6 ->
          events.add(
              EventCodec.withEventId(
                  new DateReached(
                      "-",
                      told.claimId(),
                      told.event().company(),
                      random.nextBoolean() ? Boundary.START : Boundary.END,
                      day(),
                      Instant.EPOCH)));
      default -> {}
    }
  }

  private void identities() {
    Decision decision = new Decision("ann", "one company");
    for (String company : companies) {
      int decisions = random.nextInt(3);
      for (int revision = 1; revision <= decisions; revision++) {
        String into = companies[random.nextInt(3)];
        PolicyEvent event =
            into.equals(company)
                ? new CompaniesUnmerged("-", company, revision, Instant.EPOCH, decision)
                : new CompaniesMerged("-", company, into, revision, Instant.EPOCH, decision);
        events.add(EventCodec.withEventId(event));
      }
    }
  }

  private Told told(String article) {
    Technology[] technologies = {Technology.FACIAL_RECOGNITION, Technology.GENERATIVE_AI};
    Told told =
        Told.of(companies[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)], article)
            .by("Publisher " + random.nextInt(5))
            .published(random.nextBoolean() ? day().toString() : null)
            .about(technologies[random.nextInt(2)])
            .to(random.nextBoolean() ? Audience.LAW_ENFORCEMENT : Audience.GENERAL)
            .in(random.nextInt(4) == 0 ? "US" : null)
            .as(random.nextInt(5) == 0 ? Modality.values()[random.nextInt(4)] : Modality.DECIDED)
            .on(date())
            .until(until())
            .sure(random.nextInt(8) == 0 ? 0.4 : 0.8);
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    return kind == Kind.LOBBYING_STANCE
        ? told.takes(Stance.values()[random.nextInt(3)], target())
        : told.says(kind);
  }

  private Target target() {
    return new Target(
        random.nextBoolean() ? null : "AI Act",
        TargetType.values()[random.nextInt(2)],
        random.nextBoolean() ? null : "EU",
        random.nextBoolean() ? null : Technology.GENERAL_AI);
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS));
  }

  private AnnouncedOn date() {
    LocalDate day = day();
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
