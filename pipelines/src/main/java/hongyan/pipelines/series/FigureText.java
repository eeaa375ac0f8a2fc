package hongyan.pipelines.series;

import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a figure as short texts. A year has 9,000 figures a station; as JSON they would be
 * five times as large.
 */
final class FigureText {

  private static final String NONE = "-";

  private FigureText() {}

  static String means(List<Mean> means) {
    return means.stream()
        .map(
            m ->
                String.join(
                    " ",
                    m.pollutant().name(),
                    decimal(m.value()),
                    decimal(m.rounded()),
                    Integer.toString(m.count()),
                    m.valid() ? "1" : "0"))
        .collect(Collectors.joining(","));
  }

  static List<Mean> parseMeans(String text) {
    var means = new ArrayList<Mean>();
    for (String mean : parts(text)) {
      String[] part = mean.split(" ");
      means.add(
          new Mean(
              Pollutant.valueOf(part[0]),
              parseDecimal(part[1]),
              parseDecimal(part[2]),
              Integer.parseInt(part[3]),
              part[4].equals("1")));
    }
    return means;
  }

  static String iaqi(Map<Pollutant, Integer> iaqi) {
    // In the order of the enum: the same figure is the same text.
    return iaqi.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey().name() + " " + e.getValue())
        .collect(Collectors.joining(","));
  }

  static Map<Pollutant, Integer> parseIaqi(String text) {
    var iaqi = new EnumMap<Pollutant, Integer>(Pollutant.class);
    for (String entry : parts(text)) {
      String[] part = entry.split(" ");
      iaqi.put(Pollutant.valueOf(part[0]), Integer.valueOf(part[1]));
    }
    return iaqi;
  }

  static String pollutants(List<Pollutant> pollutants) {
    return pollutants.stream().map(Pollutant::name).collect(Collectors.joining(","));
  }

  static List<Pollutant> parsePollutants(String text) {
    return parts(text).stream().map(Pollutant::valueOf).toList();
  }

  private static List<String> parts(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  private static String decimal(@Nullable BigDecimal value) {
    return value == null ? NONE : value.toString();
  }

  private static @Nullable BigDecimal parseDecimal(String text) {
    return text.equals(NONE) ? null : new BigDecimal(text);
  }
}
