package hongyan.service.log;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to log in to the log outside.
 *
 * @param kafka properties of Kafka's clients by their own names, such as {@code security.protocol};
 *     the service and its tools give them to every client
 */
@ConfigurationProperties("hongyan")
record LogSettings(@DefaultValue Map<String, String> kafka) {}
