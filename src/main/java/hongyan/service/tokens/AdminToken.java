package hongyan.service.tokens;

import hongyan.service.accounts.Grant;
import hongyan.service.accounts.Role;
import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.SecretFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The administrator's token of the first start: every role, in the file {@code admin-token} of the
 * state folder, which only its owner may read. Once it was revoked, no start makes another, unless
 * the operator of the machine asks for it ({@code serve --new-admin-token}).
 */
@Component
class AdminToken {
  private static final String NAME = "admin-token";
  private static final String MAKER = "start";

  AdminToken(
      HongyanSettings settings,
      Tokens tokens,
      @Value("${hongyan.new-admin-token:false}") boolean another) {
    Path file = settings.state().resolve(NAME);
    List<Token> made = tokens.list().stream().filter(AdminToken::isOurs).toList();
    if (another) {
      made.stream()
          .filter(token -> token.revokedAt() == null)
          .forEach(token -> tokens.revoke(token.id(), MAKER));
      SecretFile.write(file, Tokens.makeSecret());
    }
    if (another || made.isEmpty()) {
      // One that a kill left there before the database knew it is taken as it is.
      String secret = SecretFile.readOrWrite(file, Tokens::makeSecret);
      Set<Role> all = EnumSet.allOf(Role.class);
      tokens.add(NAME, new Grant(all, Set.of()), null, MAKER, secret);
    }
  }

  private static boolean isOurs(Token token) {
    return token.name().equals(NAME) && token.createdBy().equals(MAKER);
  }
}
