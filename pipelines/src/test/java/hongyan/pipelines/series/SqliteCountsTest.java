package hongyan.pipelines.series;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCountsTest extends CountsContract {

  @TempDir Path folder;

  @Override
  SeriesAddress address() {
    return SeriesAddress.of(folder.resolve("series.db"));
  }
}
