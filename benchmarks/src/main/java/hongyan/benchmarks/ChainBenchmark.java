package hongyan.benchmarks;

import hongyan.pipelines.records.Json;
import hongyan.service.chain.ChainLoad;
import hongyan.service.evidence.PackageLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hashing records into the chain, durably, in the batches that the follower reads, beside the same
 * log read without a chain (the bytes taken and let go); and the package of an alert with 10,000
 * records, written and verified.
 */
final class ChainBenchmark {
  private static final int RECORDS = 200_000;
  private static final int BATCH = 5_000;
  private static final int IN_PACKAGE = 10_000;
  private static final SyntheticYear YEAR =
      new SyntheticYear(List.of("2477A", "2478A", "2479A", "2480A", "2481A"));

  private ChainBenchmark() {}

  static List<Row> rows(Path target) throws IOException {
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      values.add(Json.MAPPER.writeValueAsBytes(YEAR.reading(i)));
    }
    warmUp(values.subList(0, RECORDS / 4));
    Path folder = Files.createTempDirectory("hongyan-chain-");
    try (ChainLoad chain = ChainLoad.open(folder)) {
      double without = perSecond(() -> parse(values));
      double with = perSecond(() -> chain.addAll(values, BATCH));
      List<Row> rows = new ArrayList<>();
      rows.add(new Row("chain, batches of 5,000", "records", with, "read, no chain", without));
      rows.addAll(packages(chain, values, folder));
      return rows;
    } finally {
      Folders.delete(folder);
    }
  }

  private static void warmUp(List<byte[]> values) throws IOException {
    Path folder = Files.createTempDirectory("hongyan-chain-");
    try (ChainLoad chain = ChainLoad.open(folder)) {
      parse(values);
      chain.addAll(values, BATCH);
    } finally {
      Folders.delete(folder);
    }
  }

  private static List<Row> packages(ChainLoad chain, List<byte[]> values, Path folder)
      throws IOException {
    PackageLoad load = new PackageLoad(chain.chain(), values.subList(0, IN_PACKAGE));
    Path file = folder.resolve("package.zip");
    load.write(file);
    double written = seconds(() -> load.write(file));
    double verified = seconds(() -> load.verify(file));
    System.err.printf(
        Locale.ROOT,
        "package of %,d records: %.2f s to write, %,d bytes, %.2f s to verify%n",
        IN_PACKAGE,
        written,
        Files.size(file),
        verified);
    return List.of(
        new Row(
            "package of 10,000 records (%,d bytes)".formatted(Files.size(file)),
            "packages written",
            1 / written,
            "verified",
            1 / verified));
  }

  /** What the follower does with a record besides: it is read and its identity told. */
  private static void parse(List<byte[]> values) {
    long sum = 0;
    for (byte[] value : values) {
      sum += ChainLoad.identity(value).length();
    }
    if (sum == 0) {
      throw new IllegalStateException("no record has an identity");
    }
  }

  /** Something that is timed. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static double perSecond(Work work) throws IOException {
    return RECORDS / seconds(work);
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
