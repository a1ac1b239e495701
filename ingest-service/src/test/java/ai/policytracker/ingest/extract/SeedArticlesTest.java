package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The articles beside the repository, where they are there; nothing of them is copied. */
@EnabledIf(
    value = "seedsAreThere",
    disabledReason = "../shared/seeds is not beside this repository")
class SeedArticlesTest {
  private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");
  private static final LocalDate THURSDAY = LocalDate.of(2020, 6, 11);

  static boolean seedsAreThere() {
    return Files.exists(SEEDS.resolve("articles.ndjson"));
  }

  @Test
  void pausesAndWithdrawalsAreFound() throws IOException {
    Map<String, List<Claim>> claims = claims("articles.ndjson");

    for (String article : claims.keySet()) {
      Claim microsoft = policy(claims.get(article), "microsoft", Kind.PAUSE, Activity.PROVISION);
      assertThat(microsoft.audience()).isEqualTo(Audience.LAW_ENFORCEMENT);
      assertThat(microsoft.until().condition()).as(article).isNotNull();
      boolean dayStated = !article.equals("seed-002");
      assertThat(microsoft.announcedOn())
          .as(article)
          .isEqualTo(dayStated ? AnnouncedOn.day(THURSDAY) : AnnouncedOn.UNKNOWN);
    }
    Claim year = policy(claims.get("seed-001"), "amazon", Kind.PAUSE, Activity.PROVISION);
    assertThat(year.until().duration()).isEqualTo(Period.ofYears(1));
    assertThat(year.announcedOn()).isEqualTo(AnnouncedOn.day(THURSDAY.minusDays(1)));
    Claim congress = policy(claims.get("seed-004"), "amazon", Kind.PAUSE, Activity.PROVISION);
    assertThat(congress.until().condition()).contains("Congress");
    assertThat(congress.announcedOn()).isEqualTo(AnnouncedOn.day(THURSDAY.minusDays(1)));
    for (Activity activity : List.of(Activity.PROVISION, Activity.DEVELOPMENT)) {
      assertThat(policy(claims.get("seed-004"), "ibm", Kind.WITHDRAWAL, activity).audience())
          .isEqualTo(Audience.GENERAL);
    }
    assertThat(
            policy(claims.get("seed-001"), "ibm", Kind.WITHDRAWAL, Activity.PROVISION).audience())
        .isEqualTo(Audience.GENERAL);
  }

  @Test
  void whatIsStoppedIsNotAlsoAllowed() throws IOException {
    List<Claim> all = claims("articles.ndjson").values().stream().flatMap(List::stream).toList();

    assertThat(subjects(all, Set.of(Kind.PERMISSION, Kind.RESUMPTION)))
        .doesNotContainAnyElementsOf(
            subjects(all, Set.of(Kind.PAUSE, Kind.BAN, Kind.WITHDRAWAL, Kind.RESTRICTION)));
  }

  private static Set<String> subjects(List<Claim> claims, Set<Kind> kinds) {
    return claims.stream()
        .filter(c -> kinds.contains(c.kind()))
        .map(
            c ->
                String.join(
                    " ",
                    c.company(),
                    c.technology().slug(),
                    c.activity().name(),
                    c.audience().slug(),
                    c.jurisdiction()))
        .collect(Collectors.toSet());
  }

  @Test
  void sidesInLobbyingAreFound() throws IOException {
    Map<String, List<Claim>> claims = claims("articles.ndjson");

    assertThat(sides(claims, "seed-001"))
        .containsExactlyInAnyOrder("microsoft SUPPORTS US", "amazon SUPPORTS null");
    assertThat(sides(claims, "seed-002")).containsExactly("microsoft SUPPORTS US");
    assertThat(sides(claims, "seed-003"))
        .contains("microsoft SUPPORTS US", "amazon SUPPORTS US", "ibm SUPPORTS US");
    assertThat(sides(claims, "seed-004"))
        .contains("microsoft SUPPORTS US", "amazon SUPPORTS US", "microsoft SUPPORTS US-CA");
    assertThat(stances(claims, "seed-003").filter(claim -> claim.stance() == Stance.OPPOSES))
        .singleElement()
        .satisfies(claim -> assertThat(claim.target().type()).isEqualTo(TargetType.BAN));
    assertThat(
            stances(claims, "seed-004")
                .filter(claim -> claim.target().jurisdiction().equals("US-CA")))
        .extracting(Claim::attribution)
        .containsExactly(Attribution.THIRD_PARTY);
  }

