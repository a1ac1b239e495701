package ai.policytracker.query.request;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The two times that a question is asked for.
 *
 * @param asOf where none is given the day in UTC of the known time, so that an address with a known
 *     time alone has one answer for ever
 * @param knownAt null for now
 */
public record Times(LocalDate asOf, Instant knownAt) {
  public static final String AS_OF =
      "Date, or instant for its day in UTC; default the day of knownAt, and so today without one";
  public static final String KNOWN_AT = "Instant, not in the future; default now";

  public static Times of(String asOf, String knownAt) {
    return of("asOf", asOf, "knownAt", knownAt);
  }

  /** From parameters of other names. */
  public static Times of(String dateName, String asOf, String timeName, String knownAt) {
    Instant known = Parameters.instant(timeName, knownAt);
    LocalDate date = Parameters.date(dateName, asOf);
    Instant dayOf = known == null ? Instant.now() : known;
    return new Times(date == null ? LocalDate.ofInstant(dayOf, ZoneOffset.UTC) : date, known);
  }

  /** Every time that the answer depends on stands in its address. */
  public boolean isFixed() {
    return knownAt != null;
  }

  /**
   * The parameters of a statement that begins with {@link KnownTime#SEEN}: {@code $3} is the date,
   * {@code $4} the first one of those given here.
   */
  public Tuple parameters(Object... more) {
    return Tuple.from(list(more));
  }

  /** As {@link #parameters}, of a statement that asks for no date: {@code $3} is the first one. */
  public Tuple parametersWithoutDate(Object... more) {
    List<Object> all = list(more);
    all.remove(asOf);
    return Tuple.from(all);
  }

  List<Object> list(Object... more) {
    List<Object> all = new ArrayList<>();
    all.add(KnownTime.parameter(Instant.now()));
    all.add(KnownTime.parameter(knownAt));
    all.add(asOf);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
