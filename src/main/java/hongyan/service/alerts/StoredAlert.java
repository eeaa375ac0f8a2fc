package hongyan.service.alerts;

import hongyan.pipelines.alerts.Alert;

/**
 * An alert as the pipelines raised it, with where it stands.
 *
 * @param changeNo grows with every change of any alert
 */
record StoredAlert(Alert alert, AlertState state, long changeNo) {}
