package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.identity.KeyFolder;
import ai.policytracker.quickstart.process.CannotStartException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;

/**
 * The folder that holds what PostgreSQL and Kafka have stored, with their logs. A mark file says
 * that it is ours and whether both stores are complete, so that nobody else's files are ever
 * touched and a first start that was cut short is simply done again.
 */
public final class DataFolder {
  /** Needed for the stores, their logs and some articles. */
  private static final long MIN_FREE_BYTES = 1L << 30;

  private static final String MARK = "tracker-data.txt";
  private static final String PREPARING = "format 1, preparing\n";
  private static final String COMPLETE = "format 1, complete\n";

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /**
   * Creates the folder if it is not there.
   *
   * @throws CannotStartException if it is not ours, cannot be written to, or the disk is full
   */
  public static DataFolder open(Path given) {
    DataFolder folder = new DataFolder(given.toAbsolutePath().normalize());
    try {
      folder.createAndCheck();
    } catch (IOException e) {
      throw new CannotStartException(
          "Cannot use the data folder " + folder.path + ": " + reason(e) + ".", e);
    }
    return folder;
  }

  public Path path() {
    return path;
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** What tokens are signed with. */
  public KeyFolder keys() {
    return new KeyFolder(path.resolve("keys"));
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  /** Whether both stores are there; if not, remains of an unfinished first start are removed. */
  boolean isComplete() {
    try {
      if (Files.readString(path.resolve(MARK)).equals(COMPLETE)) {
        checkStores();
        return true;
      }
      FileTree.delete(postgres());
      FileTree.delete(kafka());
      return false;
    } catch (IOException e) {
      throw new CannotStartException("Cannot read the data folder " + path + ": " + reason(e), e);
    }
  }

  void markComplete() {
    try {
      Files.writeString(path.resolve(MARK), COMPLETE);
    } catch (IOException e) {
      throw new CannotStartException("Cannot write to " + path + ": " + reason(e), e);
    }
  }

  private void createAndCheck() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new CannotStartException("The data folder " + path + " is a file.");
    }
    Files.createDirectories(path);
    if (!Files.isWritable(path)) {
      throw new CannotStartException(
          "The data folder " + path + " cannot be written to. Choose another with --data DIR.");
    }
    checkSpace();
    if (!Files.exists(path.resolve(MARK))) {
      if (!isEmpty()) {
        throw new CannotStartException(
            "The folder "
                + path
                + " holds files that are not the tracker's ("
                + MARK
                + " is missing).\nChoose an empty or a new folder with --data DIR.");
      }
      Files.writeString(path.resolve(MARK), PREPARING);
    }
    checkMark();
  }

  private void checkMark() throws IOException {
    String mark = Files.readString(path.resolve(MARK));
    if (!mark.equals(PREPARING) && !mark.equals(COMPLETE)) {
      throw new CannotStartException(
          "The data folder "
              + path
              + " was written by another version of the tracker ("
              + mark.strip()
              + ").\nChoose another with --data DIR.");
    }
    if (!Files.getOwner(path.resolve(MARK)).equals(currentUser())) {
      throw new CannotStartException(
          "The data folder "
              + path
              + " belongs to the user "
              + Files.getOwner(path.resolve(MARK))
              + ". Choose another with --data DIR.");
    }
  }

  private void checkSpace() throws IOException {
    FileStore store = Files.getFileStore(path);
    long freeMegabytes = store.getUsableSpace() >> 20;
    if (store.getUsableSpace() < MIN_FREE_BYTES) {
      throw new CannotStartException(
          "Only "
              + freeMegabytes
              + " MB are free on the disk of "
              + path
              + "; 1024 MB are needed.\nMake room, or choose another folder with --data DIR.");
    }
  }

  private void checkStores() throws IOException {
    requireFile(postgres().resolve("PG_VERSION"));
    requireFile(postgres().resolve("global/pg_control"));
    requireFile(kafka().resolve("meta.properties"));
    String version = Files.readString(postgres().resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresPrograms.MAJOR_VERSION)) {
      throw new CannotStartException(
          "The data folder "
              + path
              + " holds data of PostgreSQL "
              + version
              + "; this tracker runs PostgreSQL "
              + PostgresPrograms.MAJOR_VERSION
              + ".\nChoose another with --data DIR.");
    }
  }

  private void requireFile(Path file) {
    if (!Files.exists(file)) {
      throw new CannotStartException(
          "The data folder "
              + path
              + " is damaged: "
              + path.relativize(file)
              + " is missing.\nRestore the folder from a copy, or delete it to begin anew"
              + " (the samples are ingested again).");
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private UserPrincipal currentUser() throws IOException {
    Path probe = Files.createTempFile(path, "owner", ".tmp");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "no right to write " + denied.getFile();
      case FileSystemException failed when failed.getReason() != null ->
          failed.getReason() + " (" + failed.getFile() + ")";
      default -> e.getMessage();
    };
  }
}
