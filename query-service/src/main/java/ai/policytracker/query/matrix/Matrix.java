package ai.policytracker.query.matrix;

import ai.policytracker.query.position.CompaniesInMemory;
import ai.policytracker.query.position.CompaniesInMemory.Covered;
import ai.policytracker.query.position.CompaniesInMemory.InForce;
import ai.policytracker.query.position.PositionVersions;
import ai.policytracker.query.position.SubjectView;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads positions of many companies, each page in one statement, or from what is in memory of all
 * that are asked for by name.
 */
@ApplicationScoped
class Matrix {
  /** Tells the positions apart that are in force on one date, in the order of a page. */
  static final List<String> KEY =
      List.of(
          "company", "technology", "activity", "audience", "jurisdiction", "lane", "announcement");

  /** Those of the companies {@code $3} that there are, from {@code $4} on, in their order. */
  private static final String COVERED =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, c.company, c.last_recorded_at FROM seen LEFT JOIN company c
            ON c.version > 0 AND c.company = ANY($3::text[])
              AND c.company >= coalesce($4::text, '')
          ORDER BY c.company"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED);

  private static final String IN_FORCE =
      """
      p.known_from <= seen.known_at AND seen.known_at < p.known_to
        AND p.valid_from <= $3::date AND $3::date < p.valid_to""";

  /** Company by company, so that a page reads no more companies than it shows. */
  private static final String LIST =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, page.* FROM seen LEFT JOIN LATERAL (
            SELECT p.company, p.technology, p.activity, p.audience, p.jurisdiction, p.lane,
              p.announcement, p.payload::text AS payload
            FROM company c CROSS JOIN LATERAL (
              SELECT p.* FROM {versions} OFFSET 0
            ) p
            WHERE c.version > 0 {from}
            ORDER BY c.company, {rest} LIMIT {limit}
          ) page ON true ORDER BY {order}"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED)
              .replace("{versions}", PositionVersions.knownOf("c.company", "$3::date", "{asked}"))
              .replace("{rest}", inOrder("p.", KEY.subList(1, KEY.size())))
              .replace("{order}", inOrder("page.", KEY));

  private static final String COUNT =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, page.* FROM seen LEFT JOIN LATERAL (
            SELECT * FROM (
              SELECT {columns}, count(*) AS positions, count(DISTINCT p.company) AS companies
              FROM position_version p WHERE {inForce} {asked} GROUP BY {expressions}
            ) grouped WHERE true {from} ORDER BY {order} LIMIT {limit}
          ) page ON true ORDER BY {order}"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED)
              .replace("{inForce}", IN_FORCE);

  private final Pool pool;
  private final CompaniesInMemory memory;

  Matrix(Pool pool, CompaniesInMemory memory) {
    this.pool = pool;
    this.memory = memory;
  }

  private static String names(String prefix, List<String> names) {
    return names.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
  }

  /** Of the same in memory. */
  private static List<String> key(InForce position) {
    SubjectView subject = position.subject();
    return List.of(
        position.company(),
        subject.technology().slug(),
        subject.activity().name(),
        subject.audience().slug(),
        Objects.requireNonNullElse(subject.jurisdiction(), ""),
        position.segment().lane().name(),
        position.segment().announcement());
  }

  /** Announcements in one order, whatever the database's collation: memory has it too. */
  private static String inOrder(String prefix, List<String> key) {
    return names(prefix, key) + " COLLATE \"C\"";
  }

  /**
   * @param companies null for all
   */
  Uni<Listed<MatrixPosition>> list(Page page, PositionFilter.Values asked, List<String> companies) {
    if (companies == null) {
      return listStored(page, asked.conditions(page), companies);
    }
    return pool.preparedQuery(COVERED)
        .execute(
            page.times()
                .parametersWithoutDate(
                    companies.toArray(String[]::new),
                    page.isFirst() ? null : page.after().getFirst()))
        .flatMap(
            rows ->
                listInMemory(page, asked, rows)
                    .map(found -> Uni.createFrom().item(found.map(MatrixPosition::of)))
                    .orElseGet(() -> listStored(page, asked.conditions(page), companies)));
  }

  /**
   * Empty where the database is to be asked, also where a page before has shown what was not final.
   */
  private Optional<Listed<InForce>> listInMemory(
      Page page, PositionFilter.Values asked, RowSet<Row> rows) {
    Row first = rows.iterator().next();
    KnownTime known = KnownTime.from(first).unlessHalted(first.getString("halted_reason"));
    List<Covered> covered = new ArrayList<>();
    for (Row row : rows) {
      if (row.getString("company") != null) {
        Instant last = row.getOffsetDateTime("last_recorded_at").toInstant();
        covered.add(new Covered(row.getString("company"), last));
      }
    }
    int before = page.isFirst() ? 0 : 1;
    return memory
        .inForce(covered, page.times().asOf(), known.knownAt())
        .map(
            positions ->
                positions
                    .filter(asked::admit)
                    .dropWhile(p -> !page.isFirst() && !key(p).equals(page.after()))
                    .limit(before + page.limit() + 1L)
                    .toList())
        .filter(found -> found.size() >= before)
        .map(found -> Listed.of(known, found.subList(before, found.size()), page, Matrix::key));
  }

  private Uni<Listed<MatrixPosition>> listStored(
      Page page, Conditions asked, List<String> companies) {
    String sql =
        LIST.replace("{asked}", asked.sql()).replace("{from}", from(page, asked, companies));
    return Listed.ask(
        pool,
        sql,
        asked,
        page,
        "company",
        MatrixPosition::from,
        row -> KEY.stream().map(row::getString).toList());
  }

  /** The company alone too: it says where in the index of companies the page begins. */
  private static String from(Page page, Conditions asked, List<String> companies) {
    int before = asked.sql().length();
    asked.anyOf("c.company", companies);
    if (!page.isFirst()) {
      asked
          .and("c.company >= ?::text", page.after().getFirst())
          .and(
              "(c.company, %s) > (?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text)"
                  .formatted(inOrder("p.", KEY.subList(1, KEY.size()))),
              page.after().toArray());
    }
    return asked.sql().substring(before);
  }

  /**
   * @param companies null for all
   */
  Uni<Listed<MatrixGroup>> count(
      Page page, PositionFilter.Values values, List<String> companies, List<GroupBy> grouping) {
    Conditions asked = values.conditions(page);
    List<String> columns = grouping.stream().map(GroupBy::column).toList();
    String filters = asked.anyOf("p.company", companies).sql();
    List<String> last =
        page.after().stream().map(field -> asked.parameter(field) + "::text").toList();
    String from =
        page.isFirst()
            ? ""
            : "AND (%s) > (%s)".formatted(names("", columns), String.join(", ", last));
    String sql =
        COUNT
            .replace("{columns}", GroupBy.columns(grouping))
            .replace("{expressions}", GroupBy.expressions(grouping))
            .replace("{asked}", filters)
            .replace("{from}", from)
            .replace("{order}", names("", columns));
    return Listed.ask(
        pool,
        sql,
        asked,
        page,
        "positions",
        MatrixGroup::from,
        row -> columns.stream().map(row::getString).toList());
  }
}
