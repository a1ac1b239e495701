package ai.policytracker.query.matrix;

import ai.policytracker.query.position.PositionVersions;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Reads positions of many companies, each page in one statement. */
@ApplicationScoped
class Matrix {
  /** Tells the positions apart that are in force on one date, in the order of a page. */
  static final List<String> KEY =
      List.of(
          "company", "technology", "activity", "audience", "jurisdiction", "lane", "announcement");

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
              .replace("{rest}", names("p.", KEY.subList(1, KEY.size())))
              .replace("{order}", names("page.", KEY));

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

  Matrix(Pool pool) {
    this.pool = pool;
  }

  private static String names(String prefix, List<String> names) {
    return names.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
  }

  /**
   * @param companies null for all
   */
  Uni<Listed<MatrixPosition>> list(Page page, Conditions asked, List<String> companies) {
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
                  .formatted(names("p.", KEY.subList(1, KEY.size()))),
              page.after().toArray());
    }
    return asked.sql().substring(before);
  }

  /**
   * @param companies null for all
   */
  Uni<Listed<MatrixGroup>> count(
      Page page, Conditions asked, List<String> companies, List<GroupBy> grouping) {
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
