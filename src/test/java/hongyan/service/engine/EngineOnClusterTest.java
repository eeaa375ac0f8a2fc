package hongyan.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.service.settings.StartStep;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service does whose cluster is not there; the rest is in ClusterIT. */
class EngineOnClusterTest {

  @Test
  void startsWithoutAClusterAndSaysSo() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    List<Object> steps = new ArrayList<>();
    EngineOnCluster engine =
        new EngineOnCluster(URI.create("http://127.0.0.1:" + closed + "/"), steps::add);
    engine.start();
    assertThat(engine.isRunning()).isTrue();
    assertThat(engine.state().running()).isFalse();
    assertThat(engine.state().job()).contains("127.0.0.1:" + closed, "does not answer");
    assertThat(((StartStep) steps.get(0)).words())
        .contains("the pipelines do not run yet, records wait on the log");
  }
}
