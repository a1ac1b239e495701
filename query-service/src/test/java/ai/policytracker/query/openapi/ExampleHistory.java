package ai.policytracker.query.openapi;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Change;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** What the worked examples ask about: a few articles of 2020 and 2021, and a merger. */
final class ExampleHistory {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final ChangesTopic topic;
  private final WriteSide writeSide = new WriteSide(START);

  ExampleHistory(ChangesTopic topic) {
    this.topic = topic;
  }

  /** One after the other, a microsecond apart, so that each has its place in the feed. */
  void tell() {
    articles().stream().map(writeSide::append).forEach(this::send);
    send(writeSide.merge("facebook", "meta", 1));
    topic.heartbeat(START.plusSeconds(3600));
    Api.waitUntil(
        "final answers",
        () ->
            Api.get("/v1/companies/amazon/positions?knownAt=" + START.plusSeconds(60))
                .get("final")
                .asBoolean());
  }

  private void send(List<Change> changes) {
    topic.sendChanges(changes);
    changes.forEach(change -> Api.waitForChanges(change.company(), change.version()));
  }

  private static List<PolicyEvent> articles() {
    Told moratorium =
        Told.of("amazon", "harbor-wire-0610")
            .by("Harbor Wire")
            .published("2020-06-10")
            .on("2020-06-10")
            .until(Until.duration(Period.ofYears(1)))
            .quoting("Amazon said that police may not use its face recognition for one year");
    Told disagreeing =
        Told.of("amazon", "lakeside-daily-0611")
            .by("Lakeside Daily")
            .published("2020-06-11")
            .on("2020-06-10")
            .until(Until.condition("Congress has passed rules"))
            .quoting("The company will wait until Congress has passed rules");
    Told national =
        Told.of("microsoft", "harbor-wire-0611")
            .by("Harbor Wire")
            .published("2020-06-11")
            .in("US")
            .on("2020-06-11")
            .until(Until.condition("a national law is in place"))
            .quoting("Microsoft will sell no face recognition to police until a national law");
    Told lobbying =
        Told.of("microsoft", "harbor-wire-0611")
            .by("Harbor Wire")
            .published("2020-06-11")
            .takes(
                Stance.SUPPORTS,
                new Target(null, TargetType.REGULATION, "US", Technology.FACIAL_RECOGNITION))
            .on("2020-06-11")
            .quoting("we need a strong national law, its president said");
    Told leaving =
        Told.of("ibm", "harbor-wire-0608")
            .by("Harbor Wire")
            .published("2020-06-08")
            .says(Kind.WITHDRAWAL)
            .to(Audience.GENERAL)
            .on("2020-06-08")
            .quoting("IBM no longer offers general-purpose face recognition");
    Told shutDown =
        Told.of("facebook", "lakeside-daily-1102")
            .by("Lakeside Daily")
            .published("2021-11-02")
            .says(Kind.WITHDRAWAL)
            .to(Audience.GENERAL)
            .on("2021-11-02")
            .quoting("Facebook shuts down its face recognition system");
    Told extended =
        Told.of("amazon", "harbor-wire-0518")
            .by("Harbor Wire")
            .published("2021-05-18")
            .on("2021-05-18")
            .until(Until.furtherNotice())
            .quoting("Amazon extends its moratorium until further notice");
    Told planned =
        Told.of("microsoft", "lakeside-daily-0621")
            .by("Lakeside Daily")
            .published("2022-06-21")
            .about(Technology.EMOTION_RECOGNITION)
            .to(Audience.GENERAL)
            .says(Kind.WITHDRAWAL)
            .as(Modality.PLANNED)
            .on("2022-06-21")
            .quoting("Microsoft plans to retire tools that read emotions from faces");
    return List.of(
        moratorium.event(),
        disagreeing.event(),
        national.event(),
        lobbying.event(),
        leaving.event(),
        shutDown.event(),
        extended.event(),
        planned.event());
  }
}
