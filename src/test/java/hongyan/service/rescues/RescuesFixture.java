package hongyan.service.rescues;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rescues' parts, for tests of those who stand on them. */
public final class RescuesFixture {

  private RescuesFixture() {}

  public static Care care(JdbcClient jdbc) {
    return new Care(new RescueStore(jdbc));
  }
}
