package hongyan.service.doors;

import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.records.Topics;
import hongyan.service.doors.checks.Check;
import hongyan.service.doors.checks.ForecastCheck;
import hongyan.service.doors.checks.KnownPlaces;
import hongyan.service.doors.forms.FieldNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Forecasts of the air, as somebody issued them.
 *
 * @param city adcode
 */
record ForecastKind(String city) implements Kind<Forecast> {

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public String topic() {
    return Topics.FORECASTS;
  }

  @Override
  public Collection<Form> forms() {
    return List.of(Form.JSON, Form.NDJSON);
  }

  @Override
  public FieldNames fields() {
    return ForecastCheck.FIELDS;
  }

  @Override
  public Check<Forecast> check(KnownPlaces places) {
    return new ForecastCheck(places, city);
  }

  @Override
  public String identity(Forecast forecast) {
    return forecast.identity();
  }

  @Override
  public boolean sameContent(Forecast one, Forecast other) {
    return one.sameContent(other);
  }

  @Override
  public Receipt receipt(Forecast forecast) {
    return forecast.receipt();
  }

  @Override
  public Set<String> identical(KnownRecords known, List<Forecast> forecasts) {
    return known.identicalForecasts(forecasts);
  }
}
