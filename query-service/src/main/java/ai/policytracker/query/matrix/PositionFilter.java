package ai.policytracker.query.matrix;

import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.CompaniesInMemory.InForce;
import ai.policytracker.query.position.SubjectView;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
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
  Values values() {
    return new Values(
        Parameters.technologies(technology),
        Parameters.activities(activity),
        Parameters.audiences(audience),
        Parameters.jurisdictions(jurisdiction),
        Parameters.names("status", status, Status.values()),
        Parameters.names("standing", standing, Standing.values()));
  }

  /** As they are stored; null for any. */
  record Values(
      List<String> technologies,
      List<String> activities,
      List<String> audiences,
      List<String> jurisdictions,
      List<String> statuses,
      List<String> standings) {

    Conditions conditions(Page page) {
      return Conditions.at(page.times())
          .anyOf("p.technology", technologies)
          .anyOf("p.activity", activities)
          .anyOf("p.audience", audiences)
          .anyOf("p.jurisdiction", jurisdictions)
          .anyOf("p.status", statuses)
          .anyOf("p.payload ->> 'standing'", standings);
    }

    /** The same of a position in memory. */
    boolean admit(InForce position) {
      SubjectView subject = position.subject();
      return isOneOf(technologies, subject.technology().slug())
          && isOneOf(activities, subject.activity().name())
          && isOneOf(audiences, subject.audience().slug())
          && isOneOf(jurisdictions, Objects.requireNonNullElse(subject.jurisdiction(), ""))
          && isOneOf(statuses, position.segment().status().name())
          && isOneOf(standings, position.segment().standing().name());
    }

    private static boolean isOneOf(List<String> values, String value) {
      return values == null || values.contains(value);
    }
  }
}
