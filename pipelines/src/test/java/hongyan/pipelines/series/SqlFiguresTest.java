package hongyan.pipelines.series;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlFiguresTest extends FiguresContract {

  @TempDir Path folder;
  @Parameter TestedStore kind;

  @Override
  SeriesAddress address() {
    return kind.create(folder);
  }
}
