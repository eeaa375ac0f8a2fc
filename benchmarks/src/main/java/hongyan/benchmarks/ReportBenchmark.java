package hongyan.benchmarks;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Hj663;
import hongyan.pipelines.air.Mean;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.assessment.GoodDays;
import hongyan.pipelines.air.assessment.PeriodStatistics;
import hongyan.pipelines.air.assessment.Series;
import hongyan.pipelines.air.assessment.SubjectDays;
import hongyan.pipelines.series.SeriesStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A year's report for each of the 11 counties, over HTTP, from a store with a year of days. The
 * peer of the JSON is the arithmetic alone (means, percentiles, good days of the same days out of
 * the same store), that of the PDF is the JSON.
 */
final class ReportBenchmark {
  private static final int YEAR = 2024;

  private ReportBenchmark() {}

  static List<Row> rows(Path target) throws IOException, InterruptedException {
    Path state = Files.createTempDirectory("hongyan-report-");
    City city = City.open("yongzhou");
    List<String> counties = city.counties().list().stream().map(County::adcode).toList();
    double bare;
    try (SeriesStore store = SeriesStore.open(state.resolve("series.db"))) {
      Stream.concat(counties.stream(), Stream.of(city.adcode()))
          .forEach(each -> store.figures().write(year(each)));
      arithmetic(store, counties);
      bare = counties.size() / arithmetic(store, counties);
    }
    try (Program program = Program.start(state, target)) {
      ask(program, counties.subList(0, 2), "json");
      double json = counties.size() / ask(program, counties, "json");
      ask(program, counties.subList(0, 2), "pdf");
      double pdf = counties.size() / ask(program, counties, "pdf");
      return List.of(
          new Row("report of a year, JSON", "counties", json, "its statistics alone", bare),
          new Row("report of a year, PDF", "counties", pdf, "the same as JSON", json));
    } finally {
      Folders.delete(state);
    }
  }

  private static List<AirFigure> year(String subject) {
    List<AirFigure> days = new ArrayList<>();
    LocalDate.of(YEAR, 1, 1)
        .datesUntil(LocalDate.of(YEAR + 1, 1, 1))
        .forEach(
            date -> {
              BigDecimal value = BigDecimal.valueOf(15 + date.getDayOfYear() % 60);
              int aqi = 20 + date.getDayOfYear() % 110;
              List<Mean> means =
                  Arrays.stream(Pollutant.values())
                      .map(each -> new Mean(each, value, value, 24, true))
                      .toList();
              days.add(
                  new AirFigure(
                      subject,
                      Period.DAY,
                      CivilDay.endOf(date.toString()),
                      date.toString(),
                      means,
                      Map.of(Pollutant.PM25, aqi),
                      aqi,
                      1 + aqi / 51,
                      List.of(Pollutant.PM25),
                      "HJ 633-2012",
                      true,
                      null,
                      true));
            });
    return days;
  }

  private static double arithmetic(SeriesStore store, List<String> counties) {
    long start = System.nanoTime();
    for (String county : counties) {
      SubjectDays days =
          new SubjectDays(
              county, CivilPeriod.ofYear(YEAR), store.figures().listDays(county, YEAR), Set.of());
      PeriodStatistics.of(days, Hj663.listIn(days.period()).get(0), Series.ALL);
      GoodDays.asReported(days);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double ask(Program program, List<String> counties, String format)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    long start = System.nanoTime();
    for (String county : counties) {
      String path =
          "/api/v1/inspection/report?period=%d&county=%s&format=%s".formatted(YEAR, county, format);
      HttpResponse<byte[]> answer =
          client.send(program.request(path).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200 || answer.body().length < 10_000) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
