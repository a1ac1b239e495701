package ai.policytracker.policy;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.Correction;
import ai.policytracker.event.DateReached;
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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Seeded histories of three companies: every kind of claim, date and place, copies, repeats, later
 * readings, retractions, corrections, reviews, merges and dates that have come.
 */
public final class Histories {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate START = LocalDate.of(2020, 1, 1);
  private static final String[] COMPANIES = {"acme", "bolt", "cove"};
  private static final Kind[] KINDS = Kind.values();

  private final Random random;
  private final List<PolicyEvent> events = new ArrayList<>();

  private Histories(long seed) {
    random = new Random(seed);
  }

  public static List<PolicyEvent> of(long seed) {
    return new Histories(seed).make();
  }

  private List<PolicyEvent> make() {
    Set<String> claimIds = new HashSet<>();
    int articles = 2 + random.nextInt(12);
    for (int i = 0; i < articles; i++) {
      int claims = random.nextInt(5) == 0 ? 2 : 1;
      for (int c = 0; c < claims; c++) {
        Story story = story("article-" + i);
        if (claimIds.add(story.claimId())) {
          ClaimAnnounced announced = story.event();
          events.add(announced);
          follow(story, announced);
        }
      }
    }
    identities();
    return events;
  }

  private void follow(Story story, ClaimAnnounced first) {
    switch (random.nextInt(12)) {
      case 0 -> events.add(story.retraction());
      case 1 -> events.add(redated(story).revision(2).rereadBy("test-2").event());
      case 2 -> {
        events.add(story.retraction(ClaimRetracted.Reason.NO_LONGER_FOUND));
        events.add(redated(story).revision(3).event());
      }
      case 3, 4 -> analyst(first);
      case 5 -> review(first);
      case 6 -> events.add(with(corrected(first, Authority.ARTICLE, 1, changes())));
      case 7 ->
          events.add(
              with(
                  new DateReached(
                      "-",
                      first.claimId(),
                      first.company(),
                      random.nextBoolean() ? DateReached.Boundary.START : DateReached.Boundary.END,
                      day(),
                      RECEIVED)));
      default -> {}
    }
  }

  private void analyst(ClaimAnnounced first) {
    int decisions = 1 + random.nextInt(3);
    for (int revision = 1; revision <= decisions; revision++) {
      events.add(
          random.nextInt(3) == 0
              ? with(
                  new ClaimRetracted(
                      "-",
                      first.claimId(),
                      first.company(),
                      revision,
                      RECEIVED,
                      ClaimRetracted.Reason.JUDGED_WRONG,
                      new Decision("ann", "misread")))
              : with(corrected(first, Authority.ANALYST, revision, changes())));
    }
  }

  private void review(ClaimAnnounced first) {
    int verdicts = 1 + random.nextInt(3);
    for (int revision = 1; revision <= verdicts; revision++) {
      events.add(
          with(
              new AnnouncementReviewed(
                  "-",
                  first.claimId(),
                  first.company(),
                  revision,
                  Verdict.values()[random.nextInt(3)],
                  RECEIVED,
                  new Decision("ann", "looked at it"))));
    }
  }

  private ClaimCorrected corrected(
      ClaimAnnounced first, Authority authority, int revision, ObjectNode changes) {
    return new ClaimCorrected(
        "-",
        first.claimId(),
        first.company(),
        revision,
        RECEIVED,
        authority,
        new Correction(changes),
        authority == Authority.ANALYST ? new Decision("ann", "misread") : null);
  }

  private ObjectNode changes() {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> changes.put("company", COMPANIES[random.nextInt(3)]);
      case 2 -> changes.put("audience", "general");
      case 3 -> changes.put("kind", "BAN").putNull("until");
      case 4 -> changes.set("announcedOn", Json.MAPPER.valueToTree(AnnouncedOn.day(day())));
      default -> changes.put("jurisdiction", random.nextBoolean() ? "US" : "EU");
    }
    return changes;
  }

  private void identities() {
    for (String company : COMPANIES) {
      int decisions = random.nextInt(3);
      for (int revision = 1; revision <= decisions; revision++) {
        Decision decision = new Decision("ann", "one company");
        String into = COMPANIES[random.nextInt(3)];
        events.add(
            into.equals(company)
                ? with(new CompaniesUnmerged("-", company, revision, RECEIVED, decision))
                : with(new CompaniesMerged("-", company, into, revision, RECEIVED, decision)));
      }
    }
  }

  private static PolicyEvent with(PolicyEvent event) {
    return EventCodec.withEventId(event);
  }

  private Story story(String articleId) {
    Story story =
        Story.article(articleId)
            .of(COMPANIES[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)])
            .by(random.nextInt(8) == 0 ? null : "Publisher " + random.nextInt(4))
            .in(random.nextInt(3) > 0 ? null : random.nextBoolean() ? "US" : "EU")
            .as(modality())
            .confidence(random.nextInt(10) == 0 ? 0.4 : 0.5 + random.nextInt(50) / 100.0);
    if (random.nextInt(3) == 0) {
      story.copyKeys("copy-" + random.nextInt(3));
    }
    if (random.nextInt(5) == 0) {
      story.to(Audience.GENERAL);
    }
    if (random.nextInt(4) == 0) {
      story.inPassing();
    }
    Kind kind = KINDS[random.nextInt(KINDS.length)];
    if (kind == Kind.LOBBYING_STANCE) {
      story.takes(Stance.values()[random.nextInt(3)], target());
    } else {
      story.says(kind);
    }
    if (random.nextInt(3) == 0) {
      story.until(until());
    }
    if (random.nextInt(8) == 0) {
      story.effective(day().toString());
    }
    return redated(story);
  }

  private Modality modality() {
    return random.nextInt(6) > 0 ? Modality.DECIDED : Modality.values()[random.nextInt(4)];
  }

  private Target target() {
    String name = random.nextBoolean() ? null : random.nextBoolean() ? "EU AI Act" : "AI Act";
    return new Target(
        name, TargetType.REGULATION, random.nextBoolean() ? null : "EU", Technology.GENERAL_AI);
  }

  private Until until() {
    return switch (random.nextInt(4)) {
      case 0 -> Until.duration(Period.ofDays(1 + random.nextInt(90)));
      case 1 -> Until.condition("a law of kind " + random.nextInt(2));
      case 2 -> Until.furtherNotice();
      default -> Until.date(day());
    };
  }

  private Story redated(Story story) {
    if (random.nextInt(4) > 0) {
      story.published(day().toString());
    }
    LocalDate day = day();
    return story.on(
        switch (random.nextInt(6)) {
          case 0 -> AnnouncedOn.UNKNOWN;
          case 1 -> AnnouncedOn.weekday(DayOfWeek.of(1 + random.nextInt(7)));
          case 2 -> AnnouncedOn.month(day.getYear(), day.getMonthValue());
          case 3 -> AnnouncedOn.year(day.getYear());
          default -> AnnouncedOn.day(day);
        });
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(45));
  }
}
