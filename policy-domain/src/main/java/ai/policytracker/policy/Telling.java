package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.Ids;
import ai.policytracker.event.PolicyEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the changes, each with the next version of its company. */
final class Telling {
  private final Map<String, Long> versions = new HashMap<>();

  /** By company: the version of its newest change. */
  Map<String, Long> versions() {
    return versions;
  }

  Change told(PolicyEvent event, Subject subject, ChangeType type, Instant recordedAt) {
    return change(event, subject, type, recordedAt, Difference.NONE, new Moves(), null);
  }

  Change identity(
      IdentityEvent event, ChangeType type, String company, String into, Instant recordedAt) {
    return new Change(
        Ids.of("change", event.eventId(), company),
        company,
        versions.merge(company, 1L, Long::sum),
        Fold.VERSION,
        type,
        null,
        List.of(event.eventId()),
        recordedAt,
        null,
        Difference.NONE,
        null,
        null,
        null,
        null,
        into);
  }

  Change change(
      PolicyEvent event,
      Subject subject,
      ChangeType type,
      Instant recordedAt,
      Difference difference,
      Moves moves,
      ClaimAnnounced content) {
    return new Change(
        Ids.of("change", event.eventId(), subject.key()),
        subject.company(),
        versions.merge(subject.company(), 1L, Long::sum),
        Fold.VERSION,
        type,
        subject,
        List.of(event.eventId()),
        recordedAt,
        difference.validFrom(),
        difference,
        moves.arrived(),
        moves.left(),
        content,
        null,
        null);
  }
}
