package hongyan.service.api;

import hongyan.pipelines.air.Pollutant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pollutants in a query by their own words, such as PM2.5. */
@Configuration(proxyBeanMethods = false)
class PollutantParameter implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Pollutant.class, PollutantParameter::pollutant);
  }

  private static Pollutant pollutant(String code) {
    return Pollutant.findByCode(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is no pollutant; they are %s"
                        .formatted(
                            code,
                            Arrays.stream(Pollutant.values())
                                .map(Pollutant::code)
                                .collect(Collectors.joining(", ")))));
  }
}