  private static List<String> sides(Map<String, List<Claim>> claims, String article) {
    return stances(claims, article)
        .map(c -> c.company() + " " + c.stance() + " " + c.target().jurisdiction())
        .toList();
  }

  private static Stream<Claim> stances(Map<String, List<Claim>> claims, String article) {
    return claims.get(article).stream().filter(claim -> claim.kind() == Kind.LOBBYING_STANCE);
  }

  @Test
  void jurisdictionIsTheUnitedStatesOrNotSaidButWhereCaliforniaIsDeniedAccess() throws IOException {
    Map<Boolean, Set<String>> places =
        claims("articles.ndjson").values().stream()
            .flatMap(List::stream)
            .filter(claim -> claim.kind() != Kind.LOBBYING_STANCE)
            .collect(
                Collectors.partitioningBy(
                    claim -> claim.evidence().getFirst().quote().contains("denied California"),
                    Collectors.mapping(
                        claim -> String.valueOf(claim.jurisdiction()), Collectors.toSet())));

    assertThat(places.get(true)).containsExactly("US-CA");
    assertThat(places.get(false)).containsExactlyInAnyOrder("US", "null");
  }

  @Test
  void onlyCompaniesOffTheListOfBystandersHaveClaims() throws IOException {
    assertThat(claims("articles.ndjson").values().stream().flatMap(List::stream))
        .extracting(Claim::company)
        .containsOnly("microsoft", "amazon", "ibm");
  }

  @Test
  void undatedArticlesKeepWeekdaysOpen() throws IOException {
    Map<String, List<Claim>> claims = claims("undated.ndjson");

    assertThat(
            policy(claims.get("seed-000"), "microsoft", Kind.PAUSE, Activity.PROVISION)
                .announcedOn())
        .isEqualTo(AnnouncedOn.weekday(DayOfWeek.THURSDAY));
    assertThat(
            policy(claims.get("seed-001"), "amazon", Kind.PAUSE, Activity.PROVISION).announcedOn())
        .isEqualTo(AnnouncedOn.weekday(DayOfWeek.WEDNESDAY));
    assertThat(
            policy(claims.get("seed-003"), "microsoft", Kind.PAUSE, Activity.PROVISION)
                .announcedOn())
        .isEqualTo(AnnouncedOn.day(THURSDAY));
  }

  private static Claim policy(List<Claim> claims, String company, Kind kind, Activity activity) {
    List<Claim> fitting = new ArrayList<>();
    for (Claim claim : claims) {
      boolean about =
          claim.technology() == Technology.FACIAL_RECOGNITION && claim.activity() == activity;
      if (claim.company().equals(company) && about && claim.kind() == kind) {
        fitting.add(claim);
      }
    }
    assertThat(fitting).as(company + " " + kind + " among " + claims).hasSize(1);
    return fitting.getFirst();
  }

  private static Map<String, List<Claim>> claims(String file) throws IOException {
    Map<String, List<Claim>> claims = new HashMap<>();
    for (String line : Files.readAllLines(SEEDS.resolve(file))) {
      JsonNode article = Json.MAPPER.readTree(line);
      String published = article.path("publishedAt").textValue();
      LocalDate day = published == null ? null : LocalDate.parse(published);
      Reading reading =
          Read.reading(article.path("title").textValue(), article.path("text").textValue(), day);
      claims.put(article.path("id").textValue(), reading.claims());
    }
    assertThat(claims.keySet()).containsAll(Set.of("seed-000", "seed-004"));
    return claims;
  }
}
