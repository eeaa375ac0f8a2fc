package hongyan.pipelines.air.assessment;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.DataFile;
import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Source;
import hongyan.pipelines.air.Timeline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One version of the composite index (综合指数): the weighted sum of the six pollutants' concentrations
 * over their limits; smaller is better. Source: {@code air/composite-index.json}, which says what
 * was read and what was not.
 *
 * @param rules the version of HJ 663 that makes the concentrations
 * @param stage how far these are rounded before they go in
 * @param decimals of the index
 * @param terms one for each pollutant
 */
public record CompositeIndex(
    String id,
    Timeline.Effect effect,
    Source source,
    String rules,
    Hj663.Stage stage,
    int decimals,
    List<Term> terms) {
  private static final String FILE = "/air/composite-index.json";
  private static final int TERM_PLACES = 3;

  /** The limit and weight of one pollutant. */
  public record Term(String pollutant, BigDecimal limit, BigDecimal weight) {

    public Term {
      if (Pollutant.findByCode(pollutant).isEmpty() || limit.signum() <= 0) {
        throw new IllegalArgumentException(
            "no term of an index: %s %s".formatted(pollutant, limit));
      }
    }
  }

  /** Read at first use, once. */
  private static final class Loaded {
    static final Timeline<CompositeIndex> TIMELINE = read(DataFile::text);
  }

  public CompositeIndex {
    terms = List.copyOf(terms);
    if (terms.stream().map(Term::pollutant).distinct().count() != Pollutant.values().length
        || terms.size() != Pollutant.values().length) {
      throw new IllegalArgumentException("%s: one term for each pollutant".formatted(id));
    }
  }

  /**
   * Reads and checks all versions.
   *
   * @param files gives the text of a file by its path
   * @throws IllegalStateException naming the versions and dates of every gap and overlap
   */
  public static Timeline<CompositeIndex> read(UnaryOperator<String> files) {
    CompositeIndex[] all = DataFile.parse(FILE, files.apply(FILE), CompositeIndex[].class);
    return Timeline.of(FILE, List.of(all), CompositeIndex::id, CompositeIndex::effect);
  }

  /** Returns all versions, oldest first. */
  public static List<CompositeIndex> list() {
    return Loaded.TIMELINE.list();
  }

  /**
   * Returns the versions to show for a period: those that had begun by its end. The older ones stay
   * beside those in force, because no text confirms the weights of the newer.
   */
  public static List<CompositeIndex> listFor(CivilPeriod period) {
    return list().stream().filter(each -> each.effect().beganBy(period.to())).toList();
  }

  /** Returns the index of a subject and period. */
  public CompositeFigure of(SubjectDays subject, Series series) {
    PeriodStatistics statistics = PeriodStatistics.of(subject, Hj663.getVersion(rules), series);
    List<CompositeFigure.Part> parts = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    boolean whole = true;
    for (Term term : terms) {
      Pollutant pollutant = Pollutant.findByCode(term.pollutant()).orElseThrow();
      Statistic statistic = statistics.getLeading(pollutant);
      BigDecimal index = index(statistic.at(stage), term);
      parts.add(part(statistic, term, index));
      whole &= index != null;
      sum = index == null ? sum : sum.add(index.multiply(term.weight()));
    }
    CivilPeriod period = subject.period();
    return new CompositeFigure(
        subject.subject(),
        period.code(),
        id,
        source.certainty(),
        effect.overlaps(period.from(), period.to()),
        rules,
        series.code(),
        whole ? sum : null,
        whole ? Gbt8170.round(sum, decimals) : null,
        parts.stream().mapToInt(CompositeFigure.Part::count).min().orElse(0),
        parts.stream().allMatch(CompositeFigure.Part::valid),
        parts);
  }

  private static @Nullable BigDecimal index(@Nullable BigDecimal concentration, Term term) {
    return concentration == null
        ? null
        : concentration.divide(term.limit(), MathContext.DECIMAL128);
  }

  private CompositeFigure.Part part(Statistic statistic, Term term, @Nullable BigDecimal index) {
    return new CompositeFigure.Part(
        statistic.pollutant(),
        statistic.statistic(),
        statistic.at(stage),
        statistic.unit(),
        term.limit(),
        term.weight(),
        index == null ? null : Gbt8170.round(index, TERM_PLACES),
        statistic.count(),
        statistic.deducted(),
        statistic.valid());
  }
}
