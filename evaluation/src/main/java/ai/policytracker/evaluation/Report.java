package ai.policytracker.evaluation;

import ai.policytracker.event.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scores as a person reads them. */
final class Report {
  private static final int MAX_QUOTE_CHARS = 160;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void print(Score score) {
    line("%n%s: %d articles", score.corpus(), score.outcomes().size());
    line(
        "%16s %9s %6s %6s %6s %5s %6s",
        "", "precision", "recall", "F1", "right", "false", "missed");
    row("all", score.all());
    Stream.of(Kind.values())
        .sorted(Comparator.comparing(Kind::name))
        .forEach(kind -> row(kind.name(), score.of(kind)));
    for (Slot slot : Slot.values()) {
      share("slot " + slot.field(), score.of(slot));
    }
    share("evidence touches", score.evidence());
    line("false claims per 100 articles: %.1f", score.wrongPer100Articles());
    line(
        "false claims in the %d articles without a claim: %d",
        score.silentArticles(), score.wrongInSilentArticles());
    line("claims that match an optional label, ignored: %d", score.optional());
    calibration(Calibration.of(score.outcomes()));
  }

  private void row(String name, Tally tally) {
    line(
        "%-16s %9.3f %6.3f %6.3f %6d %5d %6d",
        name,
        tally.precision(),
        tally.recall(),
        tally.f1(),
        tally.right(),
        tally.wrong(),
        tally.missed());
  }

  private void share(String name, Score.Share share) {
    line("%-17s %8.3f   %d of %d", name, share.value(), share.right(), share.asked());
  }

  private void calibration(Calibration calibration) {
    line("%-17s %8s %6s %6s", "confidence", "claimed", "right", "claims");
    for (Calibration.Bin bin : calibration.bins()) {
      if (bin.claims() > 0) {
        line(
            "from %-12.2f %8.3f %6.3f %6d",
            bin.from(), bin.claimedShare(), bin.rightShare(), bin.claims());
      }
    }
    line("claimed and right differ by %.3f on average", calibration.error());
  }

  /** FALSE: read, but not there. MISS: there, but not read. SLOT: found, with a wrong field. */
  void printErrors(Score score) {
    line("%n%s: errors", score.corpus());
    for (Outcome outcome : score.outcomes()) {
      String id = outcome.article().id();
      outcome.wrong().forEach(claim -> error("FALSE", id, claim));
      outcome.missed().forEach(claim -> error("MISS ", id, claim));
      outcome.hits().forEach(hit -> slots(id, hit));
    }
  }

  private void error(String what, String article, JsonNode claim) {
    line(
        "%s %s %s %s %s %s %s %s",
        what,
        article,
        claim.path("company").asText(),
        claim.path("kind").asText(),
        claim.path("technology").asText(),
        claim.path("audience").asText(),
        claim.path("modality").asText(),
        what.equals("FALSE") ? claim.path("confidence").asText() : claim.path("id").asText());
    line("      %s", quotes(claim));
  }

  private void slots(String article, Outcome.Hit hit) {
    Map<Slot, Boolean> slots = Agreement.slots(hit.gold(), hit.given());
    slots.forEach(
        (slot, right) -> {
          if (!right) {
            line(
                "SLOT  %s %s %s %s %s: %s read as %s",
                article,
                hit.gold().path("id").asText(),
                hit.gold().path("company").asText(),
                hit.gold().path("kind").asText(),
                slot.field(),
                hit.gold().path(slot.field()),
                hit.given().path(slot.field()));
          }
        });
  }

  private static String quotes(JsonNode claim) {
    return claim
        .path("evidence")
        .valueStream()
        .map(quote -> quote.path("quote").asText())
        .map(quote -> quote.substring(0, Math.min(MAX_QUOTE_CHARS, quote.length())))
        .map(quote -> "\"" + quote.replaceAll("\\s+", " ") + "\"")
        .collect(Collectors.joining(" "));
  }

  /** The sets side by side: what was developed on against what was not looked at. */
  void compare(List<Score> scores) {
    line(
        "%n%-12s %8s %9s %6s %6s %13s",
        "", "articles", "precision", "recall", "F1", "false per 100");
    for (Score score : scores) {
      Tally all = score.all();
      line(
          "%-12s %8d %9.3f %6.3f %6.3f %13.1f",
          score.corpus(),
          score.outcomes().size(),
          all.precision(),
          all.recall(),
          all.f1(),
          score.wrongPer100Articles());
    }
  }

  void print(Speed speed) {
    line(
        "%nspeed: %.0f articles/s on one core (%d articles in %.1f s of processor time)",
        speed.articlesPerSecond(), speed.articles(), speed.processorTime().toMillis() / 1e3);
  }

  void line(String format, Object... arguments) {
    out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
