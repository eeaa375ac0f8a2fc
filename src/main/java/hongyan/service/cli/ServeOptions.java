package hongyan.service.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that start the service. */
final class ServeOptions {
  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port of the web interface; 0 takes a free one (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description =
          "address to listen on; 0.0.0.0 is every one. Set TLS up before you open it to a network,"
              + " see docs/accounts.md (default: ${DEFAULT-VALUE})")
  String host = "";

  @Option(
      names = "--hj212-port",
      paramLabel = "PORT",
      description =
          "port for devices that speak HJ 212 (default: 9212, or a free one with --port 0)")
  @Nullable Integer hj212Port;

  @Option(
      names = "--config",
      description = "a properties or YAML file with settings (see docs/operations.md)")
  @Nullable Path config;

  @Option(
      names = "--new-admin-token",
      description = "writes another admin-token into the state folder; the former holds no more")
  boolean newAdminToken;

  private boolean trying;

  /** Returns these for a service to try out: who makes the first account is everything at once. */
  ServeOptions forTrying() {
    trying = true;
    return this;
  }

  /** Returns the settings that follow from the options. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", port);
    properties.put("server.address", host);
    properties.put("hongyan.new-admin-token", newAdminToken);
    if (config != null) {
      properties.put("spring.config.additional-location", settingsFile(config));
    }
    if (trying) {
      properties.put("hongyan.log-in.first-roles", "administrator,environment,forestry,inspector");
      properties.put("hongyan.log-in.second-factor-required", false);
    }
    return properties;
  }

  /** As Spring names it, to be read as UTF-8: a properties file would else be Latin-1. */
  private static String settingsFile(Path config) {
    return config.toUri() + "[encoding=UTF-8]";
  }

  @Option(names = "--help", usageHelp = true, description = "this text")
  boolean help;
}
