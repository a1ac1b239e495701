package ai.policytracker.benchmarks.query;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Difference;
import ai.policytracker.policy.Fold;
import ai.policytracker.policy.Lane;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.policy.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What became known of one company: announcements one after the other on each of its subjects, told
 * by one claim or more. Each claim is one change; it ends the versions that it replaces.
 */
final class CompanyHistory {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2018-01-01");
  private static final int DAYS = 3_200;
  private static final List<Kind> KINDS =
      List.of(Kind.PAUSE, Kind.BAN, Kind.RESTRICTION, Kind.RESUMPTION, Kind.WITHDRAWAL);

  private final String company;
  private final Random random;
  private final Claims claims;
  private final Tellings tellings;
  private final List<Subject> subjects;
  private final Map<Integer, Held> byAnnouncement = new HashMap<>();
  private final Map<Integer, Integer> lastOfSubject = new HashMap<>();

  /** A version that is known and not replaced yet. */
  private record Held(Subject subject, Segment segment, Instant knownFrom) {}

  /** Takes what is made. */
  interface Rows {
    /**
     * @param knownTo null while it is not replaced
     */
    void position(Subject subject, Segment segment, Instant knownFrom, Instant knownTo);

    void claim(Subject subject, ClaimAnnounced claim, String announcement, Instant knownFrom);

    void change(Change change);
  }

  /**
   * @param versions how many position versions are made
   */
  CompanyHistory(String company, int versions, RecordedTimes times, long seed) {
    this.company = company;
    this.random = new Random(seed);
    this.claims = new Claims(company, random);
    int most = Math.clamp(Math.round(Math.pow(versions, 0.35)), 1, 60);
    this.subjects = subjects(most);
    this.tellings = Tellings.of(versions, most, times, random);
  }

  /** When its changes are recorded, in microseconds; see {@link RecordedTimes}. */
  LongStream recordedMicros() {
    return tellings.inOrder().stream().mapToLong(Tellings.Claim::micros);
  }

  private List<Subject> subjects(int count) {
    List<Subject> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Subject(
              company,
              Technology.values()[i % Technology.values().length],
              Activity.values()[i / Technology.values().length % Activity.values().length],
              Audience.values()[i % Audience.values().length],
              null));
    }
    return all;
  }

  void write(Rows rows) {
    int version = 0;
    for (Tellings.Claim told : tellings.inOrder()) {
      version++;
      Instant now = RecordedTimes.at(told.micros());
      Held before = byAnnouncement.get(told.announcement());
      if (before == null) {
        announce(rows, told, version, now, (double) version / tellings.inOrder().size());
      } else {
        corroborate(rows, told, before, version, now);
      }
    }
    for (Held held : byAnnouncement.values()) {
      rows.position(held.subject(), held.segment(), held.knownFrom(), null);
    }
  }

  private void announce(Rows rows, Tellings.Claim told, int version, Instant now, double progress) {
    Subject subject = subjects.get(told.subject());
    Integer earlier = lastOfSubject.put(told.subject(), told.announcement());
    Held before = earlier == null ? null : byAnnouncement.get(earlier);
    LocalDate from =
        before == null
            ? FIRST_DAY.plusDays(random.nextInt(300))
            : later(before.segment().validFrom(), progress);
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    ClaimAnnounced claim = claims.next(subject, kind, from, version);
    Segment segment = segment(claim.claimId(), kind, from, null, 1);
    List<Segment> ended = new ArrayList<>();
    List<Segment> after = new ArrayList<>();
    if (before != null) {
      rows.position(subject, before.segment(), before.knownFrom(), now);
      ended.add(before.segment());
      after.add(ending(before.segment(), from));
      byAnnouncement.put(earlier, new Held(subject, after.getFirst(), now));
    }
    after.add(segment);
    rows.claim(subject, claim, claim.claimId(), now);
    byAnnouncement.put(told.announcement(), new Held(subject, segment, now));
    rows.change(change(subject, version, now, ChangeType.ADOPTED, ended, after, claim));
  }

  private void corroborate(Rows rows, Tellings.Claim told, Held before, int version, Instant now) {
    Segment was = before.segment();
    Segment is =
        segment(
            was.announcement(), was.kind(), was.validFrom(), was.validTo(), was.sourceCount() + 1);
    ClaimAnnounced claim = claims.next(before.subject(), was.kind(), was.validFrom(), version);
    rows.claim(before.subject(), claim, was.announcement(), now);
    rows.position(before.subject(), was, before.knownFrom(), now);
    byAnnouncement.put(told.announcement(), new Held(before.subject(), is, now));
    rows.change(
        change(
            before.subject(),
            version,
            now,
            ChangeType.CORROBORATED,
            List.of(was),
            List.of(is),
            claim));
  }

  private LocalDate later(LocalDate start, double progress) {
    LocalDate expected = FIRST_DAY.plusDays(300 + (long) (progress * (DAYS - 300)));
    return expected.isAfter(start) ? expected : start.plusDays(1 + random.nextInt(3));
  }

  private Segment segment(
      String announcement, Kind kind, LocalDate from, LocalDate to, int sources) {
    return new Segment(
        announcement,
        null,
        Lane.POLICY,
        status(kind),
        kind,
        null,
        null,
        Attribution.COMPANY,
        from,
        Precision.DAY,
        to,
        null,
        sources > 1 ? Standing.CONFIRMED : Standing.SINGLE_SOURCE,
        sources,
        0.9,
        List.of());
  }

  private Segment ending(Segment segment, LocalDate to) {
    return segment(
        segment.announcement(),
        segment.kind(),
        segment.validFrom(),
        to.isAfter(segment.validFrom()) ? to : segment.validFrom().plusDays(1),
        segment.sourceCount());
  }

  private static Status status(Kind kind) {
    return switch (kind) {
      case PAUSE -> Status.PAUSED;
      case BAN -> Status.PROHIBITED;
      case WITHDRAWAL -> Status.WITHDRAWN;
      case RESTRICTION -> Status.RESTRICTED;
      case RESUMPTION, PERMISSION -> Status.PERMITTED;
      case COMMITMENT, LOBBYING_STANCE -> throw new IllegalArgumentException(kind.name());
    };
  }

  private Change change(
      Subject subject,
      int version,
      Instant now,
      ChangeType type,
      List<Segment> before,
      List<Segment> after,
      ClaimAnnounced claim) {
    TreeMap<String, String> arrived = new TreeMap<>();
    arrived.put(claim.claimId(), claim.eventId());
    TreeMap<String, String> announcementOf = new TreeMap<>();
    announcementOf.put(claim.claimId(), after.getLast().announcement());
    return new Change(
        company + "/" + version,
        company,
        version,
        Fold.VERSION,
        type,
        subject,
        List.of(claim.eventId()),
        now,
        after.getLast().validFrom(),
        new Difference(before, after, announcementOf),
        arrived,
        List.of(),
        claim,
        null,
        null);
  }
}
