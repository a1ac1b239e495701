package ai.policytracker.quickstart.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** The run state of a folder as a JSON file in it, replaced in one step. */
public final class RunFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  private final Path file;

  public RunFile(Path folder) {
    this.file = folder.resolve("run.json");
  }

  /**
   * Empty when nothing runs, or when a crash of the machine emptied the file.
   *
   * @throws CannotStartException if it holds something else
   */
  public Optional<RunState> read() {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return Optional.empty();
      }
      return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
    } catch (JsonProcessingException e) {
      throw new CannotStartException(
          file + " is not a run file of the tracker. If nothing runs, delete it.", e);
    } catch (IOException e) {
      throw new CannotStartException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  void write(RunState state) {
    Path next = file.resolveSibling("run.json.next");
    try {
      Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotStartException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class InstantReader extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }
}
