package hongyan.pipelines.series;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class InfluxDeletionTest extends DeletionContract {

  @TempDir Path folder;
  private final InfluxAddress influx = InfluxServer.shared().newDatabase();

  @Override
  SeriesAddress address() {
    return InfluxServer.beside(folder, influx);
  }
}
