package ai.policytracker.query.change;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A {@link ChangeFilter} as query parameters; several values are set apart by commas. */
public class FilterParameters {
  @Parameter(description = "Only changes of these companies, set apart by commas")
  @QueryParam("company")
  String company;

  @Parameter(description = "Only changes on these technologies")
  @QueryParam("technology")
  String technology;

  @Parameter(description = "Only changes of policies for these audiences")
  @QueryParam("audience")
  String audience;

  @Parameter(description = "Only changes that name these places")
  @QueryParam("jurisdiction")
  String jurisdiction;

  @Parameter(description = "Only changes of these types")
  @QueryParam("type")
  String type;

  @Parameter(description = "Only changes of positions that had or have these statuses")
  @QueryParam("status")
  String status;

  @Parameter(description = "Only changes of which something is at least so sure, 0 to 1")
  @QueryParam("minConfidence")
  String minConfidence;

  @Parameter(description = "Only changes of what is, or was, supported so well")
  @QueryParam("standing")
  String standing;

  public ChangeFilter filter() {
    Map<String, List<String>> values = new TreeMap<>();
    put(values, "company", company);
    put(values, "technology", technology);
    put(values, "audience", audience);
    put(values, "jurisdiction", jurisdiction);
    put(values, "type", type);
    put(values, "status", status);
    put(values, "minConfidence", minConfidence);
    put(values, "standing", standing);
    return FilterReader.read(values, "");
  }

  private static void put(Map<String, List<String>> values, String name, String given) {
    if (given != null) {
      values.put(name, Arrays.stream(given.split(",", -1)).map(String::strip).toList());
    }
  }
}
