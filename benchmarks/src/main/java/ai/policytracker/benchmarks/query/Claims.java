package ai.policytracker.benchmarks.query;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Ids;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.policy.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Claims of one company, each in an article of its own. */
final class Claims {
  private static final int PUBLISHERS = 40;

  private final String company;
  private final Random random;

  Claims(String company, Random random) {
    this.company = company;
    this.random = random;
  }

  ClaimAnnounced next(Subject subject, Kind kind, LocalDate day, int number) {
    String id = company + "-" + number;
    String quote =
        "%s said in statement %d that it would keep to its policy on %s for the time being, and that it"
            .formatted(company, number, subject.technology().slug());
    int start = random.nextInt(4_000);
    Claim claim =
        new Claim(
            company,
            kind,
            subject.technology(),
            subject.activity(),
            subject.audience(),
            null,
            Modality.DECIDED,
            Attribution.COMPANY,
            AnnouncedOn.day(day),
            Mention.NEWS,
            null,
            null,
            null,
            null,
            List.of(new Evidence(start, start + quote.length(), quote)),
            0.9);
    return new ClaimAnnounced(
        Ids.of("event", id),
        Ids.of("claim", id),
        1,
        Instant.EPOCH,
        "bench-1",
        false,
        article(id, subject, day),
        claim);
  }

  private SourceArticle article(String id, Subject subject, LocalDate day) {
    String publisher = "Publisher " + random.nextInt(PUBLISHERS);
    return new SourceArticle(
        Ids.of("article", id),
        "https://news.example/%s/%s".formatted(day, id),
        publisher,
        null,
        null,
        day.toString(),
        "%s on %s: what it does now".formatted(company, subject.technology().slug()),
        "en",
        Ids.textHash(id),
        List.of());
  }
}
