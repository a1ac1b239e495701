package ai.policytracker.ingest.languagemodel;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.ClaimReader;
import ai.policytracker.ingest.extract.Reading;
import ai.policytracker.ingest.extract.UnreadNowException;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Has a language model read. What it answers is held to the schema of a claim, and each quote to
 * the text: what does not fit is dropped and counted, so that a model can miss a claim or misread
 * one, but not make up a source.
 */
final class ModelReader implements ClaimReader {
  private static final Logger LOG = Logger.getLogger(ModelReader.class);

  /** About 25,000 tokens; no news article is longer. */
  private static final int MAX_READ_CHARS = 100_000;

  private final ChatModel model;
  private final String name;
  private final ModelAnswers answers;
  private final MeterRegistry metrics;
  private final Prompt prompt = Prompt.load();

  /**
   * @param name of provider and model; part of the extractor's version
   */
  ModelReader(ChatModel model, String name, ModelAnswers answers, MeterRegistry metrics) {
    this.model = model;
    this.name = name;
    this.answers = answers;
    this.metrics = metrics;
  }

  @Override
  public Reading read(ArticleText article) {
    String shown = prompt.show(article, MAX_READ_CHARS);
    var question = new ModelAnswers.Question(DigestUtils.sha256Hex(shown), name, prompt.version());
    String kept = answers.find(question);
    String answer = kept == null ? ask(shown) : kept;
    try {
      AnsweredClaims claims = AnsweredClaims.in(answer, article);
      if (kept == null) {
        answers.keep(question, answer);
      }
      count("answers", kept == null ? "fresh" : "kept");
      claims.outcomes().forEach(outcome -> count("claims", outcome));
      return Reading.of(article, claims.claims(), "%s:%s".formatted(name, prompt.version()));
    } catch (JsonProcessingException e) {
      count("answers", "malformed");
      throw new UnreadNowException(name + " gave no answer that can be read", e);
    }
  }

  private String ask(String shown) {
    try {
      String text =
          model.chat(SystemMessage.from(prompt.text()), UserMessage.from(shown)).aiMessage().text();
      return text == null ? "" : text;
      // The clients share no exception: of an answer outside the protocol they throw this one
      // itself.
    } catch (RuntimeException e) {
      count("answers", "failed");
      throw new UnreadNowException(name + " does not answer: " + e.getClass().getSimpleName(), e);
    }
  }

  private void count(String what, String outcome) {
    metrics.counter("tracker.model." + what, "outcome", outcome).increment();
  }
}
