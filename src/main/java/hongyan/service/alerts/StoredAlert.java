package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;
import hongyan.service.handling.Standing;

/**
 * An alert as the pipelines raised it, with where it stands.
 *
 * @param changeNo grows with every change of any alert
 * @param standing by when it is due, at which office it lies, what it was merged into
 */
record StoredAlert(Alert alert, AlertState state, long changeNo, Standing standing) {}
