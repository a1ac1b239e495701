package ai.policytracker.query.matrix;

import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which positions are asked for; several values are set apart by commas. */
public class PositionFilter {
  @Parameter(description = "Ids")
  @QueryParam("company")
  String company;

  @Parameter(description = "Technologies")
  @QueryParam("technology")
  String technology;

  @Parameter(description = "Activities")
  @QueryParam("activity")
  String activity;

  @Parameter(description = "Audiences")
  @QueryParam("audience")
  String audience;

  @Parameter(description = "ISO 3166 codes, EU, and none for those that name no place")
  @QueryParam("jurisdiction")
  String jurisdiction;

  @Parameter(description = "Statuses")
  @QueryParam("status")
  String status;

  @Parameter(description = "Standings")
  @QueryParam("standing")
  String standing;

  /** As given, for the cursor. */
  String[] asked(String groupBy) {
    return new String[] {
      "positions", company, technology, activity, audience, jurisdiction, status, standing, groupBy
    };
  }

  /** Null for all. */
  List<String> companies() {
    return Parameters.companies(company);
  }

  /** All but the companies, which lists and counts ask for in different ways. */
  Conditions conditions(Page page) {
    return Conditions.at(page.times())
        .anyOf("p.technology", Parameters.technologies(technology))
        .anyOf("p.activity", Parameters.activities(activity))
        .anyOf("p.audience", Parameters.audiences(audience))
        .anyOf("p.jurisdiction", Parameters.jurisdictions(jurisdiction))
        .anyOf("p.status", Parameters.names("status", status, Status.values()))
        .anyOf(
            "p.payload ->> 'standing'", Parameters.names("standing", standing, Standing.values()));
  }
}
