package hongyan.service.warnings;

import java.util.List;

/** What people did about one suggested warning, oldest first. */
public record WarningRecords(List<Decision> decisions, List<Published> published) {

  public WarningRecords {
    decisions = List.copyOf(decisions);
    published = List.copyOf(published);
  }
}
