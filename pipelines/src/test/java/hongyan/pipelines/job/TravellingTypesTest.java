package hongyan.pipelines.job;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.CountChange;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.birds.quality.OccurrenceMark;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.casualties.Toll;
import hongyan.pipelines.changes.AreaUpdate;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.changes.Progress;
import hongyan.pipelines.changes.Revision;
import hongyan.pipelines.devices.DeviceReport;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.episodes.LeadsOfDay;
import hongyan.pipelines.findings.BirdSite;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.findings.FindingSite;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.KnownReading;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Receipt;
import hongyan.pipelines.roosts.CountsOfDay;
import hongyan.pipelines.roosts.Disturbance;
import hongyan.pipelines.roosts.RoostCount;
import hongyan.pipelines.rules.WatchPart;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TravellingTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        AirFigure.class,
        Alert.class,
        AreaUpdate.class,
        BirdCount.class,
        BirdSite.class,
        BirdsThere.class,
        Casualty.class,
        CountChange.class,
        CountsOfDay.class,
        Disturbance.class,
        Finding.class,
        FindingChange.class,
        FindingSite.class,
        Forecast.class,
        DayUpdate.class,
        Deletion.class,
        DeviceReport.class,
        DeviceStatus.class,
        PlacedCasualty.class,
        PlacedDeviceStatus.class,
        Decision.class,
        Doubt.class,
        FigureChange.class,
        Former.class,
        KnownReading.class,
        Lead.class,
        LeadsOfDay.class,
        LogRecord.class,
        Occurrence.class,
        OccurrenceChange.class,
        OccurrenceDecision.class,
        OccurrenceDoubt.class,
        OccurrenceMark.class,
        PlacedFinding.class,
        PlacedOccurrence.class,
        PlacedReading.class,
        Progress.class,
        Reading.class,
        ReadingPart.class,
        Receipt.class,
        Revision.class,
        RoostCount.class,
        StationDay.class,
        Toll.class,
        WatchPart.class
      })
  void travelsWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
