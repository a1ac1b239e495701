package ai.policytracker.ingest.article;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.ingest.extract.Notice;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what an article's notice says of the claims of the earlier article that it names. A claim
 * that the later article makes itself stands, whatever the notice says: at most a field of it was
 * wrong.
 */
final class Rulings {
  private static final List<String> CORRECTABLE =
      List.of("jurisdiction", "announcedOn", "effectiveFrom", "until", "stance");
  private static final Set<Kind> LIMITS =
      Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL, Kind.RESTRICTION);

  private Rulings() {}

  /**
   * @param now what the later article claims
   * @return empty where the notice does not speak of the claim
   */
  static Optional<Ruling> of(String later, Notice notice, List<Claim> now, Claim claim) {
    if (notice.notMeant().contains(claim.company())) {
      boolean meantNow =
          now.stream().anyMatch(c -> c.company().equals(claim.company()) && isAsserted(c));
      return meantNow ? Optional.empty() : Optional.of(Ruling.takenBack(later));
    }
    Optional<Claim> wrong =
        notice.wrong().stream().filter(said -> isSameAct(said, claim)).findFirst();
    if (wrong.isEmpty() && !notice.whole()) {
      return Optional.empty();
    }
    Optional<Claim> repeated = now.stream().filter(c -> isSameClaim(c, claim)).findFirst();
    if (repeated.isEmpty()) {
      return Optional.of(Ruling.takenBack(later));
    }
    return wrong.flatMap(said -> correction(later, said, repeated.get(), claim));
  }

  /** Fields that the notice repeats as they were, and that the later article has otherwise. */
  private static Optional<Ruling> correction(String later, Claim said, Claim now, Claim claim) {
    JsonNode wrong = Json.MAPPER.valueToTree(said);
    JsonNode right = Json.MAPPER.valueToTree(now);
    JsonNode earlier = Json.MAPPER.valueToTree(claim);
    ObjectNode changes = Json.MAPPER.createObjectNode();
    for (String field : CORRECTABLE) {
      if (wrong.has(field)
          && wrong.get(field).equals(earlier.get(field))
          && right.has(field)
          && !right.get(field).equals(earlier.get(field))) {
        changes.set(field, right.get(field));
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ruling(later, new Correction(changes)));
  }

  /** Whether what is said to have been wrong can be what the claim says. */
  private static boolean isSameAct(Claim said, Claim claim) {
    boolean kinds =
        said.kind() == claim.kind()
            || LIMITS.contains(said.kind()) && LIMITS.contains(claim.kind());
    boolean audiences =
        said.audience() == claim.audience()
            || said.audience() == Audience.GENERAL
            || claim.audience() == Audience.GENERAL;
    return said.company().equals(claim.company())
        && kinds
        && audiences
        && said.technology() == claim.technology()
        && said.stance() == claim.stance()
        && isAsserted(claim);
  }

  private static boolean isSameClaim(Claim now, Claim claim) {
    return now.company().equals(claim.company())
        && now.kind() == claim.kind()
        && now.technology() == claim.technology()
        && now.audience() == claim.audience()
        && Objects.equals(now.target(), claim.target())
        && isAsserted(now) == isAsserted(claim);
  }

  private static boolean isAsserted(Claim claim) {
    return claim.modality() != Modality.DENIED;
  }
}
