package hongyan.pipelines.birds.surveys;

import org.jspecify.annotations.Nullable;

/**
 * What one year gives to a trend.
 *
 * @param effort what the individuals were found with; null where they are not set against any
 */
public record YearOfBirds(int year, long individuals, @Nullable Double effort) {}
