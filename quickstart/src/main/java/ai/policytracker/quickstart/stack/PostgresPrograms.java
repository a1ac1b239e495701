package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine: {@code initdb}, {@code pg_ctl} and {@code postgres}. They
 * come as a tar.xz in a jar of the class path and are unpacked once for each build of them.
 */
final class PostgresPrograms {
  static final String MAJOR_VERSION = "18";
  private static final int OWNER_MAY_EXECUTE = 0100;

  private PostgresPrograms() {}

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(Path cache) {
    String name = archiveName();
    URL archive = PostgresPrograms.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new CannotStartException(
          "There are no PostgreSQL programs for this system ("
              + name
              + " is not on the class path).");
    }
    try {
      long bytes = archive.openConnection().getContentLengthLong();
      Path target = cache.resolve("postgres-" + MAJOR_VERSION + "-" + Long.toString(bytes, 36));
      if (!Files.exists(target)) {
        unpack(archive, target);
      }
      return target;
    } catch (IOException e) {
      throw new CannotStartException(
          "Cannot unpack PostgreSQL into " + cache + ": " + e.getMessage(), e);
    }
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-"
        + (system.startsWith("mac") ? "darwin" : system)
        + (processor.equals("aarch64") ? "-arm_64" : "-x86_64")
        + ".txz";
  }

  /**
   * Into a folder beside it, then renamed, so that a cut-off unpacking leaves nothing half done.
   */
  private static void unpack(URL archive, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path partial = Files.createTempDirectory(target.getParent(), "unpacking-");
    try (InputStream raw = archive.openStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, partial);
      }
    }
    openToOthers(partial);
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
      FileTree.delete(partial);
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path file = root.resolve(entry.getName()).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("an entry points out of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !file.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /**
   * A temporary folder is its owner's alone; other users of this checkout need the programs too.
   */
  private static void openToOthers(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
