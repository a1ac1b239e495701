package ai.policytracker.benchmarks.fold;

import ai.policytracker.benchmarks.fold.Acts.Act;
import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.Decision;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Technology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events of many companies, the same for the same seed. */
public final class History {
  static final int STANCE_PERCENT = 8;
  static final int RETRACTION_PERCENT = 3;
  static final int REREADING_PERCENT = 2;
  static final int CORRECTION_PERCENT = 1;
  static final int MERGES = 5;

  private static final int SUBJECTS = 20;
  private static final int TARGETS = 3;
  private static final int ACTS_PER_SUBJECT = 10;
  private static final int ACTS_PER_TARGET = 4;
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random;
  private final Acts acts;
  private final Articles articles;

  private History(long seed) {
    random = new Random(seed);
    acts = new Acts(random);
    articles = new Articles(random);
  }

  /** What was told of an act, so that later events can take it back. */
  private record Told(Act act, ClaimAnnounced claim) {}

  /**
   * A few companies are merged in the middle of their events, and every other of these is unmerged.
   *
   * @param inTurn an event of each company, then the next of each; else company after company
   */
  public static List<PolicyEvent> of(
      long seed, int companies, int eventsPerCompany, boolean inTurn) {
    History history = new History(seed);
    List<List<PolicyEvent>> ofCompanies = new ArrayList<>(companies);
    for (int i = 0; i < companies; i++) {
      ofCompanies.add(history.ofCompany("company-" + i, eventsPerCompany));
    }
    List<PolicyEvent> events = new ArrayList<>(companies * eventsPerCompany);
    for (int at = 0; at < companies * eventsPerCompany; at++) {
      int company = inTurn ? at % companies : at / eventsPerCompany;
      int i = inTurn ? at / companies : at % eventsPerCompany;
      boolean merges = i == eventsPerCompany / 2 && company >= companies - MERGES;
      PolicyEvent event = ofCompanies.get(company).get(i);
      events.add(merges ? merge(companies - 1 - company) : event);
    }
    return events;
  }

  private static PolicyEvent merge(int number) {
    String company = "company-" + (number / 2 * 2);
    Decision decision = new Decision("analyst-1", "one company");
    return number % 2 == 0
        ? new CompaniesMerged("merge-" + number, company, company + "9999", 1, RECEIVED, decision)
        : new CompaniesUnmerged("merge-" + number, company, 2, RECEIVED, decision);
  }

  private List<PolicyEvent> ofCompany(String company, int count) {
    List<Act> done = new ArrayList<>();
    List<Act> sides = new ArrayList<>();
    for (int subject = 0; subject < SUBJECTS; subject++) {
      Technology technology = Technology.values()[subject % Technology.values().length];
      Activity activity = Activity.values()[subject % Activity.values().length];
      Audience audience = Audience.values()[subject % Audience.values().length];
      for (int i = 0; i < ACTS_PER_SUBJECT; i++) {
        done.add(acts.any(company, technology, activity, audience));
      }
    }
    for (int i = 0; i < TARGETS * ACTS_PER_TARGET; i++) {
      sides.add(acts.stance(company, TARGETS));
    }
    List<PolicyEvent> events = new ArrayList<>(count);
    List<Told> told = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int drawn = told.isEmpty() ? 100 : random.nextInt(100);
      if (drawn < RETRACTION_PERCENT + REREADING_PERCENT + CORRECTION_PERCENT) {
        events.add(later(drawn, told));
      } else {
        List<Act> from = random.nextInt(100) < STANCE_PERCENT ? sides : done;
        Act act = from.get(random.nextInt(from.size()));
        ClaimAnnounced claim = articles.telling(act);
        told.add(new Told(act, claim));
        events.add(claim);
      }
    }
    return events;
  }

  /** Each claim is taken back, read again or corrected once at most. */
  private PolicyEvent later(int drawn, List<Told> told) {
    Told earlier = told.remove(random.nextInt(told.size()));
    if (drawn < RETRACTION_PERCENT) {
      return articles.retraction(earlier.claim());
    }
    return drawn < RETRACTION_PERCENT + REREADING_PERCENT
        ? articles.rereading(earlier.claim(), earlier.act())
        : articles.correction(earlier.claim());
  }

  /**
   * Claims on one subject of each company, dealt out to the companies in turn.
   *
   * @param laterPercent how many events besides are retractions or later readings, half of each
   */
  static List<PolicyEvent> ofSubject(
      long seed, Shape shape, int claims, int companies, int laterPercent) {
    History history = new History(seed);
    List<Act> told = new ArrayList<>();
    int acts = shape == Shape.ONE_ACT ? 1 : claims / ACTS_PER_SUBJECT;
    for (int i = 0; i < acts; i++) {
      told.add(
          history.acts.any(
              "company-0",
              Technology.FACIAL_RECOGNITION,
              Activity.PROVISION,
              Audience.LAW_ENFORCEMENT));
    }
    return history.ofSubject(told, claims, companies, laterPercent);
  }

  private List<PolicyEvent> ofSubject(List<Act> acts, int claims, int companies, int laterPercent) {
    List<PolicyEvent> events = new ArrayList<>(claims);
    List<Told> told = new ArrayList<>(claims);
    for (int i = 0; i < claims; i++) {
      Act act = acts.get(random.nextInt(acts.size())).of("company-" + i % companies);
      ClaimAnnounced claim = articles.telling(act);
      told.add(new Told(act, claim));
      events.add(claim);
      if (random.nextInt(100) < laterPercent) {
        Told earlier = told.remove(random.nextInt(told.size()));
        events.add(
            random.nextBoolean()
                ? articles.retraction(earlier.claim())
                : articles.rereading(earlier.claim(), earlier.act()));
      }
    }
    return events;
  }
}
