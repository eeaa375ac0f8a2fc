package hongyan.service.inspection;

import hongyan.service.documents.Language;
import hongyan.service.problems.FunnelView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the report, as the tables have it: the same figures as the JSON and the page.
 *
 * @param part targets, ledger, air, counties or sums
 * @param id names the figure within the report
 * @param figure the actual, the count, the mean or the sum
 * @param target what was asked, or the whole that a sum should make
 * @param footnote how it was made and by which versions of the standards, or the document
 * @param records address of the records behind it
 * @param query address that gives it again
 */
record ReportLine(
    String part,
    String id,
    String title,
    @Nullable String county,
    String period,
    @Nullable BigDecimal figure,
    @Nullable BigDecimal target,
    @Nullable BigDecimal gap,
    @Nullable BigDecimal declared,
    String unit,
    @Nullable String deadline,
    @Nullable String light,
    String source,
    String footnote,
    @Nullable String records,
    @Nullable String query) {

  /** Flattens a report. */
  static List<ReportLine> of(Report report, Language language) {
    List<ReportLine> lines = new ArrayList<>();
    report
        .sections()
        .forEach(
            part -> part.items().forEach(each -> lines.add(target("targets", each, language))));
    report.ledger().campaigns().forEach(each -> lines.addAll(campaign(report, each, language)));
    report.air().months().forEach(each -> lines.add(month(report, each)));
    report.air().days().forEach(each -> lines.add(day(report, each)));
    report
        .counties()
        .forEach(
            county ->
                county.items().forEach(each -> lines.add(target("counties", each, language))));
    report.sums().forEach(each -> lines.add(sum(report, each, language)));
    return lines;
  }

  private static ReportLine target(String part, TargetFigure figure, Language language) {
    return new ReportLine(
        part,
        figure.id(),
        figure.title(),
        figure.county(),
        figure.period(),
        figure.actual(),
        figure.target(),
        figure.gap(),
        figure.declared(),
        figure.unit(),
        Objects.toString(figure.deadline(), null),
        figure.light(),
        figure.source(),
        Footnotes.text(figure, language),
        figure.records(),
        Optional.ofNullable(figure.basis())
            .map(basis -> String.join(" ", basis.query().urls()) + " " + basis.query().pointer())
            .orElse(null));
  }

  private static List<ReportLine> campaign(Report report, FunnelView campaign, Language language) {
    return Arrays.stream(LedgerCount.Counted.values())
        .map(
            each ->
                new ReportLine(
                    "ledger",
                    campaign.id() + "/" + each.field(),
                    campaign.title()
                        + (language == Language.EN ? ": " : "：")
                        + language.of(each.words()),
                    report.county(),
                    report.period(),
                    BigDecimal.valueOf(each.of(campaign.funnel())),
                    null,
                    null,
                    null,
                    language == Language.EN ? "entries" : "个",
                    null,
                    null,
                    "ledger",
                    report.ledger().method(),
                    campaign.records(),
                    campaign
                        .records()
                        .replace("/problems?", "/campaigns?")
                        .concat(" /together/" + each.field())))
        .toList();
  }

  private static ReportLine month(Report report, Report.Month month) {
    Report.AirPart air = report.air();
    return air(report, "pm25/" + month.period(), "PM2.5", month.period(), month.value(), "µg/m³")
        .withQuery(
            "/api/v1/air/statistics?period=%s&county=%s".formatted(month.period(), air.subject()));
  }

  private static ReportLine day(Report report, Report.Day day) {
    BigDecimal aqi = day.aqi() == null ? null : BigDecimal.valueOf(day.aqi());
    return air(report, "aqi/" + day.date(), "AQI", day.date().toString(), aqi, "")
        .withQuery(report.air().query().urls().get(0));
  }

  private static ReportLine air(
      Report report,
      String id,
      String title,
      String period,
      @Nullable BigDecimal figure,
      String unit) {
    return new ReportLine(
        "air",
        id,
        title,
        report.county(),
        period,
        figure,
        null,
        null,
        null,
        unit,
        null,
        null,
        "computed",
        report.air().method() + " (" + String.join(", ", report.air().standards()) + ")",
        report.air().records(),
        null);
  }

  private static ReportLine sum(Report report, SumCheck sum, Language language) {
    List<String> parts = sum.parts().stream().map(SumCheck.Part::id).toList();
    return new ReportLine(
        "sums",
        sum.of() + "/" + sum.id() + "=" + String.join("+", parts),
        sum.title(),
        report.county(),
        report.period(),
        sum.sum(),
        sum.total(),
        sum.difference(),
        null,
        "",
        null,
        sum.consistent() ? "green" : "red",
        sum.of(),
        (language == Language.EN ? "sum of " : "分项之和：")
            + String.join(" + ", sum.parts().stream().map(SumCheck.Part::title).toList()),
        null,
        null);
  }

  private ReportLine withQuery(String address) {
    return new ReportLine(
        part, id, title, county, period, figure, target, gap, declared, unit, deadline, light,
        source, footnote, records, address);
  }
}
