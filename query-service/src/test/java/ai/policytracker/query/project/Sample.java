package ai.policytracker.query.project;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Coverage;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.WriteSide.Held;
import ai.policytracker.query.WriteSide.Known;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One question: a company, both times, and values for filters, of which most questions have a few.
 *
 * @param filters the matrix's, by name; a value is what the wire says of it
 */
record Sample(
    String name,
    String company,
    LocalDate asOf,
    Known known,
    Coverage.Question subject,
    Technology technology,
    Map<String, Set<String>> filters) {
  private static final String NO_PLACE = "none";

  static Sample of(int seed, Random random, WriteSide writeSide) {
    List<String> companies = writeSide.companies().stream().sorted().toList();
    String company = companies.get(random.nextInt(companies.size()));
    Known known = writeSide.known().get(random.nextInt(writeSide.known().size()));
    LocalDate asOf = RandomHistory.anyDay(random);
    Map<String, Set<String>> filters = new TreeMap<>();
    put(filters, "company", random, companies.toArray(String[]::new));
    put(filters, "technology", random, texts(Technology.values(), Technology::slug));
    put(filters, "activity", random, texts(Activity.values(), Activity::name));
    put(filters, "audience", random, "law-enforcement", "general", "military");
    put(filters, "jurisdiction", random, "US", "EU", NO_PLACE);
    put(filters, "status", random, texts(Status.values(), Status::name));
    put(filters, "standing", random, texts(Standing.values(), Standing::name));
    return new Sample(
        "seed %d: %s, %s, %s, %s".formatted(seed, company, asOf, known.from(), filters),
        company,
        asOf,
        known,
        new Coverage.Question(
            sometimes(random, Activity.PROVISION, Activity.TRAINING),
            sometimes(random, Audience.LAW_ENFORCEMENT, Audience.GENERAL, Audience.MINORS),
            sometimes(random, "US", "US-CA", "EU")),
        sometimes(random, Technology.FACIAL_RECOGNITION, Technology.GENERATIVE_AI),
        filters);
  }

  @SafeVarargs
  private static <T> T sometimes(Random random, T... values) {
    return random.nextInt(3) > 0 ? null : values[random.nextInt(values.length)];
  }

  /** In one question of three; then two of three values, so that the others leave something. */
  private static void put(
      Map<String, Set<String>> filters, String name, Random random, String... values) {
    if (random.nextInt(3) == 0) {
      Set<String> chosen =
          Arrays.stream(values).filter(v -> random.nextInt(3) > 0).collect(Collectors.toSet());
      chosen.add(values[random.nextInt(values.length)]);
      filters.put(name, new TreeSet<>(chosen));
    }
  }

  private static <E> String[] texts(E[] values, java.util.function.Function<E, String> text) {
    return Arrays.stream(values).map(text).toArray(String[]::new);
  }

  String times() {
    return "asOf=" + asOf + "&knownAt=" + known.from();
  }

  /** Of the company's own route, which has one value of each, and answers with wider ones too. */
  String ofCompany() {
    return times()
        + parameter("technology", technology == null ? null : technology.slug())
        + parameter("activity", subject.activity() == null ? null : subject.activity().name())
        + parameter("audience", subject.audience() == null ? null : subject.audience().slug())
        + parameter("jurisdiction", subject.jurisdiction());
  }

  private static String parameter(String name, String value) {
    return value == null ? "" : "&" + name + "=" + value;
  }

  /** Of the matrix, which has several values of each, and answers with exactly these. */
  String ofMatrix() {
    return filters.entrySet().stream()
        .map(filter -> "&" + filter.getKey() + "=" + String.join(",", filter.getValue()))
        .collect(Collectors.joining("", times(), ""));
  }

  boolean isInForce(JsonNode stretch) {
    LocalDate from = LocalDate.parse(stretch.get("validFrom").asText());
    JsonNode to = stretch.get("validTo");
    return !asOf.isBefore(from) && (to.isNull() || asOf.isBefore(LocalDate.parse(to.asText())));
  }

  /** What the fold says that the company's route answers. */
  List<Held> answersOfCompany() {
    return known.inForce(company, asOf).stream()
        .filter(held -> held.segment().stance() == null)
        .filter(held -> technology == null || held.subject().technology() == technology)
        .filter(held -> coverage(held).answers(subject).isPresent())
        .toList();
  }

  private static Coverage coverage(Held held) {
    return new Coverage(
        held.subject().activity(), held.subject().audience(), held.segment().jurisdiction());
  }

  /** What the fold says that the matrix answers, of the companies of this history. */
  List<Held> answersOfMatrix() {
    return known.segments().stream()
        .filter(held -> held.holdsOn(asOf) && held.segment().stance() == null)
        .filter(this::isAsked)
        .toList();
  }

  private boolean isAsked(Held held) {
    Segment segment = held.segment();
    return isAsked("company", held.subject().company())
        && isAsked("technology", held.subject().technology().slug())
        && isAsked("activity", held.subject().activity().name())
        && isAsked("audience", held.subject().audience().slug())
        && isAsked("jurisdiction", place(segment.jurisdiction()))
        && isAsked("status", segment.status().name())
        && isAsked("standing", segment.standing().name());
  }

  /** The same of a position of the export, which the company's name stands before. */
  boolean isAsked(JsonNode position) {
    JsonNode of = position.get("subject");
    return isAsked("company", position.get("company").asText())
        && isAsked("technology", of.get("technology").asText())
        && isAsked("activity", of.get("activity").asText())
        && isAsked("audience", of.get("audience").asText())
        && isAsked("jurisdiction", place(of.get("jurisdiction").textValue()))
        && isAsked("status", position.get("status").asText())
        && isAsked("standing", position.get("standing").asText());
  }

  private boolean isAsked(String filter, String value) {
    return !filters.containsKey(filter) || filters.get(filter).contains(value);
  }

  private static String place(String jurisdiction) {
    return jurisdiction == null ? NO_PLACE : jurisdiction;
  }
}
