package hongyan.pipelines.series;

import java.nio.file.Path;

/** The databases that every test of the store is run against. */
enum TestedStore {
  SQLITE {
    @Override
    SeriesAddress create(Path folder) {
      return SeriesAddress.of(folder.resolve("series.db"));
    }
  },

  POSTGRESQL {
    @Override
    SeriesAddress create(Path folder) {
      return address(PostgresServer.shared().createDatabase());
    }
  };

  /** Returns the address of a store that has nothing in it. */
  abstract SeriesAddress create(Path folder);

  static SeriesAddress address(String postgresql) {
    return new SeriesAddress(postgresql, PostgresServer.USER, PostgresServer.PASSWORD, null);
  }
}
