package hongyan.service.handling;

import hongyan.geo.city.City;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that alerts are handled by, read and checked at start. */
@Configuration(proxyBeanMethods = false)
class HandlingConfiguration {

  @Bean
  Clocks clocks(City city) {
    return new Clocks(Deadlines.load(), Routing.load(city));
  }
}
