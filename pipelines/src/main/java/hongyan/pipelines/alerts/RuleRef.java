package hongyan.pipelines.alerts;

/** The rule that raised an alert, with its version. */
public record RuleRef(String id, String version) {}
