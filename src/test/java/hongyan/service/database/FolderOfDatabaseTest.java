package hongyan.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SettingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class FolderOfDatabaseTest {
  @TempDir private Path folder;
  private Path state;

  @BeforeEach
  void serveOnce() {
    state = folder.resolve("state");
    serve(state);
  }

  @Test
  void servesTheSameFolderAgain() {
    serve(state);
    assertThat(marks()).isEqualTo(1);
  }

  @Test
  void refusesAnotherFolderAndLeavesItAsItIs() {
    Path other = folder.resolve("stat");
    assertThatExceptionOfType(SettingFault.class)
        .isThrownBy(() -> serve(other))
        .withMessageContaining("--state")
        .withMessageContaining(other.toString())
        .withMessageContaining(state.toString());
    assertThat(other).doesNotExist();
    serve(state);
  }

  @Test
  void refusesAFolderThatWasServedWithAnotherDatabase() throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other);
    Files.writeString(other.resolve(FolderOfDatabase.FILE), "another\n");
    assertThatExceptionOfType(SettingFault.class).isThrownBy(() -> serve(other));
  }

  @Test
  void goesWithAFolderThatWasMovedOrRestored() throws IOException {
    Path moved = folder.resolve("moved");
    Files.move(state, moved);
    serve(moved);
    assertThatExceptionOfType(SettingFault.class)
        .isThrownBy(() -> serve(state))
        .withMessageContaining(moved.toString());
  }

  @Test
  void takesTheFolderAfterAKillBetweenTheTwoWrites() {
    ServiceDatabase.in(folder).jdbc().sql("DELETE FROM state_folder").update();
    serve(state);
    assertThat(marks()).isEqualTo(1);
  }

  private long marks() {
    return ServiceDatabase.in(folder)
        .jdbc()
        .sql("SELECT count(*) FROM state_folder")
        .query(Long.class)
        .single();
  }

  private void serve(Path served) {
    new FolderOfDatabase(
        ServiceDatabase.in(folder).jdbc(),
        ServiceDatabase.in(folder).dialect(),
        new HongyanSettings(served, "yongzhou", null, null),
        Clock.systemUTC());
  }
}
