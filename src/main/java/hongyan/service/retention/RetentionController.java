package hongyan.service.retention;

import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.chain.ChainCheck;
import hongyan.service.errors.Forbidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deleting by rule, what is left of it, and whether the chain still fits the log. */
@Tag(name = "evidence")
@RestController
@RequestMapping("/api/v1/retention")
class RetentionController {
  private final Retention retention;
  private final TombstoneStore tombstones;
  private final ChainCheck check;
  private final WhoAsks whoAsks;

  RetentionController(
      Retention retention, TombstoneStore tombstones, ChainCheck check, WhoAsks whoAsks) {
    this.retention = retention;
    this.tombstones = tombstones;
    this.check = check;
    this.whoAsks = whoAsks;
  }

  /** Why something is deleted. */
  record Reason(@Nullable String reason) {}

  /** Which records of the log are deleted, and why. */
  record Records(@Nullable String topic, @Nullable String before, @Nullable String reason) {}

  @Operation(summary = "What was deleted by rule, newest first")
  @GetMapping("/tombstones")
  List<Tombstone> list() {
    return tombstones.list();
  }

  @Operation(
      summary = "Deletes a photo or recording that has been kept long enough; administrators only")
  @PostMapping("/attachments/{sha256}/deletion")
  Tombstone deleteAttachment(@PathVariable String sha256, @RequestBody Reason form) {
    Person person = administrator();
    return retention.deleteAttachment(sha256, person.account(), required("reason", form.reason()));
  }

  @Operation(
      summary = "Deletes the oldest records of a topic of the log; administrators only",
      description =
          "The hash of each stays in the chain. Current records and figures stay, without the text"
              + " that was sent.")
  @PostMapping("/records/deletion")
  List<Tombstone> deleteRecords(@RequestBody Records form) {
    Person person = administrator();
    String topic = required("topic", form.topic());
    if (!List.of("readings", "occurrences", "findings", "forecasts", "rejects").contains(topic)) {
      throw new IllegalArgumentException("topic=%s: no records of this topic go".formatted(topic));
    }
    Instant before;
    try {
      before = OffsetDateTime.parse(required("before", form.before())).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("before: ISO 8601 with an offset is wanted", e);
    }
    return retention.deleteRecords(
        topic, before, person.account(), required("reason", form.reason()));
  }

  @Operation(
      summary = "Compares the chain with the log, leaf by leaf; reads the whole log",
      description = "firstFault is null when all fits; what was deleted by rule counts as deleted.")
  @PostMapping("/chain-check")
  ChainCheck.Result check() {
    administrator();
    return check.run(leaf -> tombstones.covers(leaf.topic(), leaf.partition(), leaf.offset()));
  }

  private Person administrator() {
    Person person = whoAsks.get();
    if (!person.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("administrators only");
    }
    return person;
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value.strip();
  }
}
