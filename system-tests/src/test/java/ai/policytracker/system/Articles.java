package ai.policytracker.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Made-up articles in plain sentences, each different, each with a claim. */
final class Articles {
  private static final List<String> COMPANIES =
      List.of("Microsoft", "Amazon", "IBM", "Google", "OpenAI", "Clearview AI", "Axon", "Apple");
  private static final LocalDate START = LocalDate.of(2021, 1, 4);

  private Articles() {}

  /** NDJSON lines; {@code series} keeps two calls from making the same articles. */
  static List<String> about(String series, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String company = COMPANIES.get(i % COMPANIES.size());
      LocalDate day = START.plusDays(i * 7L / COMPANIES.size());
      String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      ObjectNode article = TrackerSystem.JSON.createObjectNode();
      article.put("publisher", "Daily " + series + " " + i % 17);
      article.put("publishedAt", day.plusDays(1).toString());
      article.put("title", company + " halts emotion recognition for police, part " + i);
      article.put(
          "text",
          "%s said on %s that it will not sell emotion recognition to police for one year. Report number %d of the %s series has the details."
              .formatted(company, weekday, i, series));
      lines.add(article.toString());
    }
    return lines;
  }
}
