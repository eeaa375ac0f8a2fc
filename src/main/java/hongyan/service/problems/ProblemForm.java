package hongyan.service.problems;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as somebody sends it in JSON; kinds and state by their codes or their Chinese words, the
 * county by code or name.
 */
public record ProblemForm(
    @Nullable String id,
    @Nullable String campaign,
    @Nullable String county,
    @Nullable String place,
    @Nullable List<Double> position,
    @Nullable String enterprise,
    @Nullable String problem,
    @Nullable String department,
    @Nullable String foundBy,
    @Nullable String foundOn,
    @Nullable List<String> kinds,
    @Nullable String deadline,
    @Nullable String state,
    @Nullable String rectifiedOn,
    @Nullable List<String> evidence,
    @Nullable String note) {

  Map<ProblemField, String> texts() {
    Map<ProblemField, String> texts = new EnumMap<>(ProblemField.class);
    put(texts, ProblemField.ID, id);
    put(texts, ProblemField.CAMPAIGN, campaign);
    put(texts, ProblemField.COUNTY, county);
    put(texts, ProblemField.PLACE, place);
    if (position != null && position.size() == 2) {
      texts.put(ProblemField.LON, String.valueOf(position.get(0)));
      texts.put(ProblemField.LAT, String.valueOf(position.get(1)));
    }
    put(texts, ProblemField.ENTERPRISE, enterprise);
    put(texts, ProblemField.PROBLEM, problem);
    put(texts, ProblemField.DEPARTMENT, department);
    put(texts, ProblemField.FOUND_BY, foundBy);
    put(texts, ProblemField.FOUND_ON, foundOn);
    put(texts, ProblemField.KIND, kinds == null ? null : String.join(",", kinds));
    put(texts, ProblemField.DEADLINE, deadline);
    put(texts, ProblemField.STATE, state);
    put(texts, ProblemField.RECTIFIED_ON, rectifiedOn);
    put(texts, ProblemField.EVIDENCE, evidence == null ? null : String.join("\n", evidence));
    put(texts, ProblemField.NOTE, note);
    return texts;
  }

  private static void put(
      Map<ProblemField, String> texts, ProblemField field, @Nullable String text) {
    if (text != null) {
      texts.put(field, text);
    }
  }
}
