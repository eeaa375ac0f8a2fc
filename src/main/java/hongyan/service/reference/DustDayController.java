package hongyan.service.reference;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.reference.DustDay;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The official list of days of sand and dust, which the platform enters and never decides. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/air/dust-days")
class DustDayController {
  private final ReferenceBook book;
  private final Clock clock;

  DustDayController(ReferenceBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** A day as the API takes it; the document that lists it is required. */
  record DustDayForm(@Nullable String date, @Nullable String document, @Nullable String note) {}

  @Operation(summary = "The official days of sand and dust, newest first")
  @GetMapping
  List<DustDay> list(@RequestParam(required = false) @Nullable Integer year) {
    return book.current().dustDays().stream()
        .filter(day -> year == null || LocalDate.parse(day.date()).getYear() == year)
        .sorted(Comparator.comparing(DustDay::date).reversed())
        .toList();
  }

  @Operation(summary = "One day of sand and dust")
  @GetMapping("/{date}")
  DustDay get(@PathVariable String date) {
    return book.current()
        .findDustDay(date)
        .orElseThrow(() -> new NoSuchElementException("no day of dust " + date));
  }

  @Operation(
      summary = "Enters a day of the official list, or changes it",
      description =
          "Statistics of particulate matter and the composite index then leave the day out of their"
              + " series dust-deducted; the series all and the good days keep it.")
  @PutMapping("/{date}")
  DustDay put(@PathVariable String date, @RequestBody DustDayForm form) {
    FormCheck check = new FormCheck();
    if (form.date() != null && !form.date().equals(date)) {
      check.add(Fault.of("date", form.date(), "id-differs", "the address says " + date));
    }
    Optional<LocalDate> day = findDate(date);
    if (day.isEmpty()) {
      check.add(Fault.of("date", date, "not-a-date", "a date such as 2024-03-28 is wanted"));
    } else if (day.get().isAfter(LocalDate.ofInstant(clock.instant(), CivilTime.ZONE))) {
      check.add(Fault.of("date", date, "in-the-future", "has not come yet"));
    }
    String document = check.required("document", form.document());
    check.complete();
    book.write(ReferenceKeys.entry(new DustDay(date, document, form.note())));
    return get(date);
  }

  @Operation(summary = "Takes a day off the list; the figures count it again")
  @DeleteMapping("/{date}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String date) {
    get(date);
    book.write(ReferenceKeys.noDustDay(date));
  }

  private static Optional<LocalDate> findDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
