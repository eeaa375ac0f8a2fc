package hongyan.service.evidence;

import hongyan.service.accounts.Person;
import hongyan.service.errors.Conflict;
import hongyan.service.evidence.subject.EvidenceSubject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The review that the law wants before something is evidence. */
@Tag(name = "evidence")
@RestController
@RequestMapping("/api/v1/evidence/{kind}/{id}/reviews")
class ReviewController {
  private final Subjects subjects;
  private final Gathering gathering;
  private final ReviewStore reviews;
  private final Officers officers;
  private final Clock clock;

  ReviewController(
      Subjects subjects, Gathering gathering, ReviewStore reviews, Officers officers, Clock clock) {
    this.subjects = subjects;
    this.gathering = gathering;
    this.reviews = reviews;
    this.officers = officers;
    this.clock = clock;
  }

  /** What is asked for: the state, and why. */
  record ReviewForm(@Nullable String to, @Nullable String note) {}

  /** Where a subject stands, how it came there, and what may follow. */
  record ReviewView(String state, List<String> next, List<Review> history) {}

  @Operation(summary = "How far the review of an alert, a target or a problem is")
  @GetMapping
  ReviewView list(@PathVariable String kind, @PathVariable String id) {
    officers.reader(subjects.get(kind, id));
    List<Review> history = reviews.list(kind, id);
    ReviewState state = ReviewState.of(history);
    List<String> next =
        java.util.Arrays.stream(ReviewState.values())
            .filter(state::mayBecome)
            .map(ReviewState::code)
            .toList();
    return new ReviewView(state.code(), next, history);
  }

  @Operation(
      summary = "Leads a review one step on, or back to captured; kept for ever",
      description =
          "captured, technically-reviewed, legally-reviewed, usable. What rests on leads alone never"
              + " becomes usable (Administrative Penalty Law, article 41).")
  @PostMapping
  ReviewView add(@PathVariable String kind, @PathVariable String id, @RequestBody ReviewForm form) {
    EvidenceSubject subject = subjects.get(kind, id);
    ReviewState to =
        ReviewState.find(String.valueOf(form.to()))
            .orElseThrow(
                () -> new IllegalArgumentException("to=%s: no state".formatted(form.to())));
    Person person = officers.reviewer(subject, to);
    List<Review> before = reviews.list(kind, id);
    ReviewState from = ReviewState.of(before);
    if (!from.mayBecome(to)) {
      throw new Conflict("it is %s and cannot become %s".formatted(from.code(), to.code()));
    }
    if (to == ReviewState.USABLE) {
      refuseLeads(subject, person);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Review review = new Review(to.code(), now, person.account(), person.name(), form.note());
    if (!reviews.add(kind, id, before.size(), review)) {
      throw new Conflict("somebody else has just reviewed it");
    }
    return list(kind, id);
  }

  private void refuseLeads(EvidenceSubject subject, Person person) {
    PackageContents contents = gathering.gather(subject, person.account());
    if (contents.records().isEmpty() || contents.leadsOnly() == contents.records().size()) {
      throw new Conflict(
          "all of its %d records are leads only: nothing of it can be used as evidence"
              .formatted(contents.records().size()));
    }
  }
}
