package hongyan.pipelines.job;

import static hongyan.pipelines.job.MonitoringPipeline.as;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.changes.FigureChanges;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.rules.WatchPart;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/** The part of the flow that makes days, figures, reminders and warnings of the air's readings. */
final class AirStreams {

  private final ReferenceSource reference;
  private final PipelineSettings settings;

  AirStreams(ReferenceSource reference, PipelineSettings settings) {
    this.reference = reference;
    this.settings = settings;
  }

  DataStream<DayUpdate> areaDays(DataStream<DayUpdate> updates) {
    var parts = as("areas", updates.flatMap(new AreasOfDay(reference, settings.city())));
    return as(
        "area-days",
        Beats.process(
            parts.keyBy(AreaDays::key, Types.STRING),
            new AreaDays(reference, settings.city()),
            DayUpdate.class));
  }

  static DataStream<AirFigure> figures(DataStream<StationDay> days) {
    return as(
        "figures",
        days.flatMap(
                (StationDay day, Collector<AirFigure> out) -> {
                  day.hours().forEach(out::collect);
                  out.collect(day.day());
                })
            .returns(TypeInformation.of(AirFigure.class)));
  }

  static DataStream<FigureChange> changes(DataStream<DayUpdate> updates) {
    return as(
        "figure-changes",
        updates
            .flatMap(
                (DayUpdate update, Collector<FigureChange> out) ->
                    FigureChanges.of(update).forEach(out::collect))
            .returns(TypeInformation.of(FigureChange.class)));
  }

  SingleOutputStreamOperator<Alert> watchAlerts(DataStream<StationDay> days) {
    return as(
        "watch-rules",
        Beats.process(
            as("watches", days.flatMap(new WatchesOfDay(reference)))
                .keyBy(WatchPart::watch, Types.STRING),
            new WatchRules(reference, settings.city(), settings.dateOfEffect()),
            Alert.class));
  }

  DataStream<Alert> warnings(DataStream<StationDay> areas, DataStream<Forecast> forecasts) {
    String city = settings.city();
    return as(
        "warnings",
        Beats.process(
            areas
                .filter(day -> day.station().equals(city))
                .uid("city-days")
                .keyBy(StationDay::station, Types.STRING)
                .connect(
                    forecasts
                        .filter(f -> f.subject().equals(city) && f.item().equals(Forecast.AQI))
                        .uid("city-forecasts")
                        .keyBy(Forecast::subject, Types.STRING)),
            new CityWarnings(),
            Alert.class));
  }
}
