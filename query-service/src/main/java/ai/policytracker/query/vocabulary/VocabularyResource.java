package ai.policytracker.query.vocabulary;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Coverage.Match;
import ai.policytracker.policy.Lane;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.PendingView.Reason;
import ai.policytracker.query.search.SearchHit.Type;
import ai.policytracker.query.stream.StreamEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every value that a field of the answers can have, with its meaning. */
@Path("/v1/vocabulary")
@Tag(name = "Vocabulary")
public class VocabularyResource {
  private static final VocabularyView ALL =
      new VocabularyView(
          List.of(
              field("kind", Kind.values(), Kind::name, ClaimMeanings::of),
              field("technology", Technology.values(), Technology::slug, ClaimMeanings::of),
              field("activity", Activity.values(), Activity::name, ClaimMeanings::of),
              field("audience", Audience.values(), Audience::slug, ClaimMeanings::of),
              field("modality", Modality.values(), Modality::name, ClaimMeanings::of),
              field("attribution", Attribution.values(), Attribution::name, ClaimMeanings::of),
              field("mention", Mention.values(), Mention::name, ClaimMeanings::of),
              field("precision", Precision.values(), Precision::name, ClaimMeanings::of),
              field("stance", Stance.values(), Stance::name, ClaimMeanings::of),
              field("targetType", TargetType.values(), TargetType::name, ClaimMeanings::of),
              field("status", Status.values(), Status::name, PositionMeanings::of),
              field("standing", Standing.values(), Standing::name, PositionMeanings::of),
              field("lane", Lane.values(), Lane::name, PositionMeanings::of),
              field("match", Match.values(), Match::name, PositionMeanings::of),
              field(
                  "pendingReason",
                  Reason.values(),
                  reason -> reason.name().toLowerCase(Locale.ROOT),
                  PositionMeanings::of),
              field("changeType", ChangeType.values(), ChangeType::name, PositionMeanings::of),
              field("weekday", DayOfWeek.values(), DayOfWeek::name, ClaimMeanings::of),
              field("searchType", Type.values(), Type::name, FeedMeanings::of),
              field("resetReason", StreamEvent.Reason.values(), Enum::name, FeedMeanings::of)));

  /**
   * @param items one for each field
   */
  public record VocabularyView(List<Field> items) {}

  /**
   * @param name of the field in the answers
   */
  public record Field(String name, List<Value> values) {}

  public record Value(String value, String meaning) {}

  private static <E extends Enum<E>> Field field(
      String name, E[] values, Function<E, String> wireName, Function<E, String> meaning) {
    return new Field(
        name,
        Arrays.stream(values).map(v -> new Value(wireName.apply(v), meaning.apply(v))).toList());
  }

  @GET
  @Operation(summary = "Every value of every field that has a fixed set of them, with its meaning")
  @APIResponse(responseCode = "200", description = "All fields, each with all its values")
  public VocabularyView get() {
    return ALL;
  }
}
