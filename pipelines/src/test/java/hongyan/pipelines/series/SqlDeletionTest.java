package hongyan.pipelines.series;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlDeletionTest extends DeletionContract {

  @TempDir Path folder;
  @Parameter TestedStore kind;
  private SeriesAddress address;

  @BeforeEach
  void create() {
    address = kind.create(folder);
  }

  @Override
  SeriesAddress address() {
    return address;
  }
}
