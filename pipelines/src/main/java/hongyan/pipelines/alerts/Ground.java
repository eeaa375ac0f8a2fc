package hongyan.pipelines.alerts;

import org.jspecify.annotations.Nullable;

/**
 * One fact that an alert rests on, in both languages of the user interface.
 *
 * @param fact in Chinese
 * @param factEn in English
 * @param record where the fact can be read, as {@code finding/ID}, {@code reading/IDENTITY}, {@code
 *     occurrence/ID}, {@code zone/ID/VERSION}, {@code permit/ID}, {@code day/SUBJECT/DATE}, {@code
 *     forecast/IDENTITY}, {@code device-status/DEVICE|TIME}, {@code assessment/ID}, {@code
 *     alert/ID}; null for a fact of the rule itself
 */
public record Ground(String fact, String factEn, @Nullable String record) {}
