package hongyan.service.problems;

import hongyan.geo.city.City;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.database.ServiceDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in a folder, on Wednesday 23 October 2024; who asks can be changed. */
public final class LedgerFixture {
  public static final LocalDate TODAY = LocalDate.of(2024, 10, 23);
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-10-23T04:00:00Z"), ZoneOffset.UTC);
  static final Person INSPECTOR = new Person("wang", "王", Set.of(Role.INSPECTOR), Set.of());

  public final City city = City.open("yongzhou");
  public final JdbcClient jdbc;
  public final TransactionTemplate transaction;
  public final Campaigns campaigns;
  public final ProblemStore store;
  public final Light.Rule lights = LightRules.load().problems();
  public final Ledger ledger;
  public Person person = INSPECTOR;

  public LedgerFixture(Path folder) {
    ServiceDatabase database = ServiceDatabase.in(folder);
    jdbc = database.jdbc();
    transaction = database.transaction();
    campaigns = new Campaigns(city.resource("campaigns.json"), "campaigns.json", jdbc);
    store = new ProblemStore(jdbc);
    ledger = new Ledger(store, campaigns, city, () -> person, transaction, CLOCK);
  }

  public Funnels funnels() {
    return new Funnels(store, campaigns, CLOCK);
  }

  ProblemController controller() {
    return new ProblemController(ledger, store, campaigns, city, lights);
  }

  CampaignController campaignController() {
    return new CampaignController(campaigns, funnels(), ledger);
  }

  /** An entry with as little as needed. */
  public static Problem problem(
      String id,
      String campaign,
      @Nullable String enterprise,
      Set<ProblemKind> kinds,
      ProblemState state) {
    return new Problem(
        id,
        campaign,
        "431127",
        null,
        null,
        enterprise,
        "问题 " + id,
        null,
        null,
        LocalDate.of(2024, 5, 6),
        kinds,
        kinds.contains(ProblemKind.WITH_DEADLINE) ? LocalDate.of(2024, 12, 31) : null,
        state,
        null,
        state == ProblemState.CLOSED ? List.of("销号表") : List.of(),
        null);
  }
}
