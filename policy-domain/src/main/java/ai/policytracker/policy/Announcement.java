package ai.policytracker.policy;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The act in the world that the member claims are about.
 *
 * @param id the anchor: the member with the smallest (date, claim id)
 * @param members sorted by claim id
 * @param validFrom null where nothing dates it: listed as undated, moves no position
 */
record Announcement(
    String id,
    Family family,
    String jurisdiction,
    List<ClaimEntry> members,
    Kind kind,
    LocalDate validFrom,
    Precision validFromPrecision,
    Until until,
    LocalDate end,
    Standing standing,
    int sourceCount,
    double confidence) {

  static Announcement of(List<ClaimEntry> members, Sources sources) {
    List<ClaimEntry> decided = members.stream().filter(ClaimEntry::isDecided).toList();
    Lead lead = new Lead(decided.isEmpty() ? members : decided, sources);
    return new Announcement(
        anchor(members),
        Family.of(members.getFirst().kind()),
        members.stream()
            .map(ClaimEntry::jurisdiction)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        members.stream().sorted(Comparator.comparing(ClaimEntry::claimId)).toList(),
        lead.kind(),
        lead.validFrom(),
        lead.validFromPrecision(),
        lead.until(),
        lead.end(),
        standing(members, decided, sources),
        sources.count(decided),
        sources.confidence(decided.isEmpty() ? members : decided));
  }

  private static String anchor(List<ClaimEntry> members) {
    return members.stream()
        .min(
            Comparator.comparing(
                    (ClaimEntry c) -> c.day() != null ? c.day() : c.announcedOn().date(),
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(ClaimEntry::claimId))
        .orElseThrow()
        .claimId();
  }

  private static Standing standing(
      List<ClaimEntry> members, List<ClaimEntry> decided, Sources sources) {
    if (members.stream().anyMatch(c -> c.modality() == Modality.DENIED)) {
      return Standing.DISPUTED;
    }
    if (decided.isEmpty()) {
      return Standing.PENDING;
    }
    boolean confirmed =
        sources.count(decided) >= 2 || decided.stream().anyMatch(ClaimEntry::companysOwn);
    return confirmed ? Standing.CONFIRMED : Standing.SINGLE_SOURCE;
  }

  /** Decided and dated: it has its place on the timeline, where stances have none. */
  boolean takesEffect() {
    return validFrom != null
        && family != Family.LOBBYING_STANCE
        && members.stream().anyMatch(ClaimEntry::isDecided);
  }
}
