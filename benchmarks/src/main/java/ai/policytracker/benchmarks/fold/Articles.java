package ai.policytracker.benchmarks.fold;

import ai.policytracker.benchmarks.fold.Acts.Act;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Authority;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Decision;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.SourceArticle;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Articles that tell of an act, each with one claim: more or less exact, now and then copied. */
final class Articles {
  /** In {@link #announcedOn}, out of a hundred; the rest has neither date nor publication. */
  static final int DAY_PERCENT = 70;

  static final int MONTH_PERCENT = 8;
  static final int YEAR_PERCENT = 4;
  static final int PUBLISHED_PERCENT = 15;
  static final int COPIED_PERCENT = 10;
  static final int PLACED_PERCENT = 20;
  static final int PUBLISHERS = 300;

  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Evidence> EVIDENCE =
      List.of(new Evidence(120, 160, "will not sell it to police for one year."));
  private static final Decision DECISION = new Decision("analyst-1", "the article says otherwise");

  private final Random random;

  Articles(Random random) {
    this.random = random;
  }

  ClaimAnnounced telling(Act act) {
    int precision = random.nextInt(100);
    boolean dateless = precision >= DAY_PERCENT + MONTH_PERCENT + YEAR_PERCENT + PUBLISHED_PERCENT;
    LocalDate published = dateless ? null : act.day().plusDays(random.nextInt(3));
    return new ClaimAnnounced(
        hex(32),
        hex(32),
        1,
        RECEIVED,
        "rules-1",
        false,
        article(act, published),
        claim(act, precision));
  }

  private SourceArticle article(Act act, LocalDate published) {
    String publisher = "Publisher " + random.nextInt(PUBLISHERS);
    boolean copied = random.nextInt(100) < COPIED_PERCENT;
    List<String> copyKeys =
        copied ? List.of("wire-" + act.day().toEpochDay() + "-" + random.nextInt(5)) : List.of();
    String articleId = hex(32);
    return new SourceArticle(
        articleId,
        "https://news.example/" + articleId,
        publisher,
        null,
        null,
        published == null ? null : published.toString(),
        "A company and its policy",
        "en",
        articleId + articleId,
        copyKeys);
  }

  private Claim claim(Act act, int precision) {
    return new Claim(
        act.company(),
        saidKind(act),
        act.technology(),
        act.activity(),
        act.audience(),
        random.nextInt(100) < PLACED_PERCENT ? act.place() : null,
        modality(),
        random.nextInt(3) == 0 ? Attribution.REPORTED : Attribution.COMPANY,
        announcedOn(act.day(), precision),
        precision >= DAY_PERCENT && random.nextBoolean() ? Mention.BACKGROUND : Mention.NEWS,
        null,
        random.nextInt(3) == 0 ? null : act.until(),
        act.stance(),
        act.target(),
        EVIDENCE,
        confidence());
  }

  /** A ban is now and then called a restriction, and the other way round. */
  private Kind saidKind(Act act) {
    if (random.nextInt(100) >= 8) {
      return act.kind();
    }
    return switch (act.kind()) {
      case BAN, PAUSE, WITHDRAWAL -> Kind.RESTRICTION;
      case RESTRICTION -> Kind.BAN;
      case RESUMPTION -> Kind.PERMISSION;
      case PERMISSION -> Kind.RESUMPTION;
      case COMMITMENT, LOBBYING_STANCE -> act.kind();
    };
  }

  private Modality modality() {
    int drawn = random.nextInt(100);
    return drawn < 90 ? Modality.DECIDED : drawn < 99 ? Modality.PLANNED : Modality.DENIED;
  }

  private double confidence() {
    return random.nextInt(100) < 4 ? 0.4 : (50 + random.nextInt(50)) / 100.0;
  }

  /** A day in ten is off by one. */
  private AnnouncedOn announcedOn(LocalDate day, int precision) {
    if (precision < DAY_PERCENT) {
      return AnnouncedOn.day(random.nextInt(10) == 0 ? day.plusDays(1) : day);
    }
    if (precision < DAY_PERCENT + MONTH_PERCENT) {
      return AnnouncedOn.month(day.getYear(), day.getMonthValue());
    }
    return precision < DAY_PERCENT + MONTH_PERCENT + YEAR_PERCENT
        ? AnnouncedOn.year(day.getYear())
        : AnnouncedOn.UNKNOWN;
  }

  ClaimRetracted retraction(ClaimAnnounced claim) {
    return new ClaimRetracted(
        hex(32),
        claim.claimId(),
        claim.company(),
        claim.revision() + 1,
        RECEIVED,
        ClaimRetracted.Reason.ARTICLE_WITHDRAWN,
        null);
  }

  /** The same article, read by a newer extractor, which finds the day. */
  ClaimAnnounced rereading(ClaimAnnounced claim, Act act) {
    Claim c = claim.claim();
    Claim dated =
        new Claim(
            c.company(),
            c.kind(),
            c.technology(),
            c.activity(),
            c.audience(),
            c.jurisdiction(),
            c.modality(),
            c.attribution(),
            AnnouncedOn.day(act.day()),
            c.mention(),
            c.effectiveFrom(),
            c.until(),
            c.stance(),
            c.target(),
            c.evidence(),
            0.9);
    return new ClaimAnnounced(
        hex(32),
        claim.claimId(),
        claim.revision() + 1,
        RECEIVED,
        "rules-2",
        true,
        claim.article(),
        dated);
  }

  ClaimCorrected correction(ClaimAnnounced claim) {
    return new ClaimCorrected(
        hex(32),
        claim.claimId(),
        claim.company(),
        1,
        RECEIVED,
        Authority.ANALYST,
        new Correction(JsonNodeFactory.instance.objectNode().put("jurisdiction", "US")),
        DECISION);
  }

  private String hex(int chars) {
    byte[] bytes = new byte[chars / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
