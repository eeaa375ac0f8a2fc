package hongyan.service.accounts;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There are no accounts yet: whoever reaches the service is its operator, with every role. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {
  @Bean
  WhoAsks whoAsks() {
    Person operator = new Person("operator", "operator", Set.of(Role.values()), Set.of());
    return () -> operator;
  }
}
