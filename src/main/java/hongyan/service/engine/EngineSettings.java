package hongyan.service.engine;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the job runs.
 *
 * @param flink address of the REST interface of a Flink cluster, for example {@code
 *     http://127.0.0.1:8081}; without it a mini cluster runs in this process
 */
@ConfigurationProperties("hongyan")
record EngineSettings(@Nullable URI flink) {}
