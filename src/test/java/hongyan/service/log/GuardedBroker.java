package hongyan.service.log;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker that talks by TLS only, and lets in only who knows the password (SASL, PLAIN). */
public final class GuardedBroker implements AutoCloseable {
  private static final String MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule required ";

  private final KafkaRaftServer server;
  private final String address;
  private final Path certificate;

  private GuardedBroker(KafkaRaftServer server, String address, Path certificate) {
    this.server = server;
    this.address = address;
    this.certificate = certificate;
  }

  /**
   * Starts it.
   *
   * @param folder an empty one, for its log, its key and its certificate
   */
  public static GuardedBroker start(Path folder, String user, String password) throws Exception {
    Path log = folder.resolve("log");
    Path keys = folder.resolve("keys.p12");
    Path certificate = folder.resolve("certificate.pem");
    makeKey(keys, password, certificate);
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
                "OUTSIDE:SASL_SSL,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "INNER"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.name.outside.sasl.enabled.mechanisms", "PLAIN"),
            Map.entry(
                "listener.name.outside.plain.sasl.jaas.config",
                MODULE + "user_%s=\"%s\";".formatted(user, password)),
            Map.entry("listener.name.outside.ssl.keystore.location", keys.toString()),
            Map.entry("listener.name.outside.ssl.keystore.password", password),
            Map.entry("log.dirs", log.toString()),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0")));
    format(log);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new GuardedBroker(server, "127.0.0.1:" + port, certificate);
  }

  private static void format(Path log) throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(log.toString())
        .setDirectories(List.of(log.toString()))
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static void makeKey(Path keys, String password, Path certificate) throws Exception {
    Files.createDirectories(keys.getParent());
    keytool(
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "SAN=IP:127.0.0.1"),
        keys,
        password);
    keytool(List.of("-exportcert", "-rfc", "-file", certificate.toString()), keys, password);
  }

  private static void keytool(List<String> what, Path keys, String password) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(what);
    command.addAll(List.of("-alias", "broker", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", password));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public String address() {
    return address;
  }

  /** Returns what a client says that knows a password and this broker's certificate. */
  public Map<String, String> credentials(String user, String password) {
    Map<String, String> all = new HashMap<>(credentialsOfAStranger(user, password));
    all.put("ssl.truststore.type", "PEM");
    all.put("ssl.truststore.location", certificate.toString());
    return all;
  }

  /** Returns what a client says that knows a password and trusts the usual authorities only. */
  public Map<String, String> credentialsOfAStranger(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
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
