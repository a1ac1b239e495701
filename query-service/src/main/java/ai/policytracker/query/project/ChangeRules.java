package ai.policytracker.query.project;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Difference;
import ai.policytracker.policy.Lane;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.shell.Shards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What must hold of a change before it may touch the read model. */
final class ChangeRules {
  /** PostgreSQL stores no NUL character, neither in text nor in jsonb. */
  private static final String NUL_IN_JSON = "\\u0000";

  private ChangeRules() {}

  /** Empty where all is well. */
  static List<String> brokenBy(Change change, String json, ConsumerRecord<String, byte[]> record) {
    List<String> broken = new ArrayList<>();
    require(broken, change.changeId() != null, "changeId: must be given");
    require(broken, change.version() >= 1, "version: must be 1 or more");
    require(broken, change.type() != null, "type: must be given");
    require(broken, isExact(change.recordedAt()), "recordedAt: must be in whole microseconds");
    require(broken, Claim.isCompanyId(change.company()), "company: must be a slug");
    require(
        broken,
        Objects.equals(change.company(), record.key()),
        "company: must be the record's key");
    require(broken, isComplete(change), "difference: lacks a field");
    if (change.subject() == null) {
      require(broken, isOfIdentityAlone(change), "subject: must be given");
    } else {
      boolean own = change.subject().company().equals(change.company());
      require(broken, own, "subject: must be of the company");
      require(broken, isOfSubject(change.announced(), change), "announced: is of another subject");
      require(broken, change.mergedInto() == null, "mergedInto: goes without a subject");
    }
    require(broken, !json.contains(NUL_IN_JSON), "holds a NUL character");
    if (broken.isEmpty()) {
      boolean here = Shards.of(change.company()) == record.partition();
      require(broken, here, "company: belongs to another shard");
    }
    return broken;
  }

  private static void require(List<String> broken, boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }

  /** PostgreSQL rounds what is finer, and a known time that is rounded is no longer the same. */
  private static boolean isExact(Instant recordedAt) {
    return recordedAt != null && recordedAt.truncatedTo(ChronoUnit.MICROS).equals(recordedAt);
  }

  private static boolean isOfIdentityAlone(Change change) {
    String into = change.mergedInto();
    return (change.type() == ChangeType.MERGED || change.type() == ChangeType.UNMERGED)
        && (into == null || (Claim.isCompanyId(into) && !into.equals(change.company())))
        && change.announced() == null
        && change.reached() == null
        && change.difference() != null
        && change.difference().before().isEmpty()
        && change.difference().after().isEmpty()
        && ClaimFold.claimsOf(change).findAny().isEmpty();
  }

  /** The claim may name another company, which was merged into this one. */
  private static boolean isOfSubject(ClaimAnnounced announced, Change change) {
    return announced == null
        || (Subject.of(announced.claim(), change.company()).equals(change.subject())
            && change.arrived().containsKey(announced.claimId()));
  }

  private static boolean isComplete(Change change) {
    Difference difference = change.difference();
    return difference != null
        && Stream.of(
                difference.before().stream(),
                difference.after().stream(),
                Stream.ofNullable(change.reached()))
            .flatMap(segments -> segments)
            .allMatch(segment -> isComplete(segment, change.subject()));
  }

  private static boolean isComplete(Segment segment, Subject subject) {
    boolean ofStance = subject != null && subject.target() != null;
    return Stream.of(
                segment.announcement(),
                segment.lane(),
                segment.kind(),
                ofStance ? segment.stance() : segment.status(),
                ofStance ? segment.target() : segment.status(),
                segment.validFrom(),
                segment.validFromPrecision(),
                segment.standing())
            .allMatch(Objects::nonNull)
        && ofStance == (segment.lane() == Lane.STANCE);
  }
}
