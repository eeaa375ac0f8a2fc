package hongyan.service.problems;

import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Counties;
import hongyan.geo.place.County;
import hongyan.service.documents.Language;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as the public interface shows it, in one language.
 *
 * @param position [lon, lat]
 * @param light green, yellow or red; null without a deadline
 * @param history its steps, oldest first; null in a list
 * @param next the states that it can be moved to; null in a list
 */
public record ProblemView(
    String id,
    String campaign,
    @Nullable String campaignTitle,
    @Nullable String county,
    @Nullable String countyName,
    @Nullable String place,
    @Nullable List<Double> position,
    @Nullable String enterprise,
    String problem,
    @Nullable String department,
    @Nullable String foundBy,
    LocalDate foundOn,
    List<String> kinds,
    List<String> kindWords,
    @Nullable LocalDate deadline,
    String state,
    String stateWord,
    @Nullable LocalDate rectifiedOn,
    List<String> evidence,
    @Nullable String note,
    @Nullable String light,
    @Nullable List<Past> history,
    @Nullable List<String> next) {

  /** One step. */
  public record Past(
      OffsetDateTime at,
      String who,
      String action,
      @Nullable String from,
      String to,
      @Nullable String note,
      List<String> evidence) {

    static Past of(Step step) {
      return new Past(
          step.at().atZone(CivilTime.ZONE).toOffsetDateTime(),
          step.who(),
          step.action().code(),
          step.from() == null ? null : step.from().code(),
          step.to().code(),
          step.note(),
          step.evidence());
    }
  }

  /** Shows problems with the names of campaigns and counties. */
  public record Words(
      Map<String, Campaign> campaigns, Counties counties, Language language, Light.Rule lights) {

    public ProblemView show(Problem problem, LocalDate today) {
      return view(problem, today, null);
    }

    ProblemView show(Problem problem, LocalDate today, List<Step> steps) {
      return view(problem, today, steps);
    }

    private ProblemView view(Problem problem, LocalDate today, @Nullable List<Step> steps) {
      Campaign campaign = campaigns.get(problem.campaign());
      Light light = problem.light(lights, today);
      return new ProblemView(
          problem.id(),
          problem.campaign(),
          campaign == null ? null : language.of(campaign.title()),
          problem.county(),
          problem.county() == null
              ? null
              : counties.find(problem.county()).map(County::name).orElse(null),
          problem.place(),
          problem.position() == null
              ? null
              : List.of(problem.position().lon(), problem.position().lat()),
          problem.enterprise(),
          problem.problem(),
          problem.department(),
          problem.foundBy(),
          problem.foundOn(),
          problem.kinds().stream().map(ProblemKind::code).toList(),
          problem.kinds().stream().map(each -> language.of(each.words())).toList(),
          problem.deadline(),
          problem.state().code(),
          language.of(problem.state().words()),
          problem.rectifiedOn(),
          problem.evidence(),
          problem.note(),
          light == null ? null : light.name().toLowerCase(Locale.ROOT),
          steps == null ? null : steps.stream().map(Past::of).toList(),
          steps == null ? null : problem.state().next().stream().map(ProblemState::code).toList());
    }
  }
}
