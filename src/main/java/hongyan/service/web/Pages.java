package hongyan.service.web;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of the pages: {@code /map} is {@code static/map.html}, and so on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TileSettings.class)
class Pages implements WebMvcConfigurer {
  static final List<String> NAMES =
      List.of("map", "air", "inspection", "public", "login", "setup", "account");

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
    NAMES.forEach(
        name -> registry.addViewController("/" + name).setViewName("forward:/" + name + ".html"));
  }
}
