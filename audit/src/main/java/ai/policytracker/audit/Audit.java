package ai.policytracker.audit;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ClaimState;
import ai.policytracker.policy.Fold;
import ai.policytracker.policy.Placed;
import ai.policytracker.policy.Published;
import ai.policytracker.policy.Subject;
import ai.policytracker.policy.SubjectFold;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folds the stored events in memory and compares with what policy-service and query-service have
 * stored. Both are to be at rest: what the read side has not projected yet shows as a difference.
 */
public final class Audit {
  private final Connection connection;
  private final List<PolicyEvent> events = new ArrayList<>();
  private final Differences differences = new Differences();
  private final StoredRows rows;
  private final KnownPositions known = new KnownPositions();
  private Fold fold;

  /**
   * @param connection to a database that holds the schemas {@code policy} and {@code query}; used
   *     in one repeatable-read transaction
   */
  public Audit(Connection connection) {
    this.connection = connection;
    this.rows = new StoredRows(connection);
  }

  /**
   * @return what differs, one line each
   */
  public Set<String> run() throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      rows.each(
          "SELECT payload::text FROM policy.policy_event ORDER BY shard, position",
          row -> events.add(StoredRows.event(row.getString(1))));
      fold = Fold.replay(events);
      claims();
      aliases();
      changes();
      dues();
      positions();
      pastPositions();
      columns();
      memberships();
      return differences.lines();
    } finally {
      connection.rollback();
    }
  }

  public List<PolicyEvent> events() {
    return events;
  }

  private void claims() throws SQLException {
    Map<String, String> stored = new TreeMap<>();
    rows.each(
        "SELECT claim_id, subject, entry::text, reading FROM policy.claim_state",
        row ->
            stored.put(
                row.getString(1),
                row.getString(2) + " " + row.getString(3) + " " + row.getString(4)));
    Map<String, String> expected = new TreeMap<>();
    for (ClaimState claim : fold.claims().values()) {
      Optional<Placed> placed = Placed.of(claim, fold.aliases());
      expected.put(
          claim.claimId(),
          placed.map(p -> p.subject().key()).orElse(null)
              + " "
              + placed.map(p -> json(p.entry())).orElse(null)
              + " "
              + (claim.reading() == null ? null : claim.reading().eventId()));
    }
    differences.compare("policy.claim_state", stored, expected);
  }

  private void aliases() throws SQLException {
    Map<String, String> stored = new TreeMap<>();
    rows.each(
        "SELECT company, revision, merged_into FROM policy.company_alias",
        row -> stored.put(row.getString(1), row.getInt(2) + " " + row.getString(3)));
    Map<String, String> expected = new TreeMap<>();
    for (Map.Entry<String, Aliases.Alias> e : fold.aliases().decisions().entrySet()) {
      expected.put(e.getKey(), e.getValue().revision() + " " + e.getValue().into());
    }
    differences.compare("policy.company_alias", stored, expected);
    Map<String, String> read = new TreeMap<>();
    rows.each(
        "SELECT company, merged_into FROM query.company_alias WHERE known_to = 'infinity'",
        row -> read.put(row.getString(1), row.getString(2)));
    Map<String, String> merged = new TreeMap<>();
    for (String company : fold.aliases().decisions().keySet()) {
      String into = fold.aliases().resolve(company);
      if (!into.equals(company)) {
        merged.put(company, into);
      }
    }
    differences.compare("query.company_alias", read, merged);
  }

  /** What was told, and how far each side is with it. */
  private void changes() throws SQLException {
    Published published = new Published();
    rows.each(
        "SELECT payload::text FROM policy.policy_change ORDER BY company, version",
        row -> {
          Change change = StoredRows.change(row.getString(1));
          published.apply(change);
          known.apply(change);
        });
    for (Published.Correction c : published.corrections(fold)) {
      differences.add(
          "policy.policy_change: of %s was told %s instead of %s, %d claims are elsewhere"
              .formatted(
                  c.subject().key(),
                  c.difference().before(),
                  c.difference().after(),
                  c.difference().announcementOf().size()));
    }
    Map<String, String> expected = new TreeMap<>();
    published.versions().forEach((company, version) -> expected.put(company, "" + version));
    differences.compare("policy.company", versions("policy"), expected);
    differences.compare("query.company", versions("query"), expected);
  }

  private Map<String, String> versions(String schema) throws SQLException {
    Map<String, String> versions = new TreeMap<>();
    rows.each(
        "SELECT company, version FROM " + schema + ".company",
        row -> versions.put(row.getString(1), "" + row.getLong(2)));
    return versions;
  }

  /** Those that have come may have been reported or not yet. */
  private void dues() throws SQLException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Set<String> stored = new HashSet<>();
    rows.each(
        "SELECT claim_id, boundary, due_on::text, company FROM policy.due_date",
        row -> {
          if (LocalDate.parse(row.getString(3)).isAfter(today)) {
            stored.add(due(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
          }
        });
    Set<String> expected = new HashSet<>();
    for (Map.Entry<Subject, SubjectFold> e : fold.subjects().entrySet()) {
      Change.dues(e.getValue().segments(), today)
          .map(d -> due(d.claimId(), "" + d.boundary(), "" + d.date(), e.getKey().company()))
          .forEach(expected::add);
    }
    differences.compare("policy.due_date", stored, expected);
  }

  private static String due(String claim, String boundary, String on, String company) {
    return "%s of %s of %s on %s".formatted(boundary, claim, company, on);
  }

  /** What is known now as the fold has it; see {@link #pastPositions()}. */
  private void positions() throws SQLException {
    Set<String> stored = new HashSet<>();
    rows.each(
        """
        SELECT concat_ws('/', company, technology, activity, audience, '-'), payload::text
        FROM query.position_version WHERE known_to = 'infinity'
        UNION ALL
        SELECT concat_ws('/', company, coalesce(nullif(technology, ''), '-'), '-', '-', target),
          payload::text
        FROM query.stance_version WHERE known_to = 'infinity'""",
        row -> stored.add(row.getString(1) + " " + StoredRows.segment(row.getString(2))));
    Set<String> expected = new HashSet<>();
    for (Map.Entry<Subject, SubjectFold> e : fold.subjects().entrySet()) {
      e.getValue().segments().forEach(s -> expected.add(e.getKey().key() + " " + s));
    }
    differences.compare("query positions and stances", stored, expected);
  }

  private void pastPositions() throws SQLException {
    Set<String> stored = new HashSet<>();
    rows.each(
        """
        SELECT concat_ws('/', company, technology, activity, audience, '-'), payload::text,
          known_from, known_to
        FROM query.position_version
        UNION ALL
        SELECT concat_ws('/', company, coalesce(nullif(technology, ''), '-'), '-', '-', target),
          payload::text, known_from, known_to
        FROM query.stance_version""",
        row ->
            stored.add(
                KnownPositions.row(
                    row.getString(1),
                    StoredRows.segment(row.getString(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant())));
    differences.compare("query positions and stances of all known times", stored, known.rows());
  }

  /** What is asked for by column must be what the row says, at all known times. */
  private void columns() throws SQLException {
    rows.each(
        """
        SELECT 'position_version', company, announcement, known_from::text
        FROM query.position_version
        WHERE (announcement, jurisdiction, lane, status, valid_from, valid_to)
          IS DISTINCT FROM (payload ->> 'announcement', coalesce(payload ->> 'jurisdiction', ''),
            payload ->> 'lane', payload ->> 'status', (payload ->> 'validFrom')::date,
            coalesce((payload ->> 'validTo')::date, 'infinity'))
        UNION ALL
        SELECT 'stance_version', company, announcement, known_from::text
        FROM query.stance_version
        WHERE (announcement, jurisdiction, valid_from, valid_to)
          IS DISTINCT FROM (payload ->> 'announcement', coalesce(payload ->> 'jurisdiction', ''),
            (payload ->> 'validFrom')::date, coalesce((payload ->> 'validTo')::date, 'infinity'))""",
        row ->
            differences.add(
                "query.%s: the columns of %s of %s, known from %s, are not what the row says"
                    .formatted(
                        row.getString(1), row.getString(3), row.getString(2), row.getString(4))));
  }

  private void memberships() throws SQLException {
    Set<String> stored = new HashSet<>();
    rows.each(
        """
        SELECT claim_id, company, content_id, announcement,
          EXISTS (SELECT FROM query.claim_content c WHERE c.content_id = v.content_id)
        FROM query.claim_version v WHERE known_to = 'infinity'""",
        row ->
            stored.add(
                row.getString(1)
                    + " of "
                    + row.getString(2)
                    + " as "
                    + row.getString(3)
                    + " in "
                    + row.getString(4)
                    + (row.getBoolean(5) ? "" : " without its content")));
    Set<String> expected = new HashSet<>();
    fold.subjects()
        .forEach(
            (subject, of) ->
                of.claims()
                    .forEach(
                        (id, claim) ->
                            expected.add(
                                id
                                    + " of "
                                    + subject.company()
                                    + " as "
                                    + claim.contentId()
                                    + " in "
                                    + of.announcements().get(id))));
    differences.compare("query.claim_version", stored, expected);
  }

  private static String json(Record value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of the domain are always writable", e);
    }
  }
}
