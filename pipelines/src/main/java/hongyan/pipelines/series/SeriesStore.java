package hongyan.pipelines.series;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the pipelines have made of the log: the current records, the figures of the air, the counts
 * of birds, doubts and decisions about readings, what they changed, and the records that were
 * replaced. Everything in it can be made again from the log.
 *
 * <p>Writes are upserts by identity, one durable transaction a batch: writing the same twice
 * changes nothing. Every method may be called by any thread; readers do not wait for writers.
 * Methods throw {@link SeriesException} when the disk or the server fails, and {@link
 * IllegalArgumentException} for a cursor that no list of theirs gave.
 */
public final class SeriesStore implements AutoCloseable {

  private final SeriesDatabase database;
  private final @Nullable InfluxDatabase influx;
  private final RefusedPointTable refusedPoints;
  private final Readings readings;
  private final OccurrenceTable occurrences;
  private final FindingTable findings;
  private final CasualtyTable casualties;
  private final Figures figures;
  private final ForecastTable forecasts;
  private final DeviceStatusTable deviceStatuses;
  private final Counts counts;
  private final FormerTable former;
  private final DoubtTable doubts;
  private final DecisionTable decisions;
  private final ChangeTable changes;
  private final OccurrenceDoubtTable occurrenceDoubts;
  private final OccurrenceDecisionTable occurrenceDecisions;
  private final DeletionTable deletions;
  private boolean closed;

  private SeriesStore(SeriesDatabase database, @Nullable InfluxDatabase influx) {
    this.database = database;
    this.influx = influx;
    this.refusedPoints = new RefusedPointTable(database);
    if (influx == null) {
      this.readings = new ReadingTable(database);
      this.figures = new FigureTable(database);
      this.counts = new CountTable(database);
      this.deletions = new DeletionTable(database, deletion -> {});
    } else {
      var writer = new InfluxWriter(influx, refusedPoints, InfluxWriter.PATIENCE);
      var outside = new InfluxReadings(influx, writer, database);
      this.readings = outside;
      this.figures = new InfluxFigures(influx, writer);
      this.counts = new InfluxCounts(influx, writer);
      this.deletions = new DeletionTable(database, outside::delete);
    }
    this.occurrences = new OccurrenceTable(database);
    this.findings = new FindingTable(database);
    this.casualties = new CasualtyTable(database);
    this.forecasts = new ForecastTable(database);
    this.deviceStatuses = new DeviceStatusTable(database);
    this.former = new FormerTable(database);
    this.doubts = new DoubtTable(database);
    this.decisions = new DecisionTable(database);
    this.changes = new ChangeTable(database);
    this.occurrenceDoubts = new OccurrenceDoubtTable(database);
    this.occurrenceDecisions = new OccurrenceDecisionTable(database);
  }

  /**
   * Opens the store; several in one process share it. A missing file is made, a database is not:
   * throws {@link SeriesException} with the setting that is wrong, what was found and what is
   * needed.
   */
  public static SeriesStore open(SeriesAddress address) {
    InfluxDatabase influx = address.influx() == null ? null : InfluxDatabase.open(address.influx());
    try {
      return new SeriesStore(SeriesDatabase.open(address), influx);
    } catch (RuntimeException e) {
      if (influx != null) {
        influx.release();
      }
      throw e;
    }
  }

  /** Opens the store that is the one file. */
  public static SeriesStore open(Path file) {
    return open(SeriesAddress.of(file));
  }

  public Readings readings() {
    return readings;
  }

  public OccurrenceTable occurrences() {
    return occurrences;
  }

  public FindingTable findings() {
    return findings;
  }

  public CasualtyTable casualties() {
    return casualties;
  }

  public Figures figures() {
    return figures;
  }

  public ForecastTable forecasts() {
    return forecasts;
  }

  public DeviceStatusTable deviceStatuses() {
    return deviceStatuses;
  }

  public Counts counts() {
    return counts;
  }

  public FormerTable former() {
    return former;
  }

  public DoubtTable doubts() {
    return doubts;
  }

  public DecisionTable decisions() {
    return decisions;
  }

  public ChangeTable changes() {
    return changes;
  }

  public OccurrenceDoubtTable occurrenceDoubts() {
    return occurrenceDoubts;
  }

  public OccurrenceDecisionTable occurrenceDecisions() {
    return occurrenceDecisions;
  }

  public DeletionTable deletions() {
    return deletions;
  }

  public RefusedPointTable refusedPoints() {
    return refusedPoints;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      database.release();
      if (influx != null) {
        influx.release();
      }
    }
  }
}
