package ai.policytracker.quickstart.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  @TempDir private Path parent;

  @Test
  void theKeyPairIsMadeOnce() {
    PublicKey first = folder().open().getPublic();

    assertThat(folder().open().getPublic()).isEqualTo(first);
  }

  @Test
  void onlyTheOwnerReadsThePrivateKey() throws IOException {
    folder().open();

    for (String file : List.of("keys", "keys/private.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve(file))))
          .as(file)
          .endsWith("------");
    }
    assertThat(parent.resolve("keys/private.pem"))
        .content()
        .startsWith("-----BEGIN PRIVATE KEY-----");
  }

  @Test
  void manyThatMakeItAtOnceGetTheSameAndLeaveNothingBehind() throws Exception {
    Set<PublicKey> made = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<PublicKey> open = () -> folder().open().getPublic();
      for (Future<PublicKey> key :
          threads.invokeAll(Stream.generate(() -> open).limit(8).toList())) {
        made.add(key.get());
      }
    }

    assertThat(made).hasSize(1);
    assertThat(parent.toFile().list()).containsExactly("keys");
  }

  @Test
  void whatIsNoKeyIsToldOfAndKept() throws IOException {
    folder().open();
    Path file = Files.writeString(parent.resolve("keys/private.pem"), "letters");

    assertThatThrownBy(() -> folder().open())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("no key pair")
        .hasMessageContaining(parent.toString());
    assertThat(file).hasContent("letters");
  }

  @Test
  void halfAPairIsToldOf() throws IOException {
    folder().open();
    Files.delete(parent.resolve("keys/public.pem"));

    assertThatThrownBy(() -> folder().open())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("public.pem");
  }

  private KeyFolder folder() {
    return new KeyFolder(parent.resolve("keys"));
  }
}
