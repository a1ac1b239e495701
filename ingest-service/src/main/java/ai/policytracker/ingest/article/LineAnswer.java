package ai.policytracker.ingest.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** What became of one line of an upload: its claims as for a single post, or its problem. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineAnswer(
    int line, int status, String articleId, List<ClaimView> claims, HttpProblem problem) {

  static LineAnswer taken(int line, Receipt receipt) {
    ArticleClaims claims = ArticleClaims.of(receipt.article());
    return new LineAnswer(
        line, receipt.isNew() ? 201 : 200, claims.articleId(), claims.claims(), null);
  }

  static LineAnswer refused(int line, HttpProblem problem) {
    return new LineAnswer(line, problem.getStatusCode(), null, null, problem);
  }
}
