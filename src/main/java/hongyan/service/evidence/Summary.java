package hongyan.service.evidence;

import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Zone;
import hongyan.service.documents.Pdf;
import hongyan.service.evidence.SummaryPage.FileRow;
import hongyan.service.evidence.SummaryPage.Row;
import hongyan.service.evidence.SummaryPage.StepRow;
import hongyan.service.evidence.SummaryPage.ZoneRow;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The summary that a person reads first, in Chinese, as PDF. Thread-safe. */
final class Summary {
  private static final URI NOWHERE = URI.create("urn:hongyan:evidence");
  private static final int MOST_RECORDS = 200;
  private static final int LONGEST_RAW = 600;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(CivilTime.ZONE);

  private final ITemplateEngine templates;

  Summary(ITemplateEngine templates) {
    this.templates = templates;
  }

  byte[] pdf(PackageContents contents) {
    return Pdf.of(html(contents), NOWHERE, contents.madeAt());
  }

  String html(PackageContents contents) {
    Context context = new Context(Locale.SIMPLIFIED_CHINESE);
    context.setVariables(Map.of("page", page(contents), "subject", contents.subject()));
    return templates.process("evidence-summary", context);
  }

  private static SummaryPage page(PackageContents contents) {
    return new SummaryPage(
        contents.id(),
        SECOND.format(contents.madeAt()),
        contents.by(),
        ReviewState.of(contents.reviews()).chinese(),
        contents.subject(),
        contents.records().size(),
        contents.omission(),
        contents.leadsOnly(),
        contents.records().stream().limit(MOST_RECORDS).map(Summary::row).toList(),
        Math.max(0, contents.records().size() - MOST_RECORDS),
        contents.zones().stream().map(Summary::zone).toList(),
        contents.attachments().stream()
            .map(file -> new FileRow(file.sha256(), file.type().mediaType(), file.bytes()))
            .toList(),
        contents.missing(),
        steps(contents),
        MapPicture.of(contents),
        contents.head().tree().size(),
        HexFormat.of().formatHex(contents.head().tree().root()));
  }

  private static ZoneRow zone(Zone zone) {
    String document = Objects.requireNonNullElse(zone.document(), "—");
    return new ZoneRow(
        zone.name(), zone.id(), zone.version(), zone.illustrative() ? "示意，非公布边界" : document);
  }

  private static Row row(PackagedRecord record) {
    String raw = record.raw();
    return new Row(
        record.leaf().topic(),
        record.door(),
        received(record.receivedAt()),
        raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW) + "…",
        record.leaf().index(),
        orNothing(record.leadOnly()));
  }

  private static List<StepRow> steps(PackageContents contents) {
    Stream<StepRow> decisions =
        contents.subject().history().stream()
            .map(s -> new StepRow(SECOND.format(s.at()), s.who(), s.what(), orNothing(s.note())));
    Stream<StepRow> reviews = contents.reviews().stream().map(Summary::review);
    return Stream.concat(decisions, reviews).toList();
  }

  private static StepRow review(Review review) {
    String state = ReviewState.find(review.state()).orElseThrow().chinese();
    return new StepRow(SECOND.format(review.at()), review.who(), state, orNothing(review.note()));
  }

  private static String received(String instant) {
    try {
      return SECOND.format(Instant.parse(instant));
    } catch (DateTimeException other) {
      return instant;
    }
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
