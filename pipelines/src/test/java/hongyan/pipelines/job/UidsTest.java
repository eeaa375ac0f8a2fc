package hongyan.pipelines.job;

import static org.assertj.core.api.Assertions.assertThat;

import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.series.SeriesAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.AbstractUdfStreamOperator;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.junit.jupiter.api.Test;

/**
 * State is found again by the uid of its operator. A uid that is gone takes its state with it, so
 * the list in {@code job.uids} is changed by hand and on purpose.
 */
class UidsTest {
  private static final Path LIST = Path.of("src/test/resources/job.uids");

  @Test
  void everyOperatorHasTheUidThatItAlwaysHad() throws IOException {
    assertThat(nodes()).allSatisfy(node -> assertThat(node.getTransformationUID()).isNotNull());
    assertThat(nodes().stream().map(UidsTest::line).sorted().toList())
        .isEqualTo(Files.readAllLines(LIST));
  }

  @Test
  void theStateIsCutIntoTheSameNumberOfParts() {
    assertThat(nodes()).extracting(StreamNode::getMaxParallelism).containsOnly(128);
  }

  /** Else their timers would follow a clock that jumps. */
  @Test
  void functionsThatWorkAtBeatsAreRunByBeats() {
    assertThat(nodes())
        .filteredOn(UidsTest::worksAtBeats)
        .hasSizeGreaterThan(5)
        .allMatch(node -> operator(node).getClass().getEnclosingClass() == Beats.class);
  }

  private static boolean worksAtBeats(StreamNode node) {
    return operator(node) instanceof AbstractUdfStreamOperator<?, ?> operator
        && Arrays.stream(operator.getUserFunction().getClass().getDeclaredFields())
            .anyMatch(field -> field.getType() == Coalescing.class);
  }

  /** Returns an operator of ours; null for sources and sinks. */
  private static StreamOperator<?> operator(StreamNode node) {
    return node.getOperatorFactory() instanceof SimpleOperatorFactory<?> factory
        ? factory.getOperator()
        : null;
  }

  private static String line(StreamNode node) {
    return node.getTransformationUID();
  }

  private static List<StreamNode> nodes() {
    var settings =
        new JobSettings(
            LogConnection.plain("127.0.0.1:1"),
            SeriesAddress.of(Path.of("unused.db")),
            "yongzhou",
            null,
            JobSettings.CHECKPOINT_MILLIS,
            null);
    StreamGraph graph = MonitoringJob.define(settings).getStreamGraph();
    return List.copyOf(graph.getStreamNodes());
  }
}
