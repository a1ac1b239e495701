package ai.policytracker.ingest.extract;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads articles from standard input, one JSON object a line ({@code id}, {@code publisher}, {@code
 * publishedAt}, {@code title}, {@code text}), and writes {@code {"id", "claims"}} for each. A line
 * that cannot be read is told to standard error and makes the exit status 1; the rest is read.
 */
public final class ExtractCommand {
  private static final int DATE_CHARS = 10;

  private final ClaimExtractor extractor = new ClaimExtractor();

  ExtractCommand() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0) {
      System.err.println(
          "extract takes no \"%s\": it reads standard input, as in ./tracker extract < articles.ndjson"
              .formatted(args[0]));
      System.exit(2);
    }
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int bad = new ExtractCommand().run(System.in, out, System.err);
    out.flush();
    if (bad > 0) {
      System.exit(1);
    }
  }

  /** The number of lines that could not be read. */
  int run(InputStream in, PrintStream out, PrintStream err) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    int bad = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        out.println(answer(Json.MAPPER.readTree(line), number));
      } catch (JsonProcessingException e) {
        bad++;
        err.println("line " + number + ": not JSON: " + e.getOriginalMessage());
      } catch (IllegalArgumentException | DateTimeParseException e) {
        bad++;
        err.println("line " + number + ": " + e.getMessage());
      }
    }
    return bad;
  }

  private ObjectNode answer(JsonNode article, int number) {
    if (article.hasNonNull("id") && !article.get("id").isTextual()) {
      throw new IllegalArgumentException("id: must be a string; without one the line number is it");
    }
    if (!article.path("text").isTextual()) {
      throw new IllegalArgumentException("text: must be a string");
    }
    String published = article.path("publishedAt").textValue();
    LocalDate day =
        published == null
            ? null
            : LocalDate.parse(published.substring(0, Math.min(DATE_CHARS, published.length())));
    var text =
        new ArticleText(
            article.path("publisher").textValue(),
            day,
            article.path("title").textValue(),
            article.path("text").textValue());
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("id", article.path("id").asText(Integer.toString(number)));
    ArrayNode claims = answer.putArray("claims");
    extractor.read(text).claims().forEach(claim -> claims.add(ClaimJson.of(claim)));
    return answer;
  }
}
