package ai.policytracker.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path parent;

  @Test
  void newFolderIsCreatedAndNotYetComplete() {
    DataFolder folder = DataFolder.open(parent.resolve("a/b"));

    assertThat(folder.path()).isDirectory();
    assertThat(folder.isComplete()).isFalse();
  }

  @Test
  void folderWithOtherFilesIsLeftAlone() throws IOException {
    Path letter = Files.writeString(parent.resolve("letter.txt"), "dear");

    assertThatThrownBy(() -> DataFolder.open(parent))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("not the tracker's")
        .hasMessageContaining("--data");
    assertThat(parent).isDirectoryContaining(letter::equals);
    assertThat(parent.toFile().list()).hasSize(1);
  }

  @Test
  void fileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void remainsOfAnUnfinishedFirstStartAreRemoved() throws IOException {
    DataFolder folder = DataFolder.open(parent);
    Files.createDirectories(folder.postgres().resolve("base"));

    assertThat(folder.isComplete()).isFalse();
    assertThat(folder.postgres()).doesNotExist();
  }

  @Test
  void completeFolderIsRecognised() throws IOException {
    DataFolder folder = completeFolder("18");

    assertThat(DataFolder.open(parent).isComplete()).isTrue();
    assertThat(folder.postgres()).exists();
  }

  @Test
  void missingPartIsNamedAndNothingIsDeleted() throws IOException {
    DataFolder folder = completeFolder("18");
    Files.delete(folder.kafka().resolve("meta.properties"));

    assertThatThrownBy(folder::isComplete)
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("kafka/meta.properties is missing");
    assertThat(folder.postgres()).exists();
  }

  @Test
  void otherVersionOfPostgresIsNamed() throws IOException {
    DataFolder folder = completeFolder("17");

    assertThatThrownBy(folder::isComplete)
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("PostgreSQL 17");
  }

  private DataFolder completeFolder(String version) throws IOException {
    DataFolder folder = DataFolder.open(parent);
    Files.createDirectories(folder.postgres().resolve("global"));
    Files.createFile(folder.postgres().resolve("global/pg_control"));
    Files.writeString(folder.postgres().resolve("PG_VERSION"), version + "\n");
    Files.createDirectories(folder.kafka());
    Files.createFile(folder.kafka().resolve("meta.properties"));
    folder.markComplete();
    return folder;
  }
}
