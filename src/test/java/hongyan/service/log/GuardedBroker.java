package hongyan.service.log;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker that lets in only who knows the password (SASL, PLAIN). */
public final class GuardedBroker implements AutoCloseable {
  private static final String MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule required ";

  private final KafkaRaftServer server;
  private final String address;

  private GuardedBroker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  public static GuardedBroker start(Path folder, String user, String password) throws Exception {
    int port = freePort();
    int inner = freePort();
    int controller = freePort();
    Properties properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
            Map.entry(
                "listeners",
                "OUTSIDE://127.0.0.1:%d,INNER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, inner, controller)),
            Map.entry(
                "advertised.listeners",
                "OUTSIDE://127.0.0.1:%d,INNER://127.0.0.1:%d".formatted(port, inner)),
            Map.entry(
                "listener.security.protocol.map",
                "OUTSIDE:SASL_PLAINTEXT,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "INNER"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.name.outside.sasl.enabled.mechanisms", "PLAIN"),
            Map.entry(
                "listener.name.outside.plain.sasl.jaas.config",
                MODULE + "user_%s=\"%s\";".formatted(user, password)),
            Map.entry("log.dirs", folder.toString()),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0")));
    format(folder);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new GuardedBroker(server, "127.0.0.1:" + port);
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .setDirectories(List.of(folder.toString()))
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public String address() {
    return address;
  }

  /** Returns what a client says that knows a password. */
  public static Map<String, String> credentials(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        MODULE + "username=\"%s\" password=\"%s\";".formatted(user, password));
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
