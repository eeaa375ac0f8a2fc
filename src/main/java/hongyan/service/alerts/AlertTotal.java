package hongyan.service.alerts;

import org.jspecify.annotations.Nullable;

/** How many alerts of one kind, conduct, item and county there were. */
public record AlertTotal(
    String kind,
    String conduct,
    @Nullable Integer item,
    @Nullable String county,
    boolean authorised,
    int total) {}
