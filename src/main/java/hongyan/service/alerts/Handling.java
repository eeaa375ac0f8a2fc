package hongyan.service.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.service.handling.Office;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an alert is handled, as the API gives it.
 *
 * @param office where it lies now
 * @param beside offices that act beside it
 * @param deadline by when it has to leave its state; null where nothing is due
 * @param light {@code green}, {@code yellow} before the deadline, {@code red} past it
 * @param level how many offices it has gone up from the first
 * @param escalations how often it went up in all
 * @param quiet no sound and no notification: a permit covers it, another stands for it, or its
 *     cause is gone
 * @param mergedInto the alert that stands for it
 * @param merged those that it stands for; only on the alert's own page
 * @param contradiction said where people went on with it, or confirmed it, and its records no
 *     longer support it
 */
record Handling(
    Office office,
    List<Office> beside,
    @Nullable Instant deadline,
    @Nullable String light,
    int level,
    int escalations,
    boolean quiet,
    @Nullable String mergedInto,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> merged,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String contradiction) {}
