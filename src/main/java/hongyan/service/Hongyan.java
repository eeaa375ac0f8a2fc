package hongyan.service;

import hongyan.service.cli.Commands;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program. Everything that it can do is a command. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableScheduling
@ComponentScan
@ConfigurationPropertiesScan
public class Hongyan {

  public static void main(String[] arguments) {
    System.exit(Commands.run(Hongyan.class, arguments));
  }
}
