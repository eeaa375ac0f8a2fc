package hongyan.service.hj212;

import hongyan.pipelines.records.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code simulate hj212}: devices that send minute data over HJ 212, to try a service or a network
 * with. Exit code 0 when every frame was answered.
 */
@Command(
    name = "hj212",
    mixinStandardHelpOptions = true,
    description = "devices that send minute data over HJ 212, with disconnects")
public final class SimulateHj212 implements Callable<Integer> {
  private static final String PASSWORD = "123456";

  @Option(names = "--devices", defaultValue = "10", description = "how many (default: 10)")
  private int devices;

  @Option(
      names = "--to",
      defaultValue = "127.0.0.1:9212",
      description = "host:port (default: ${DEFAULT-VALUE})")
  private String to = "";

  @Option(names = "--frames", defaultValue = "10", description = "frames of each (default: 10)")
  private int frames;

  @Option(names = "--every", defaultValue = "PT5S", description = "between two (default: PT5S)")
  private Duration every = Duration.ofSeconds(5);

  @Option(
      names = "--disconnects",
      defaultValue = "0.02",
      description = "chance to hang up at each beat (default: ${DEFAULT-VALUE})")
  private double disconnects;

  @Option(
      names = "--register",
      paramLabel = "URL",
      description = "address of the service where stations and devices are registered first")
  private @Nullable URI register;

  @Option(
      names = "--token",
      defaultValue = "${env:HONGYAN_TOKEN}",
      description = "bearer token for --register (default: the variable HONGYAN_TOKEN)")
  private @Nullable String token;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> names = IntStream.rangeClosed(1, devices).mapToObj("SIM%06d"::formatted).toList();
    if (register != null) {
      registerAll(register, names);
    }
    Instant from = Instant.now().minus(Duration.ofMinutes(frames + 1L));
    Simulation.Plan plan =
        new Simulation.Plan(
            address(), PASSWORD, from.truncatedTo(ChronoUnit.MINUTES), frames, every, disconnects);
    Simulation.Counts counts = Simulation.run(names, plan, so -> System.err.printf("\r%s   ", so));
    System.out.printf("%n%s%n", counts);
    return counts.answered.sum() == (long) devices * frames ? 0 : 1;
  }

  private InetSocketAddress address() {
    int colon = to.lastIndexOf(':');
    if (colon < 1 || !to.substring(colon + 1).matches("\\d{1,5}")) {
      throw new ParameterException(spec.commandLine(), "--to needs host:port, not " + to);
    }
    return new InetSocketAddress(to.substring(0, colon), Integer.parseInt(to.substring(colon + 1)));
  }

  private void registerAll(URI service, List<String> names)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      double lon = 111.0 + i % 40 * 0.03;
      double lat = 25.0 + i / 40 * 0.03;
      put(
          client,
          service.resolve("/api/v1/stations/" + name),
          Map.of(
              "id",
              name,
              "name",
              "模拟站点 " + name,
              "kind",
              "air",
              "position",
              Map.of("type", "Point", "coordinates", List.of(lon, lat))));
      put(
          client,
          service.resolve("/api/v1/hj212/devices/" + name),
          Map.of("station", name, "password", PASSWORD));
    }
  }

  private void put(HttpClient client, URI address, Map<String, Object> content)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(content)));
    if (token != null && !token.isBlank()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          address + " answered " + response.statusCode() + ": " + response.body());
    }
  }
}
