package ai.policytracker.ingest.languagemodel;

import ai.policytracker.ingest.extract.ClaimExtractor;
import ai.policytracker.ingest.extract.ClaimReader;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Locale;
import java.util.Optional;

/** Makes the reader that the settings name, at start: wrong settings are to stop it. */
@Startup
@ApplicationScoped
class ReaderChoice {
  /** The same article is to be read alike each time. */
  private static final double NO_CHANCE = 0;

  private final ExtractionSettings settings;
  private final ModelAnswers answers;
  private final MeterRegistry metrics;
  private final ClaimReader reader;

  ReaderChoice(ExtractionSettings settings, ModelAnswers answers, MeterRegistry metrics) {
    this.settings = settings;
    this.answers = answers;
    this.metrics = metrics;
    this.reader = chosen();
  }

  @Produces
  @ApplicationScoped
  ClaimReader reader() {
    return reader;
  }

  private ClaimReader chosen() {
    return switch (settings.reader()) {
      case RULES -> new ClaimExtractor();
      case OPENAI -> asking(openAi());
      case OLLAMA -> asking(ollama());
    };
  }

  private ClaimReader asking(ChatModel model) {
    String provider = settings.reader().name().toLowerCase(Locale.ROOT);
    String name = required("name", settings.model().name());
    return new ModelReader(model, provider + "/" + name, answers, metrics);
  }

  private ChatModel openAi() {
    ExtractionSettings.Model model = settings.model();
    return OpenAiChatModel.builder()
        .baseUrl(required("address", model.address()))
        .modelName(required("name", model.name()))
        .apiKey(model.apiKey().orElse("none"))
        .timeout(model.timeout())
        .maxRetries(model.retries())
        .temperature(NO_CHANCE)
        .responseFormat(ResponseFormat.JSON)
        .build();
  }

  private ChatModel ollama() {
    ExtractionSettings.Model model = settings.model();
    return OllamaChatModel.builder()
        .baseUrl(required("address", model.address()))
        .modelName(required("name", model.name()))
        .timeout(model.timeout())
        .maxRetries(model.retries())
        .temperature(NO_CHANCE)
        .responseFormat(ResponseFormat.JSON)
        .build();
  }

  private String required(String setting, Optional<String> value) {
    return value
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "tracker.extraction.model.%s is required where tracker.extraction.reader is %s"
                        .formatted(setting, settings.reader())));
  }
}
