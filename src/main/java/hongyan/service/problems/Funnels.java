package hongyan.service.problems;

import hongyan.geo.place.CivilTime;
import hongyan.service.documents.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the ledger; the door of this package for the inspection's report. */
@Component
public class Funnels {
  private final ProblemStore store;
  private final Campaigns campaigns;
  private final Clock clock;

  public Funnels(ProblemStore store, Campaigns campaigns, Clock clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** Lists the entries of some campaigns, or of all, that were found in a span of days. */
  public List<Problem> list(
      ProblemFilter filter,
      @Nullable List<String> campaign,
      @Nullable String county,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return store.list(filter.campaigns(campaign).county(county).foundBetween(from, to), null, -1);
  }

  /** Shows the funnel of each campaign that was asked for, of all without a wish. */
  public List<FunnelView> show(
      List<Problem> found, @Nullable List<String> wanted, Language language) {
    Map<String, List<Problem>> byCampaign =
        found.stream().collect(Collectors.groupingBy(Problem::campaign));
    LocalDate today = LocalDate.ofInstant(clock.instant(), CivilTime.ZONE);
    return campaigns.list().stream()
        .filter(each -> wanted == null || wanted.isEmpty() || wanted.contains(each.id()))
        .map(
            each ->
                new FunnelView(
                    each.id(),
                    language.of(each.title()),
                    Funnel.of(byCampaign.getOrDefault(each.id(), List.of()), today),
                    "/api/v1/inspection/problems?campaign=" + each.id()))
        .toList();
  }
}
