package ai.policytracker.policy;

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
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A claim in an article, said in as few words as a test needs; the rest has defaults. */
public final class Story {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  private final String articleId;
  private String company = "acme";
  private Kind kind = Kind.PAUSE;
  private Technology technology = Technology.FACIAL_RECOGNITION;
  private Audience audience = Audience.LAW_ENFORCEMENT;
  private Stance stance;
  private Target target;
  private String extractor = "test-1";
  private boolean rereading;
  private String publisher;
  private String publisherCompany;
  private String credits;
  private String publishedAt;
  private AnnouncedOn announcedOn = AnnouncedOn.UNKNOWN;
  private String jurisdiction;
  private Modality modality = Modality.DECIDED;
  private Mention mention = Mention.NEWS;
  private LocalDate effectiveFrom;
  private Until until;
  private double confidence = 0.9;
  private int revision = 1;
  private List<String> copyKeys = List.of();

  private Story(String articleId) {
    this.articleId = articleId;
    this.publisher = "Publisher of " + articleId;
  }

  public static Story article(String id) {
    return new Story(id);
  }

  public Story says(Kind kind) {
    this.kind = kind;
    return this;
  }

  public Story of(String company) {
    this.company = company;
    return this;
  }

  public Story on(Technology technology) {
    this.technology = technology;
    return this;
  }

  public Story to(Audience audience) {
    this.audience = audience;
    return this;
  }

  public Story takes(Stance stance, Target target) {
    this.kind = Kind.LOBBYING_STANCE;
    this.stance = stance;
    this.target = target;
    return this;
  }

  /** Read again, by this version of the extractor. */
  public Story rereadBy(String extractor) {
    this.extractor = extractor;
    this.rereading = true;
    return this;
  }

  public Story by(String publisher) {
    this.publisher = publisher;
    return this;
  }

  public Story ownedBy(String company) {
    this.publisherCompany = company;
    return this;
  }

  public Story crediting(String publisher) {
    this.credits = publisher;
    return this;
  }

  public Story published(String date) {
    this.publishedAt = date;
    return this;
  }

  public Story on(String day) {
    return on(AnnouncedOn.day(LocalDate.parse(day)));
  }

  public Story on(AnnouncedOn date) {
    this.announcedOn = date;
    return this;
  }

  public Story in(String jurisdiction) {
    this.jurisdiction = jurisdiction;
    return this;
  }

  public Story as(Modality modality) {
    this.modality = modality;
    return this;
  }

  public Story inPassing() {
    this.mention = Mention.BACKGROUND;
    return this;
  }

  public Story effective(String day) {
    this.effectiveFrom = LocalDate.parse(day);
    return this;
  }

  public Story until(Until until) {
    this.until = until;
    return this;
  }

  public Story confidence(double confidence) {
    this.confidence = confidence;
    return this;
  }

  public Story revision(int revision) {
    this.revision = revision;
    return this;
  }

  public Story copyKeys(String... keys) {
    this.copyKeys = List.of(keys);
    return this;
  }

  public Claim claim() {
    return new Claim(
        company,
        kind,
        technology,
        Activity.PROVISION,
        audience,
        jurisdiction,
        modality,
        Attribution.COMPANY,
        announcedOn,
        mention,
        effectiveFrom,
        until,
        stance,
        target,
        List.of(new Evidence(0, 9, "Acme said")),
        confidence);
  }

  public String claimId() {
    return Ids.claim(articleId, claim(), 0);
  }

  public ClaimAnnounced event() {
    SourceArticle article =
        new SourceArticle(
            articleId,
            null,
            publisher,
            publisherCompany,
            credits,
            publishedAt,
            "Acme and faces",
            "en",
            Ids.textHash(articleId),
            copyKeys);
    return (ClaimAnnounced)
        EventCodec.withEventId(
            new ClaimAnnounced(
                "-", claimId(), revision, RECEIVED, extractor, rereading, article, claim()));
  }

  public ClaimRetracted retraction() {
    return retraction(ClaimRetracted.Reason.ARTICLE_WITHDRAWN);
  }

  public ClaimRetracted retraction(ClaimRetracted.Reason reason) {
    return (ClaimRetracted)
        EventCodec.withEventId(
            new ClaimRetracted("-", claimId(), company, revision + 1, RECEIVED, reason, null));
  }

  static Subject subject() {
    return Subject.of(article("any").claim(), "acme");
  }
}
