package ai.policytracker.ingest.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** Uploads of many articles as NDJSON. */
@ApplicationScoped
class Uploads {
  private final SubmissionReader reader;
  private final ArticleIntake intake;
  private final ObjectMapper json;
  private final ArticleSettings settings;

  Uploads(
      SubmissionReader reader, ArticleIntake intake, ObjectMapper json, ArticleSettings settings) {
    this.reader = reader;
    this.intake = intake;
    this.json = json;
    this.settings = settings;
  }

  StreamingOutput answers(InputStream body) {
    return out -> new Upload(reader, intake, settings.uploadWindow()).run(body, json.writer(), out);
  }
}
