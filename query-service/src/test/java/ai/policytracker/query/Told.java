package ai.policytracker.query;

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
import ai.policytracker.event.Subject;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A claim of a company in an article, said in as few words as a test needs. */
public record Told(
    String company,
    String article,
    String publisher,
    String publishedAt,
    Kind kind,
    Technology technology,
    Audience audience,
    String jurisdiction,
    Modality modality,
    AnnouncedOn announcedOn,
    Until until,
    double confidence,
    int revision) {

  public static Told of(String company, String article) {
    return new Told(
        company,
        article,
        "Publisher of " + article,
        null,
        Kind.PAUSE,
        Technology.FACIAL_RECOGNITION,
        Audience.LAW_ENFORCEMENT,
        null,
        Modality.DECIDED,
        AnnouncedOn.UNKNOWN,
        null,
        0.9,
        1);
  }

  public Told says(Kind said) {
    return with(said, audience, modality, announcedOn, until, revision);
  }

  public Told to(Audience whom) {
    return with(kind, whom, modality, announcedOn, until, revision);
  }

  public Told as(Modality how) {
    return with(kind, audience, how, announcedOn, until, revision);
  }

  public Told on(String day) {
    return on(AnnouncedOn.day(LocalDate.parse(day)));
  }

  public Told on(AnnouncedOn date) {
    return with(kind, audience, modality, date, until, revision);
  }

  public Told until(Until end) {
    return with(kind, audience, modality, announcedOn, end, revision);
  }

  public Told revision(int number) {
    return with(kind, audience, modality, announcedOn, until, number);
  }

  private Told with(
      Kind kind,
      Audience audience,
      Modality modality,
      AnnouncedOn announcedOn,
      Until until,
      int revision) {
    return new Told(
        company,
        article,
        publisher,
        publishedAt,
        kind,
        technology,
        audience,
        jurisdiction,
        modality,
        announcedOn,
        until,
        confidence,
        revision);
  }

  private Claim claim() {
    boolean lobbying = kind == Kind.LOBBYING_STANCE;
    String quote = company + " said so on faces";
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
        lobbying ? Stance.SUPPORTS : null,
        lobbying ? new Target(null, TargetType.REGULATION, "US", technology) : null,
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
            new ClaimAnnounced("-", claimId(), revision, Instant.EPOCH, "test-1", source, claim()));
  }

  public ClaimRetracted retraction() {
    return (ClaimRetracted)
        EventCodec.withEventId(
            new ClaimRetracted(
                "-",
                claimId(),
                revision + 1,
                Instant.EPOCH,
                Subject.of(claim()),
                ClaimRetracted.Reason.ARTICLE_WITHDRAWN));
  }
}
