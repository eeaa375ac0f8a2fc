package hongyan.service.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole service is told from outside.
 *
 * @param state the folder that everything durable lives in
 * @param city the city folder on the class path
 * @param dateOfEffect first day on which Article 7 counts, yyyy-MM-dd; without it the one of the
 *     law folder
 * @param log addresses of a Kafka cluster; without them a broker runs in this process
 */
@ConfigurationProperties("hongyan")
public record HongyanSettings(
    @DefaultValue("state") Path state,
    @DefaultValue("yongzhou") String city,
    @Nullable String dateOfEffect,
    @Nullable String log) {}
