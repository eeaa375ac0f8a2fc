package hongyan.service.publicreports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hongyan.public-reports.limits.*}; the platform's own choice.
 *
 * @param reportsPerHour of one address
 * @param asksPerMinute for progress, of one address
 * @param reportsPerMinuteInAll of all addresses together
 * @param addresses how many are remembered at once
 */
@ConfigurationProperties("hongyan.public-reports.limits")
record LimitSettings(
    @DefaultValue("20") int reportsPerHour,
    @DefaultValue("30") int asksPerMinute,
    @DefaultValue("120") int reportsPerMinuteInAll,
    @DefaultValue("50000") int addresses) {}
