package hongyan.service.accounts;

import java.util.Set;

/** People for tests of what they ask for. */
public final class PeopleFixture {
  /** Somebody who may do everything, in the whole city. */
  public static final WhoAsks OPERATOR =
      asks(new Person("operator", "operator", Set.of(Role.values()), Set.of()));

  private PeopleFixture() {}

  public static WhoAsks asks(Person person) {
    return () -> person;
  }

  public static Person person(Role role, String... counties) {
    return new Person(role.code(), role.code(), Set.of(role, Role.PUBLIC), Set.of(counties));
  }
}
