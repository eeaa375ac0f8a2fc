package hongyan.benchmarks.parts;

import java.io.IOException;
import java.time.Duration;

/** Sends a load, strikes in the middle of it, waits until all is worked through, and counts. */
final class Run {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Run() {}

  /** Waits until the product is ready, and registers the stations of the load. */
  static void prepare(Layout layout) throws InterruptedException {
    Client client = new Client(layout);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!client.get("/actuator/health/readiness").path("status").asString().equals("UP")
        && System.nanoTime() < end) {
      Thread.sleep(500);
    }
    for (int station = 0; station < Load.STATIONS; station++) {
      String path = "/api/v1/stations/" + Load.station(station);
      int status = client.send("PUT", path, "application/json", Load.stationJson(station));
      if (status / 100 != 2) {
        throw new IllegalStateException(path + " was answered " + status);
      }
    }
  }

  static Outcome of(Layout layout, Fault fault, Load load)
      throws IOException, InterruptedException {
    Client client = new Client(layout);
    Sending sending = Sending.start(client, load);
    int middle = load.bodies() / 3;
    sending.awaitAcknowledged(middle);
    fault.strike(layout);
    double seconds = secondsUntilNewReading(client, load.run());
    sending.await();
    awaitWorkedThrough(client);
    return new Outcome(
        layout.name(), fault.name(), load, Stored.of(client, load), sending.again(), seconds);
  }

  /** Waits until no record waits on the log. */
  static void awaitWorkedThrough(Client client) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (client.backlog() != 0 && System.nanoTime() < end) {
      Thread.sleep(500);
    }
  }

  private static double secondsUntilNewReading(Client client, int number)
      throws InterruptedException {
    long start = System.nanoTime();
    long end = start + PATIENCE.toNanos();
    while (client.send("POST", "/api/v1/readings", "application/json", Load.probe(number)) != 202
        && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    String path =
        "/api/v1/readings?station=%s&from=%s&to=%s"
            .formatted(
                Load.station(0), Load.probeTime(number), Load.probeTime(number).plusSeconds(1));
    while (client.get(path).path("items").isEmpty() && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
