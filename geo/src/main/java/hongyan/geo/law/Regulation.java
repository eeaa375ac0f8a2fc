package hongyan.geo.law;

import java.time.LocalDate;

/**
 * The regulation that the catalogue belongs to.
 *
 * @param article the one that lists the conducts
 * @param dateOfEffect first day in force, in Asia/Shanghai; configuration, as the draft left it
 *     blank
 * @param certainty A to D, as in {@link Consequence}
 */
public record Regulation(
    String title,
    String titleEn,
    int article,
    LocalDate dateOfEffect,
    String source,
    String certainty) {

  Regulation inForceFrom(LocalDate day) {
    return new Regulation(title, titleEn, article, day, source, certainty);
  }
}
