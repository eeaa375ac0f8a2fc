package hongyan.service.secrets;

import hongyan.service.settings.HongyanSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the keys of the state folder. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

  @Bean
  Seals seals(HongyanSettings settings) {
    return KeyFile.open(settings.state());
  }
}
