package hongyan.service.chain;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hongyan.chain.*}.
 *
 * @param name what the chain and its key are called, without spaces; never changed once it has
 *     begun
 * @param timestampAuthority address of an RFC 3161 authority that stamps the heads of days, or null
 * @param patience how long the authority may take
 */
@ConfigurationProperties("hongyan.chain")
public record ChainSettings(
    @Nullable String name,
    @Nullable URI timestampAuthority,
    @DefaultValue("20s") Duration patience) {}
