package hongyan.service.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.database.OnBothDatabases;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.settings.HongyanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class AdminTokenTest {
  @TempDir private Path state;
  private Tokens tokens;

  @BeforeEach
  void open() {
    tokens = new Tokens(new TokenStore(ServiceDatabase.in(state).jdbc()), Clock.systemUTC());
  }

  @Test
  void hasEveryRoleAndOutlivesARestart() throws IOException {
    start(false);
    String first = secret();
    start(false);
    assertThat(secret()).isEqualTo(first);
    assertThat(tokens.find(first).map(Person::roles).orElseThrow()).contains(Role.values());
    assertThat(tokens.list()).hasSize(1);
  }

  @Test
  void staysRevokedUntilTheOperatorAsksForAnother() throws IOException {
    start(false);
    String first = secret();
    tokens.revoke(tokens.list().get(0).id(), "somebody");
    Files.delete(state.resolve("admin-token"));
    start(false);
    assertThat(state.resolve("admin-token")).doesNotExist();
    start(true);
    assertThat(tokens.find(first)).isEmpty();
    assertThat(tokens.find(secret())).isPresent();
  }

  @Test
  void endsTheFormerOneWhenTheOperatorAsksForAnother() throws IOException {
    start(false);
    String first = secret();
    start(true);
    assertThat(tokens.find(first)).isEmpty();
    assertThat(tokens.find(secret())).isPresent();
  }

  @Test
  void takesTheFileThatAKillLeftBeforeTheDatabaseKnewIt() throws IOException {
    Files.writeString(state.resolve("admin-token"), Tokens.makeSecret());
    String left = secret();
    start(false);
    assertThat(secret()).isEqualTo(left);
    assertThat(tokens.find(left)).isPresent();
  }

  private void start(boolean another) {
    new AdminToken(new HongyanSettings(state, "yongzhou", null, null), tokens, another);
  }

  private String secret() throws IOException {
    return Files.readString(state.resolve("admin-token")).strip();
  }
}
