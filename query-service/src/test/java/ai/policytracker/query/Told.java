package ai.policytracker.query;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Authority;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Decision;
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
import ai.policytracker.event.Verdict;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** A claim of a company in an article, said in as few words as a test needs; words change it. */
public final class Told {
  private static final Decision DECISION = new Decision("ann", "looked at it");

  private final String company;
  private final String article;
  private String publisher;
  private String publishedAt;
  private Kind kind = Kind.PAUSE;
  private Technology technology = Technology.FACIAL_RECOGNITION;
  private Audience audience = Audience.LAW_ENFORCEMENT;
  private String jurisdiction;
  private Modality modality = Modality.DECIDED;
  private AnnouncedOn announcedOn = AnnouncedOn.UNKNOWN;
  private Until until;
  private Stance stance;
  private Target target;
  private double confidence = 0.9;
  private int revision = 1;
  private String quote;

  private Told(String company, String article) {
    this.company = company;
    this.article = article;
    this.publisher = "Publisher of " + article;
    this.quote = company + " said so on faces";
  }

  public static Told of(String company, String article) {
    return new Told(company, article);
  }

  public Told by(String name) {
    publisher = name;
    return this;
  }

  public Told published(String date) {
    publishedAt = date;
    return this;
  }

  public Told says(Kind said) {
    kind = said;
    return this;
  }

  public Told takes(Stance side, Target onWhat) {
    kind = Kind.LOBBYING_STANCE;
    stance = side;
    target = onWhat;
    return this;
  }

  public Told about(Technology what) {
    technology = what;
    return this;
  }

  public Told to(Audience whom) {
    audience = whom;
    return this;
  }

  public Told in(String place) {
    jurisdiction = place;
    return this;
  }

  public Told as(Modality how) {
    modality = how;
    return this;
  }

  public Told on(String day) {
    return on(AnnouncedOn.day(LocalDate.parse(day)));
  }

  public Told on(AnnouncedOn date) {
    announcedOn = date;
    return this;
  }

  public Told until(Until end) {
    until = end;
    return this;
  }

  public Told sure(double confidence) {
    this.confidence = confidence;
    return this;
  }

  public Told revision(int number) {
    revision = number;
    return this;
  }

  public Told quoting(String words) {
    quote = words;
    return this;
  }

  private Claim claim() {
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
        Mention.NEWS,
        null,
        until,
        stance,
        target,
        List.of(new Evidence(7, 7 + quote.length(), quote)),
        confidence);
  }

  public String claimId() {
    return Ids.claim(article, claim(), 0);
  }

  public ClaimAnnounced event() {
    SourceArticle source =
        new SourceArticle(
            article,
            "https://news.example/" + article,
            publisher,
            null,
            null,
            publishedAt,
            "Title of " + article,
            "en",
            Ids.textHash(article),
            List.of());
    return (ClaimAnnounced)
        EventCodec.withEventId(
            new ClaimAnnounced(
                "-", claimId(), revision, Instant.EPOCH, "test-1", revision > 1, source, claim()));
  }

  public ClaimRetracted retraction() {
    return (ClaimRetracted)
        EventCodec.withEventId(
            new ClaimRetracted(
                "-",
                claimId(),
                company,
                revision + 1,
                Instant.EPOCH,
                ClaimRetracted.Reason.ARTICLE_WITHDRAWN,
                null));
  }

  public ClaimCorrected corrected(int decision, Consumer<ObjectNode> fields) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    fields.accept(changes);
    return (ClaimCorrected)
        EventCodec.withEventId(
            new ClaimCorrected(
                "-",
                claimId(),
                company,
                decision,
                Instant.EPOCH,
                Authority.ANALYST,
                new Correction(changes),
                DECISION));
  }

  public AnnouncementReviewed reviewed(int decision, Verdict verdict) {
    return (AnnouncementReviewed)
        EventCodec.withEventId(
            new AnnouncementReviewed(
                "-", claimId(), company, decision, verdict, Instant.EPOCH, DECISION));
  }
}
