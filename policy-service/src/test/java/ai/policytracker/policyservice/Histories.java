package ai.policytracker.policyservice;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Ids;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded events of one company on a few subjects, some of them retracted. */
public final class Histories {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Kind[] KINDS = {
    Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL, Kind.RESTRICTION, Kind.RESUMPTION, Kind.COMMITMENT
  };

  private Histories() {}

  /** The first event is a dated, decided claim; every event is about another article. */
  static List<PolicyEvent> of(String company, long seed, int events) {
    Random random = new Random(seed);
    List<PolicyEvent> history = new ArrayList<>();
    while (history.size() < events) {
      String articleId = company + "-" + seed + "-" + history.size();
      Claim claim = claim(company, random);
      String claimId = Ids.claim(articleId, claim, 0);
      history.add(announced(articleId, claimId, claim));
      if (history.size() < events && random.nextInt(8) == 0) {
        history.add(retracted(claimId, claim));
      }
    }
    return history;
  }

  /** A pause of facial recognition that begins on the day. */
  public static PolicyEvent pause(String company, int article, LocalDate day, Until until) {
    Claim claim =
        new Claim(
            company,
            Kind.PAUSE,
            Technology.FACIAL_RECOGNITION,
            Activity.PROVISION,
            Audience.GENERAL,
            null,
            Modality.DECIDED,
            Attribution.COMPANY,
            AnnouncedOn.day(day),
            Mention.NEWS,
            null,
            until,
            null,
            null,
            List.of(new Evidence(0, 8, "It said.")),
            0.9);
    String articleId = company + "-pause-" + article;
    return announced(articleId, Ids.claim(articleId, claim, 0), claim);
  }

  private static Claim claim(String company, Random random) {
    return new Claim(
        company,
        KINDS[random.nextInt(KINDS.length)],
        random.nextBoolean() ? Technology.FACIAL_RECOGNITION : Technology.GENERATIVE_AI,
        Activity.PROVISION,
        random.nextBoolean() ? Audience.LAW_ENFORCEMENT : Audience.GENERAL,
        null,
        Modality.DECIDED,
        Attribution.COMPANY,
        AnnouncedOn.day(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(400))),
        Mention.NEWS,
        null,
        null,
        null,
        null,
        List.of(new Evidence(0, 8, "It said.")),
        0.9);
  }

  private static PolicyEvent announced(String articleId, String claimId, Claim claim) {
    SourceArticle article =
        new SourceArticle(
            articleId,
            null,
            "Publisher " + articleId.hashCode() % 5,
            null,
            null,
            null,
            "Title",
            "en",
            Ids.textHash(articleId),
            List.of());
    return EventCodec.withEventId(
        new ClaimAnnounced("-", claimId, 1, RECEIVED, "test-1", false, article, claim));
  }

  private static PolicyEvent retracted(String claimId, Claim claim) {
    return EventCodec.withEventId(
        new ClaimRetracted(
            "-",
            claimId,
            claim.company(),
            2,
            RECEIVED,
            ClaimRetracted.Reason.NO_LONGER_FOUND,
            null));
  }
}
