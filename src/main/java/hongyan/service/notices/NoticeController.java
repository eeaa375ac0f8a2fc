package hongyan.service.notices;

import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Conflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/**
 * Daily reviews and forecast bulletins: made from the stores, changed by people, issued once.
 * Issued means kept and counted here; sending it anywhere is for people.
 */
@Tag(name = "notices", description = "日研判与预报文书：生成、修改、签发、存档")
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {
  private static final int LONGEST = 20_000;

  /** The table of permissions lets nobody else write or issue. */
  private static final String ROLE = Role.ENVIRONMENT.code();

  private final NoticeStore store;
  private final NoticeWriter writer;
  private final WhoAsks whoAsks;
  private final Clock clock;

  NoticeController(NoticeStore store, NoticeWriter writer, WhoAsks whoAsks, Clock clock) {
    this.store = store;
    this.writer = writer;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /** What a person sends to change the wording; a text that is left out stays. */
  record Edit(@Nullable String text, @Nullable String textEn) {}

  /**
   * A document as the API gives it.
   *
   * @param state draft: nobody touched it; edited; issued: frozen
   * @param at when it was edited or issued, null for a draft; and so with by and role
   */
  record NoticeView(
      String kind,
      String date,
      String title,
      String titleEn,
      String state,
      @Nullable Instant at,
      @Nullable String by,
      @Nullable String role,
      Instant madeAt,
      String text,
      String textEn,
      Notice.Facts facts) {

    static NoticeView of(NoticeVersion version) {
      Notice notice = version.notice();
      boolean touched = version.state() != NoticeVersion.State.DRAFT;
      return new NoticeView(
          notice.kind().code(),
          notice.date(),
          notice.kind().title(),
          notice.kind().titleEn(),
          version.state().name().toLowerCase(Locale.ROOT),
          touched ? version.at() : null,
          touched ? version.by() : null,
          touched ? version.role() : null,
          notice.madeAt(),
          notice.text(),
          notice.textEn(),
          notice.facts());
    }
  }

  @Operation(summary = "Issued documents, newest date first")
  @GetMapping
  List<NoticeView> list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    LocalDate last = Days.parse("to", to, Days.today(clock));
    LocalDate first = Days.parse("from", from, last.minusYears(1));
    return store
        .listIssued(kind == null ? null : kind(kind), first.toString(), last.toString())
        .stream()
        .map(NoticeView::of)
        .toList();
  }

  @Operation(summary = "One document: as it was issued, as it was edited, or made from the stores")
  @GetMapping(path = "/{kind}/{date}", params = "format!=html")
  NoticeView get(@PathVariable String kind, @PathVariable String date) {
    return NoticeView.of(current(kind(kind), date(date)));
  }

  @Operation(summary = "The same as a page to read and print; lang=en for English")
  @GetMapping(path = "/{kind}/{date}", params = "format=html", produces = "text/html;charset=UTF-8")
  ModelAndView show(
      @PathVariable String kind,
      @PathVariable String date,
      @RequestParam(required = false) @Nullable String lang,
      Locale locale) {
    String language = lang == null ? locale.getLanguage() : lang;
    NoticeView notice = get(kind, date);
    return new ModelAndView(
        "notice",
        Map.of(
            "notice",
            notice,
            "at",
            Days.civil(notice.at()),
            "madeAt",
            Days.civil(notice.madeAt()),
            "zh",
            !language.startsWith("en")));
  }

  @Operation(summary = "The versions of one document, oldest first: who changed it, and how")
  @GetMapping("/{kind}/{date}/versions")
  List<NoticeView> versions(@PathVariable String kind, @PathVariable String date) {
    return store.listVersions(kind(kind), date(date).toString()).stream()
        .map(NoticeView::of)
        .toList();
  }

  @Operation(
      summary = "Changes the wording of one that is not issued",
      description = "Takes the role environment; who changed it is kept.")
  @PutMapping("/{kind}/{date}")
  NoticeView edit(@PathVariable String kind, @PathVariable String date, @RequestBody Edit sent) {
    People people = new People();
    checkText(people, "text", sent.text());
    checkText(people, "textEn", sent.textEn());
    if (sent.text() == null && sent.textEn() == null) {
      people.refuse("text", null, "required-field-missing", "text 或 textEn (one of them)");
    }
    people.check();
    Notice notice = current(kind(kind), date(date)).notice().withText(sent.text(), sent.textEn());
    return add(NoticeVersion.State.EDITED, notice);
  }

  @Operation(summary = "Issues it: frozen from then on, kept and counted; nothing is sent anywhere")
  @PostMapping("/{kind}/{date}/issue")
  NoticeView issue(@PathVariable String kind, @PathVariable String date) {
    People people = new People();
    LocalDate day = date(date);
    if (day.isAfter(Days.today(clock))) {
      people.refuse("date", date, "date-in-future", "不能签发未来日期的文书 (not before its day)");
    }
    people.check();
    return add(NoticeVersion.State.ISSUED, current(kind(kind), day).notice());
  }

  private NoticeView add(NoticeVersion.State state, Notice notice) {
    NoticeVersion version =
        new NoticeVersion(state, Days.now(clock), whoAsks.get().account(), ROLE, notice);
    if (!store.add(version)) {
      throw new Conflict(
          "%s of %s was issued and cannot be changed"
              .formatted(notice.kind().code(), notice.date()));
    }
    return NoticeView.of(version);
  }

  private NoticeVersion current(Notice.Kind kind, LocalDate date) {
    return store
        .find(kind, date.toString())
        .orElseGet(
            () ->
                new NoticeVersion(
                    NoticeVersion.State.DRAFT, Days.now(clock), "", "", writer.write(kind, date)));
  }

  private static void checkText(People people, String field, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST)) {
      people.refuse(field, null, "text-invalid", "1 到 %d 字 (characters)".formatted(LONGEST));
    }
  }

  private static Notice.Kind kind(String code) {
    return Arrays.stream(Notice.Kind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no notices of kind %s; there are daily-review and forecast-bulletin"
                        .formatted(code)));
  }

  private static LocalDate date(String text) {
    return Days.parse("date", text, LocalDate.EPOCH);
  }
}
