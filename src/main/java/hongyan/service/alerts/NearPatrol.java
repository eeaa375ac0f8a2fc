package hongyan.service.alerts;

import hongyan.geo.patrol.NearPoint;

/** The patrol point nearest to an alert, its grid cell, and how far it is. */
record NearPatrol(String point, String cell, double metres) {

  static NearPatrol of(NearPoint near) {
    return new NearPatrol(near.point().id(), near.point().cell(), near.metres());
  }
}
