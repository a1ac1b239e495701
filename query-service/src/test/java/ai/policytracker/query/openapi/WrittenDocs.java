package ai.policytracker.query.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents that the tests compare with what the service says. With {@code -Dtracker.write-docs}
 * they are written instead.
 */
final class WrittenDocs {
  private WrittenDocs() {}

  /** Does nothing but with the flag. */
  static void write(Path file, String text) throws IOException {
    if (Boolean.getBoolean("tracker.write-docs")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }
}
