package ai.policytracker.query.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Rows of company_alias. */
final class AliasTable {
  private AliasTable() {}

  /** Of companies that were their own there is none. */
  static Uni<Void> close(SqlConnection connection, List<Closed<String>> rows) {
    return Unnest.rows(rows)
        .text(Closed::key)
        .time(Closed::recordedAt)
        .executeForAny(
            connection,
            """
            UPDATE company_alias a SET known_to = c.known_to
            FROM unnest($1::text[], $2::timestamptz[]) AS c(company, known_to)
            WHERE a.company = c.company AND a.known_to = 'infinity'""");
  }

  static Uni<Void> add(SqlConnection connection, List<AliasVersion> rows) {
    return Unnest.rows(rows)
        .text(AliasVersion::company)
        .text(AliasVersion::mergedInto)
        .time(AliasVersion::knownFrom)
        .time(AliasVersion::knownTo)
        .execute(
            connection,
            """
            INSERT INTO company_alias (company, merged_into, known_from, known_to)
            SELECT company, merged_into, known_from, coalesce(known_to, 'infinity')
            FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
              AS a(company, merged_into, known_from, known_to)""");
  }
}
