package ai.policytracker.query.position;

import ai.policytracker.policy.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Positions of many companies from their histories in memory: at known times up to which these
 * reach, and at later ones where nothing became known of a company since.
 */
@ApplicationScoped
public class CompaniesInMemory {
  private final Histories histories;

  CompaniesInMemory(Histories histories) {
    this.histories = histories;
  }

  /**
   * A company that there is.
   *
   * @param lastRecordedAt of its newest change
   */
  public record Covered(String company, Instant lastRecordedAt) {}

  /** A position on the date that is asked for. */
  public record InForce(String company, SubjectView subject, Segment segment) {
    /** Positions at one spot are set apart by their announcements. */
    private boolean isAtSpotOf(InForce other) {
      return subject.equals(other.subject) && segment.lane() == other.segment.lane();
    }

    private boolean isAfter(InForce other) {
      return segment.announcement().compareTo(other.segment.announcement()) > 0;
    }
  }

  /**
   * In the order of the companies as given, of subject, place, lane and announcement; each company
   * is looked at when the stream comes to it. Empty where one is not in memory: the database is to
   * be asked, and where that happens often its history is read.
   *
   * @param knownAt at which what is said of the companies holds
   */
  public Optional<Stream<InForce>> inForce(
      List<Covered> companies, LocalDate asOf, Instant knownAt) {
    Map<String, KnownHistory> found = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Covered covered : companies) {
      Instant last = covered.lastRecordedAt();
      KnownHistory history =
          histories.of(covered.company(), last.isBefore(knownAt) ? last : knownAt);
      if (history == null) {
        missing.add(covered.company());
      } else {
        found.put(covered.company(), history);
      }
    }
    missing.forEach(histories::missed);
    return missing.isEmpty()
        ? Optional.of(
            found.entrySet().stream()
                .flatMap(of -> inForce(of.getKey(), of.getValue(), asOf, knownAt).stream()))
        : Optional.empty();
  }

  private static List<InForce> inForce(
      String company, KnownHistory history, LocalDate asOf, Instant knownAt) {
    List<InForce> inForce = new ArrayList<>();
    history.inForce(
        knownAt,
        asOf,
        (subject, segment) ->
            add(
                inForce,
                new InForce(company, SubjectView.of(subject, segment.jurisdiction()), segment)));
    return inForce;
  }

  /** Histories have those at one spot in the order of their first days. */
  private static void add(List<InForce> inForce, InForce one) {
    int place = inForce.size();
    while (place > 0
        && inForce.get(place - 1).isAtSpotOf(one)
        && inForce.get(place - 1).isAfter(one)) {
      place--;
    }
    inForce.add(place, one);
  }
}
