package ai.policytracker.evaluation;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Jurisdiction;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Technology;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with an article's labels: so that a slip of the pen is not scored as a miss. */
final class Labels {
  private static final Set<String> MUST =
      Set.of("company", "kind", "technology", "activity", "audience", "modality", "attribution");

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "kind", names(Kind.values(), Kind::name),
          "technology", names(Technology.values(), Technology::slug),
          "activity", names(Activity.values(), Activity::name),
          "audience", names(Audience.values(), Audience::slug),
          "modality", names(Modality.values(), Modality::name),
          "attribution", names(Attribution.values(), Attribution::name),
          "stance", names(Stance.values(), Stance::name));

  private static final Set<String> PRECISIONS = names(Precision.values(), Precision::name);

  private final String id;
  private final String text;
  private final List<String> wrong = new ArrayList<>();

  private Labels(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** A line for each fault; none where all is well. */
  static List<String> wrong(String article, JsonNode claims, String text) {
    List<String> wrong = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode claim : claims) {
      var labels = new Labels(claim.path("id").asText(article), text);
      labels.check(claim);
      labels.require(ids.add(claim.path("id").asText(null)), "id: absent, or one that was there");
      wrong.addAll(labels.wrong);
    }
    return wrong;
  }

  private void check(JsonNode claim) {
    for (String field : MUST) {
      require(claim.path(field).isTextual(), field + ": must be given");
    }
    ALLOWED.keySet().forEach(field -> allow(field, claim.path(field)));
    claim
        .path("accept")
        .properties()
        .forEach(other -> other.getValue().forEach(value -> allow(other.getKey(), value)));
    require(Claim.isCompanyId(claim.path("company").textValue()), "company: must be a slug");
    String place = claim.path("jurisdiction").textValue();
    require(place == null || Jurisdiction.isValid(place), "jurisdiction: must be ISO 3166 or EU");
    boolean lobbying = claim.path("kind").asText().equals(Kind.LOBBYING_STANCE.name());
    require(lobbying == Agreement.isStated(claim.path("stance")), "stance: goes with its kind");
    require(lobbying == Agreement.isStated(claim.path("target")), "target: goes with its kind");
    String precision = claim.path("announcedOn").path("precision").asText("UNKNOWN");
    require(PRECISIONS.contains(precision), "announcedOn: no such precision");
    require(!claim.path("evidence").isEmpty(), "evidence: must hold at least one quote");
    claim.path("evidence").forEach(this::checkQuote);
  }

  private void allow(String field, JsonNode value) {
    if (ALLOWED.containsKey(field) && value.isTextual()) {
      require(ALLOWED.get(field).contains(value.textValue()), field + ": there is no " + value);
    }
  }

  private void checkQuote(JsonNode quote) {
    int start = quote.path("start").asInt(-1);
    int end = quote.path("end").asInt(-1);
    boolean there =
        start >= 0
            && end > start
            && end <= text.length()
            && text.substring(start, end).equals(quote.path("quote").asText());
    require(there, "evidence: the text from " + start + " to " + end + " is not the quote");
  }

  private void require(boolean fine, String fault) {
    if (!fine) {
      wrong.add(id + ": " + fault);
    }
  }

  private static <E> Set<String> names(E[] values, Function<E, String> name) {
    return Arrays.stream(values).map(name).collect(Collectors.toSet());
  }
}
