package hongyan.service.cli;

import java.nio.file.Path;
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
          "address to listen on. There are no accounts yet: open it only to a network that you trust"
              + " (default: ${DEFAULT-VALUE})")
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

  @Option(names = "--help", usageHelp = true, description = "this text")
  boolean help;
}
