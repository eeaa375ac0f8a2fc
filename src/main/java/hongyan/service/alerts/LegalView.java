package hongyan.service.alerts;

import hongyan.geo.law.Article7;
import hongyan.geo.law.Words;
import hongyan.geo.place.CivilTime;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Legal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The provision that an alert may fall under, as the API gives it.
 *
 * @param national the provisions of national law in force on the day of the conduct
 */
record LegalView(
    String regulation, int article, int item, String consequence, List<String> national) {

  static @Nullable LegalView of(Alert alert, Article7 law, Locale locale) {
    Legal legal = alert.legal();
    if (legal == null) {
      return null;
    }
    LocalDate day = LocalDate.ofInstant(alert.time(), CivilTime.ZONE);
    boolean english = locale.getLanguage().equals("en");
    List<Words> national =
        law.findConduct(alert.conduct())
            .map(conduct -> conduct.consequence().nationalOn(day))
            .orElse(List.of());
    return new LegalView(
        legal.regulation(),
        legal.article(),
        legal.item(),
        legal.consequence(),
        national.stream().map(words -> english ? words.en() : words.zh()).toList());
  }
}
