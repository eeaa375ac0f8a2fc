package hongyan.service.inspection;

import hongyan.service.documents.Language;
import hongyan.service.documents.Pdf;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a report as a page to read, and as the same page to print and to keep. */
@Component
public class ReportPage {
  private final ITemplateEngine templates;
  private final Jurisdiction city;

  public ReportPage(ITemplateEngine templates, Jurisdiction city) {
    this.templates = templates;
    this.city = city;
  }

  String html(Report report, Language language) {
    return page(report, language, false);
  }

  /** Returns the page as PDF; {@code base} is where its links lead to. */
  byte[] pdf(Report report, Language language, URI base) {
    return Pdf.of(page(report, language, true), base, report.madeAt().toInstant());
  }

  private String page(Report report, Language language, boolean print) {
    Locale locale = language == Language.EN ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return templates.process(
        "inspection-report",
        new Context(
            locale,
            Map.of(
                "report",
                report,
                "zh",
                language == Language.ZH,
                "print",
                print,
                "charts",
                new Charts(report, language),
                "notes",
                new Footnotes(language),
                "counted",
                LedgerCount.Counted.values(),
                "names",
                city.counties().stream()
                    .collect(Collectors.toMap(each -> each.adcode(), each -> each.name())))));
  }
}
