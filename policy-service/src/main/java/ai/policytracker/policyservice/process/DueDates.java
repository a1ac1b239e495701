package ai.policytracker.policyservice.process;

import ai.policytracker.policy.Change;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Stated dates that lie ahead. */
final class DueDates {
  private DueDates() {}

  /** A stated date, with the company that it is about. */
  private record DueRow(Change.Due due, String company) {}

  /** What was due by segments that hold no longer is due no longer. */
  static Stream<Write> save(List<Change> changes) {
    Set<DueRow> gone = new LinkedHashSet<>();
    Set<DueRow> due = new LinkedHashSet<>();
    for (Change change : changes) {
      change.duesBefore().map(d -> new DueRow(d, change.company())).forEach(due::remove);
      change.duesBefore().map(d -> new DueRow(d, change.company())).forEach(gone::add);
      change.dues().map(d -> new DueRow(d, change.company())).forEach(due::add);
    }
    return Stream.concat(
        Write.of(
            """
            DELETE FROM due_date d
            USING unnest($1::text[], $2::text[], $3::date[], $4::text[])
              AS v (claim_id, boundary, due_on, company)
            WHERE d.claim_id = v.claim_id AND d.boundary = v.boundary AND d.due_on = v.due_on""",
            List.copyOf(gone),
            DueDates::columns),
        Write.of(
            """
            INSERT INTO due_date (claim_id, boundary, due_on, company)
            SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::text[])
            ON CONFLICT (claim_id, boundary, due_on)
            DO UPDATE SET company = excluded.company""",
            List.copyOf(due),
            DueDates::columns));
  }

  private static Tuple columns(List<DueRow> rows) {
    return Tuple.tuple()
        .addArrayOfString(Columns.texts(rows, d -> d.due().claimId()))
        .addArrayOfString(Columns.texts(rows, d -> d.due().boundary().name()))
        .addArrayOfLocalDate(rows.stream().map(d -> d.due().date()).toArray(LocalDate[]::new))
        .addArrayOfString(Columns.texts(rows, DueRow::company));
  }
}
