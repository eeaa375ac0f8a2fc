package hongyan.service.login;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sends it.
 *
 * @param counties adcodes; empty for the whole city
 */
record AccountForm(
    @Nullable String account,
    @Nullable String name,
    @Nullable String password,
    @Nullable List<String> roles,
    @Nullable List<String> counties,
    @Nullable Boolean disabled) {}
