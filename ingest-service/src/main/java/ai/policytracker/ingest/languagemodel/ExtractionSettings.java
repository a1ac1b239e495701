package ai.policytracker.ingest.languagemodel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What reads the claims out of articles. */
@ConfigMapping(prefix = "tracker.extraction")
public interface ExtractionSettings {

  /** What reads. */
  enum Reader {
    RULES,
    OPENAI,
    OLLAMA
  }

  /**
   * {@code RULES}: the rules of this service; {@code OPENAI}: a language model behind an interface
   * like OpenAI's; {@code OLLAMA}: one behind Ollama. A model is sent every article's text.
   */
  @WithDefault("RULES")
  Reader reader();

  /** The language model, where one reads. */
  Model model();

  /** Where and how a language model is asked. */
  interface Model {

    /**
     * Base address, such as {@code https://host/v1} for OpenAI's interface or {@code
     * http://host:11434} for Ollama; required where a model reads.
     */
    Optional<String> address();

    /** The provider's name of the model; required where a model reads. */
    Optional<String> name();

    /** Key that the provider wants; none where it wants none. */
    Optional<String> apiKey();

    /** Longest wait for one answer. */
    @WithDefault("60s")
    Duration timeout();

    /** How often it is asked again after a failure that may pass: no answer in time, 429, 5xx. */
    @WithDefault("2")
    int retries();
  }
}
