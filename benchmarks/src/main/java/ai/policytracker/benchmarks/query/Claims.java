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
import java.util.stream.Stream;

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
            quotes(subject, number),
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

  private List<Evidence> quotes(Subject subject, int number) {
    return Stream.generate(() -> quote(subject, number)).limit(Telling.quotes(random)).toList();
  }

  private Evidence quote(Subject subject, int number) {
    int start = random.nextInt(4_000);
    String quote =
        "%s said in statement %d, at %d, that it would keep to its policy on %s for the time being"
            .formatted(company, number, start, subject.technology().slug());
    return new Evidence(start, start + quote.length(), quote);
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
