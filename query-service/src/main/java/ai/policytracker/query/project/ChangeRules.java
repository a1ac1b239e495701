package ai.policytracker.query.project;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Subject;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Difference;
import ai.policytracker.policy.Segment;
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
    require(broken, isOfCompany(change.subject(), change), "subject: must be of the company");
    require(broken, isComplete(change.difference()), "difference: lacks a field");
    require(broken, isOfSubject(change.announced(), change), "announced: is of another subject");
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

  private static boolean isOfCompany(Subject subject, Change change) {
    return subject != null && subject.company().equals(change.company());
  }

  private static boolean isOfSubject(ClaimAnnounced announced, Change change) {
    return announced == null || announced.subject().equals(change.subject());
  }

  private static boolean isComplete(Difference difference) {
    return difference != null
        && Stream.concat(difference.before().stream(), difference.after().stream())
            .allMatch(ChangeRules::isComplete);
  }

  private static boolean isComplete(Segment segment) {
    return Stream.of(
            segment.announcement(),
            segment.lane(),
            segment.status(),
            segment.kind(),
            segment.validFrom(),
            segment.validFromPrecision(),
            segment.standing())
        .allMatch(Objects::nonNull);
  }
}
