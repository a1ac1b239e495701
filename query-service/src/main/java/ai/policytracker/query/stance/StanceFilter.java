package ai.policytracker.query.stance;

import ai.policytracker.event.Stance;
import ai.policytracker.event.TargetType;
import ai.policytracker.policy.Standing;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which stances are asked for; several values, but of target, are set apart by commas. */
public class StanceFilter {
  private static final int MAX_NAME_CHARS = 200;
  private static final String TECHNOLOGY =
      "coalesce(payload #>> '{target,technology}', nullif(technology, ''))";
  private static final String NAMED =
      "(target = ?::text OR regexp_replace(lower(payload #>> '{target,name}'),"
          + " '[^[:alnum:]]+', '', 'g') = ?::text)";

  @Parameter(description = "The act's name in any spelling, or a targetKey")
  @QueryParam("target")
  String target;

  @Parameter(description = "REGULATION, BILL, BAN")
  @QueryParam("type")
  String type;

  @Parameter(description = "ISO 3166 codes, EU, and none for those that name no place")
  @QueryParam("jurisdiction")
  String jurisdiction;

  @Parameter(description = "Technologies")
  @QueryParam("technology")
  String technology;

  @Parameter(description = "SUPPORTS, OPPOSES, SEEKS_CHANGES")
  @QueryParam("stance")
  String stance;

  @Parameter(description = "Ids")
  @QueryParam("company")
  String company;

  @Parameter(description = "Standings")
  @QueryParam("standing")
  String standing;

  /** As given, for the cursor. */
  String[] asked() {
    return new String[] {
      "stances", target, type, jurisdiction, technology, stance, company, standing
    };
  }

  Conditions conditions(Page page) {
    Conditions asked =
        Conditions.at(page.times())
            .anyOf(
                "payload #>> '{target,type}'", Parameters.names("type", type, TargetType.values()))
            .anyOf("jurisdiction", Parameters.jurisdictions(jurisdiction))
            .anyOf(TECHNOLOGY, Parameters.technologies(technology))
            .anyOf("stance", Parameters.names("stance", stance, Stance.values()))
            .anyOf("company", Parameters.companies(company))
            .anyOf(
                "payload ->> 'standing'",
                Parameters.names("standing", standing, Standing.values()));
    String name = Parameters.text("target", target, MAX_NAME_CHARS);
    return name == null
        ? asked
        : asked.and(NAMED, name, name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ""));
  }
}
