package ai.policytracker.ingest.languagemodel;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Evidence;
import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.NamedCompanies;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The claims in a model's answer, {@code {"claims": [...]}}, as far as they can be held to the
 * text.
 *
 * @param claims in the order of their first evidence
 * @param outcomes what became of each that was answered: {@code claim}, or why it was dropped
 */
record AnsweredClaims(List<Claim> claims, List<String> outcomes) {
  /** Far beyond what so many claims take. */
  private static final int MAX_ANSWER_CHARS = 200_000;

  /** No article makes more; a model that goes in circles does. */
  private static final int MAX_CLAIMS = 50;

  /**
   * What a model says of its own certainty is not calibrated, so it is not believed beyond this.
   */
  private static final double MOST_CONFIDENCE = 0.8;

  private static final String KEPT = "claim";

  /** A claim that cannot be held to the text or the schema. */
  private static final class DroppedException extends Exception {
    private static final long serialVersionUID = 1L;

    DroppedException(String reason) {
      super(reason);
    }
  }

  /**
   * @throws JsonProcessingException where the answer is no such object
   */
  static AnsweredClaims in(String answer, ArticleText article) throws JsonProcessingException {
    if (answer.length() > MAX_ANSWER_CHARS) {
      throw new JsonMappingException(null, "the answer has " + answer.length() + " characters");
    }
    JsonNode answered = Json.MAPPER.readTree(answer).path("claims");
    if (!answered.isArray()) {
      throw new JsonMappingException(null, "no list of claims in the answer");
    }
    var companies = new NamedCompanies(article);
    List<Claim> claims = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    for (JsonNode one : answered) {
      try {
        if (claims.size() == MAX_CLAIMS) {
          throw new DroppedException("surplus");
        }
        Claim claim = claim(one, article.text(), companies);
        if (claims.contains(claim)) {
          throw new DroppedException("repeated");
        }
        claims.add(claim);
        outcomes.add(KEPT);
      } catch (DroppedException e) {
        outcomes.add(e.getMessage());
      }
    }
    claims.sort(Comparator.comparingInt(claim -> claim.evidence().getFirst().start()));
    return new AnsweredClaims(List.copyOf(claims), outcomes);
  }

  private static Claim claim(JsonNode answered, String text, NamedCompanies companies)
      throws DroppedException {
    if (!(answered.deepCopy() instanceof ObjectNode json)) {
      throw new DroppedException("not-by-schema");
    }
    String company = companies.idOf(json.path("company").asText());
    if (company == null) {
      throw new DroppedException("company-not-in-text");
    }
    json.put("company", company);
    json.set("evidence", evidence(json.path("evidence"), text));
    json.put("confidence", Math.min(MOST_CONFIDENCE, json.path("confidence").asDouble(0)));
    try {
      return Json.MAPPER.treeToValue(json, Claim.class);
    } catch (JsonProcessingException e) {
      throw new DroppedException("not-by-schema");
    }
  }

  private static ArrayNode evidence(JsonNode quotes, String text) throws DroppedException {
    List<Evidence> evidence = new ArrayList<>();
    for (JsonNode one : quotes) {
      String quote = one.isTextual() ? one.textValue() : one.path("quote").asText();
      int start = quote.isBlank() ? -1 : text.indexOf(quote);
      if (start < 0 || quote.length() > Evidence.MAX_QUOTE_CHARS) {
        throw new DroppedException("quote-not-in-text");
      }
      evidence.add(new Evidence(start, start + quote.length(), quote));
    }
    if (evidence.isEmpty()) {
      throw new DroppedException("quote-not-in-text");
    }
    evidence.sort(Comparator.comparingInt(Evidence::start));
    return Json.MAPPER.valueToTree(evidence);
  }
}
