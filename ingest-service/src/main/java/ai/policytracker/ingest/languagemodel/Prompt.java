package ai.policytracker.ingest.languagemodel;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a model is told before the article.
 *
 * @param version hash of the text: another text is another version by itself
 */
record Prompt(String text, String version) {
  private static final String RESOURCE = "/languagemodel/prompt.txt";
  private static final int VERSION_CHARS = 12;

  static Prompt load() {
    try (InputStream resource = Prompt.class.getResourceAsStream(RESOURCE)) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return new Prompt(text, DigestUtils.sha256Hex(text).substring(0, VERSION_CHARS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The article as JSON, so that nothing in it looks like an instruction's end. */
  String show(ArticleText article, int maxChars) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("publisher", article.publisher());
    json.put(
        "publishedOn", article.publishedOn() == null ? null : article.publishedOn().toString());
    json.put("title", article.title());
    json.put("text", article.text().substring(0, Math.min(maxChars, article.text().length())));
    return json.toString();
  }
}
