package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One assertion, in one article, that one company takes, holds, changes or ends a policy, or takes
 * a side on a law. The fields are those of docs/glossary.md.
 *
 * @param company canonical id, a slug: {@code microsoft}
 * @param jurisdiction ISO 3166 code or EU; null where not said
 * @param effectiveFrom first day in force, where it differs from the announcement; else null
 * @param until null where no end is stated
 * @param stance only for {@link Kind#LOBBYING_STANCE}, as is {@code target}
 * @param evidence at least one quote
 * @param confidence 0 to 1
 */
public record Claim(
    String company,
    Kind kind,
    Technology technology,
    Activity activity,
    Audience audience,
    String jurisdiction,
    Modality modality,
    Attribution attribution,
    AnnouncedOn announcedOn,
    Mention mention,
    LocalDate effectiveFrom,
    Until until,
    Stance stance,
    Target target,
    List<Evidence> evidence,
    double confidence) {

  private static final Pattern COMPANY_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_COMPANY_CHARS = 100;
  private static final int FIRST_YEAR = 1;

  /** Of dates, stated and computed. */
  public static final int LAST_YEAR = 9999;

  public Claim {
    require(isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(kind != null, "kind", "must be given");
    require(technology != null, "technology", "must be given");
    require(activity != null, "activity", "must be given");
    require(audience != null, "audience", "must be given");
    require(
        jurisdiction == null || Jurisdiction.isValid(jurisdiction),
        "jurisdiction",
        "must be an ISO 3166 code or EU");
    require(modality != null, "modality", "must be given");
    require(attribution != null, "attribution", "must be given");
    require(announcedOn != null, "announcedOn", "must be given, UNKNOWN where nothing is said");
    requireYear("announcedOn.date", announcedOn.date());
    requireYear("effectiveFrom", effectiveFrom);
    requireYear("until.date", until == null ? null : until.date());
    require(mention != null, "mention", "must be given");
    boolean lobbying = kind == Kind.LOBBYING_STANCE;
    require(lobbying == (stance != null), "stance", "goes with LOBBYING_STANCE and only with it");
    require(lobbying == (target != null), "target", "goes with LOBBYING_STANCE and only with it");
    require(evidence != null && !evidence.isEmpty(), "evidence", "must hold at least one quote");
    require(confidence >= 0 && confidence <= 1, "confidence", "must be 0 to 1");
    evidence = List.copyOf(evidence);
  }

  /** Those that questions may ask for. */
  private static void requireYear(String field, LocalDate date) {
    boolean holds = date == null || date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    require(holds, field, "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
  }

  public static boolean isCompanyId(String id) {
    return id != null && id.length() <= MAX_COMPANY_CHARS && COMPANY_ID.matcher(id).matches();
  }
}
