package ai.policytracker.quickstart.identity;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.util.Base64;

/** The key pair of a data folder, made once, as two PEM files in a folder of their own. */
public final class KeyFolder {
  private static final String PRIVATE = "private.pem";
  private static final String PUBLIC = "public.pem";
  private static final FileAttribute<?> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;

  /**
   * @param path readable by its owner only, once it is made; its parent is there
   */
  public KeyFolder(Path path) {
    this.path = path;
  }

  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * The key pair, which is made if it is not there.
   *
   * @throws CannotStartException if it cannot be read or written
   */
  public KeyPair open() {
    try {
      if (!exists()) {
        make();
      }
      return Keys.decode(read(PUBLIC), read(PRIVATE));
    } catch (IOException e) {
      throw new CannotStartException("Cannot read or write the key pair in " + path + ": " + e, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CannotStartException(
          path
              + " holds no key pair of the tracker.\nRestore it, or delete it and start anew: a new"
              + " pair is made then, and older tokens are refused.",
          e);
    }
  }

  /** In one step, so that of two programs that do it at once one takes over what the other made. */
  private void make() throws IOException {
    Path next = Files.createTempDirectory(path.getParent(), "keys", OWNER_ONLY_FOLDER);
    KeyPair keys = Keys.generate();
    write(next.resolve(PRIVATE), "PRIVATE KEY", keys.getPrivate());
    write(next.resolve(PUBLIC), "PUBLIC KEY", keys.getPublic());
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!exists()) {
        throw e;
      }
      // Somebody else was faster: a folder never replaces one that holds files.
      Files.delete(next.resolve(PRIVATE));
      Files.delete(next.resolve(PUBLIC));
      Files.delete(next);
    }
  }

  private static void write(Path file, String label, Key key) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    Files.createFile(file, OWNER_ONLY_FILE);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, body, label));
  }

  private byte[] read(String file) throws IOException {
    String pem = Files.readString(path.resolve(file));
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
