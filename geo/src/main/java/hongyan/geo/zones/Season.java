package hongyan.geo.zones;

import org.jspecify.annotations.Nullable;

/**
 * A key protection period (保护重点时段), the same days every year, in Asia/Shanghai.
 *
 * @param from first day, MM-dd, inclusive
 * @param to last day, MM-dd, inclusive; earlier than {@code from} when it runs over the new year
 * @param hours HH:mm-HH:mm where only part of the day counts (may run over midnight), else null
 */
public record Season(String from, String to, @Nullable String hours) {}
